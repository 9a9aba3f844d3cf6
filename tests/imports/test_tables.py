from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Sequence
from datetime import date, datetime

import openpyxl
import pytest

from domain.lists.table import Table
from imports.tables import plain, read_table
from imports.unreadable import UnreadableFileFault

COLUMNS = ("id", "name", "team", "opened_on")
PLAIN = "id,name,team\r\nP-1,Zoë O'Hara,North\r\nP-2,Al,“South”\r\n"
CELLS = [
    {"id": "P-1", "name": "Zoë O'Hara", "team": "North"},
    {"id": "P-2", "name": "Al", "team": "“South”"},
]


def read(data: bytes | str, name: str = "staff.csv", **headings: str) -> Table:
    raw = data.encode() if isinstance(data, str) else data
    return read_table(raw, name, expected=COLUMNS, headings=headings)


def cells(table: Table) -> list[dict[str, str]]:
    return [dict(row.cells) for row in table.rows]


def workbook(*rows: Sequence[object], before: str = "") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    if before:
        sheet.title = before
        sheet.append(["Who made this", "Cora"])
        sheet = book.create_sheet("List")
    for row in rows:
        sheet.append(list(row))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_is_read_in_every_encoding_that_spreadsheets_save(encoding: str) -> None:
    assert cells(read(PLAIN.encode(encoding))) == CELLS


def test_big_endian_text_with_its_mark_is_read() -> None:
    assert cells(read(b"\xfe\xff" + PLAIN.encode("utf-16-be"))) == CELLS


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_every_separator_and_line_end_is_read(separator: str, end: str) -> None:
    text = PLAIN.replace(",", separator).replace("\r\n", end)
    assert cells(read(text)) == CELLS


def test_commas_inside_cells_do_not_outvote_the_separator() -> None:
    table = read('id;name;team\nP-1;"Hart, Ivy, Dr, MBE";"North, East"\n')
    assert cells(table) == [{"id": "P-1", "name": "Hart, Ivy, Dr, MBE", "team": "North, East"}]


def test_rows_keep_their_numbers_past_blank_rows_and_broken_lines() -> None:
    table = read('id,name,team\n"P-1","Ivy\nHart",North\n\n,,\nP-2, Al ,South\n')
    assert [(row.number, row.cells["id"], row.cells["name"]) for row in table.rows] == [
        (2, "P-1", "Ivy\nHart"),
        (5, "P-2", "Al"),
    ]


def test_headings_are_found_below_a_title() -> None:
    table = read("Staff list of the team,,\nas of 1 October,,\n\nID, Name ,TEAM\nP-1,Al,North\n")
    assert (table.heading_row, table.headings) == (4, ("id", "name", "team"))
    assert [row.number for row in table.rows] == [5]


def test_headings_below_the_tenth_row_are_not_looked_for() -> None:
    with pytest.raises(UnreadableFileFault, match="No headings were found in the first 10 rows"):
        read("a,b\n" * 10 + "id,name,team\nP-1,Al,North\n")


def test_a_file_without_headings_is_refused_without_repeating_it() -> None:
    with pytest.raises(UnreadableFileFault, match="name the columns: id, name, team") as told:
        read("C-1,Kim Small,North\n")
    assert "Kim" not in told.value.message


def test_headings_of_other_systems_are_mapped() -> None:
    table = read(
        "Person ID,Full-Name,Team\nP-1,Al,North\n", **{"PERSON id": "id", "full name": "name"}
    )
    assert cells(table) == [{"id": "P-1", "name": "Al", "team": "North"}]


def test_short_rows_are_filled_and_long_ones_marked() -> None:
    table = read("id,name,team,,\nP-1,Al\nP-2,Bo,North,,\nP-3,Cy,North,,x\nP-4,Di,North,,,,x\n")
    assert cells(table)[0] == {"id": "P-1", "name": "Al", "team": ""}
    assert [row.spills for row in table.rows] == [False, False, True, True]


def test_unknown_and_doubled_headings_are_kept_for_the_check() -> None:
    assert read("id,name,Shoe Size,name\nP-1,Al,9,Bo\n").headings == (
        "id", "name", "shoe_size", "name",
    )  # fmt: skip


def test_a_single_column_is_a_table_too() -> None:
    assert cells(read("id\nP-1\n")) == [{"id": "P-1"}]


def test_a_workbook_gives_the_text_that_people_see() -> None:
    data = workbook(
        ["id", "name", "team", "opened_on"],
        [12.0, " Al ", None, date(2026, 3, 1)],
        [None, None, None, None],
        [1.5, True, 7, datetime(2026, 3, 1, 9, 30)],  # noqa: DTZ001 - cells know no zones
    )
    table = read(data, "staff.xlsx")
    assert cells(table) == [
        {"id": "12", "name": "Al", "team": "", "opened_on": "2026-03-01"},
        {"id": "1.5", "name": "true", "team": "7", "opened_on": "2026-03-01 09:30:00"},
    ]
    assert [row.number for row in table.rows] == [2, 4]


def test_the_list_is_found_on_any_sheet_and_below_a_title() -> None:
    data = workbook([], ["Staff"], [], ["id", "name"], ["P-1", "Al"], before="Cover")
    table = read(data, "staff.xlsx")
    assert (table.heading_row, cells(table)) == (4, [{"id": "P-1", "name": "Al"}])
    assert table.rows[0].number == 5


def test_a_workbook_under_a_wrong_name_is_still_a_workbook() -> None:
    assert cells(read(workbook(["id"], ["P-1"]), "staff.csv")) == [{"id": "P-1"}]


def open_document(manifest: str = "") -> bytes:
    rows = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string">'
            f"<text:p>{cell}</text:p></table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in (["id", "name"], ["P-1", "Al"])
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="List">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{space}">{manifest}</manifest:manifest>',
        )
    return data.getvalue()


def test_an_open_document_is_read() -> None:
    assert cells(read(open_document(), "staff.ods")) == [{"id": "P-1", "name": "Al"}]


def test_a_locked_workbook_is_refused_with_the_way_on() -> None:
    package = "EncryptedPackage".encode("utf-16-le")
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + package + b"\0" * 600
    with pytest.raises(UnreadableFileFault, match=r"locked with a password\. Save it without"):
        read(locked, "staff.xlsx")


def test_a_locked_open_document_is_refused_too() -> None:
    locked = open_document("<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>")
    with pytest.raises(UnreadableFileFault, match="is damaged, locked or not a workbook"):
        read(locked, "staff.ods")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \r\n ", "is empty"),
        (b"\xef\xbb\xbf", "No headings"),
        (b"PK\x03\x04 and then nothing", "is damaged, locked or not a workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is damaged, locked or not a workbook"),
        (b"%PDF-1.7 \0\0\1", "is neither text nor a workbook"),
        (b"id,name\n\x81\x8d\n", "in an encoding that is not known"),
        (b"\xff\xfei\0d", "No headings|is in an encoding"),
        (b"\xff\xfei\0d\0,", "in an encoding that is not known"),
        (b'id,name\nP-1,"Al\nP-2,Bo\n', "quotation mark that does not open or close a cell"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableFileFault, match=said):
        read(data)


def test_a_workbook_cut_short_is_refused() -> None:
    whole = workbook(*[["id", "name"]] * 50)
    with pytest.raises(UnreadableFileFault, match="damaged"):
        read(whole[: len(whole) // 2], "staff.xlsx")


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("AAD Object-ID", "aad_object_id"),
        (" Opened  on: ", "opened_on"),
        ("CP_Chair", "cp_chair"),
        ("", ""),
    ],
)
def test_headings_are_compared_in_plain_letters(heading: str, column: str) -> None:
    assert plain(heading) == column


def test_twenty_thousand_rows_are_read_in_moments() -> None:
    text = "id,name,team,opened_on\n" + "P-1,Al Ode,North,01/03/2026\n" * 20_000
    began = time.process_time()
    assert len(read(text).rows) == 20_000
    assert time.process_time() - began < 3  # a third of a second; slow machines get ten times that
