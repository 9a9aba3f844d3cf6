from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from openpyxl.styles import Font

from imports.tables import read_table
from imports.unreadable import UnreadableFileFault
from imports.workbook_size import LARGEST_UNPACKED, is_plain, refuse_what_swells
from imports.workbooks import sheets_of_workbook
from tests.imports.annex_a_book import workbook

FAR = "XFD1048576"
FILLED = "<is><t>x</t></is>"


def saved(book: openpyxl.Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def with_sheet(rows: str) -> bytes:
    """A workbook whose sheet is written by hand."""
    given = io.BytesIO(saved(openpyxl.Workbook()))
    made = io.BytesIO()
    with zipfile.ZipFile(given) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            sheet = name.startswith("xl/worksheets/")
            text = f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode()
            new.writestr(name, text if sheet else old.read(name))
    return made.getvalue()


def test_sheets_come_by_name_and_can_be_read_again() -> None:
    sheets = sheets_of_workbook(workbook(), "x.xlsx")
    assert list(sheets)[:3] == ["Contents", "List_1", "List_6"]
    assert list(sheets["Contents"]()) == list(sheets["Contents"]())


def test_an_archive_that_swells_is_not_unpacked() -> None:
    data = io.BytesIO()
    with (
        zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/sharedStrings.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(LARGEST_UNPACKED // 2**20 + 1):
            part.write(bytes(2**20))
    assert len(data.getvalue()) < 2**20
    with pytest.raises(UnreadableFileFault, match="too large to be read"):
        sheets_of_workbook(data.getvalue(), "x.xlsx")


def test_an_archive_that_lies_about_a_part_is_not_read() -> None:
    data = with_sheet("<row r='1'/>" * 1000)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    lying = data.replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != data
    with pytest.raises(UnreadableFileFault, match="damaged"):
        refuse_what_swells(lying, "x.xlsx")


@pytest.mark.parametrize(
    "rows",
    [
        f'<row r="1048576"><c r="{FAR}" t="inlineStr">{FILLED}</c></row>',
        f"<row><c r='{FAR.lower()}'>{FILLED}</c></row>",
        f'<row><x:c t="inlineStr" r = "{FAR}">{FILLED}</x:c></row>',
        f'<row><c x=">" r="{FAR}">{FILLED}</c></row>',
        f'<row r="1048576">{"<c><v>1</v></c>" * 9}</row>',
        '<row><c r="A1"><v>1</v></c></row><row r="9999999"><c x=">"><v>1</v></c></row>',
        f'<row><c r="XFD00000001048576">{FILLED}</c></row>',
    ],
)
def test_a_cell_far_away_does_not_end_the_process(rows: str) -> None:
    data = with_sheet(rows)
    assert len(data) < 10_000
    with pytest.raises(UnreadableFileFault, match="far to the right"):
        refuse_what_swells(data, "x.xlsx")


def test_a_sheet_is_found_under_any_name() -> None:
    data = io.BytesIO(workbook())
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("elsewhere.xml", f'<sheetData><c r="{FAR}">{FILLED}</c></sheetData>')
    with pytest.raises(UnreadableFileFault, match="far to the right"):
        refuse_what_swells(data.getvalue(), "x.xlsx")


def test_formats_down_to_the_last_row_are_no_cells() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["id", "name", "team"])
    sheet.append(["P-1", "Tess Marlow", "North"])
    for letter in "ABCDEFGHIJ":
        sheet[f"{letter}1048576"].font = Font(bold=True)
    table = read_table(saved(book), "x.xlsx", expected=("id", "name", "team"))
    assert len(table.rows) == 1


def test_a_part_that_is_no_archive_is_left_to_its_reader() -> None:
    refuse_what_swells(b"\xd0\xcf\x11\xe0", "x.xls")
    with pytest.raises(UnreadableFileFault, match="damaged"):
        refuse_what_swells(b"PK\x03\x04 no workbook", "x.xlsx")


def test_only_xlsx_is_plain() -> None:
    assert is_plain(workbook())
    assert not is_plain(b"\xd0\xcf\x11\xe0")
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("content.xml", "<x/>")
    assert not is_plain(other.getvalue())
    mixed = io.BytesIO(workbook())
    with zipfile.ZipFile(mixed, "a") as archive:
        archive.writestr("xl/workbook.bin", "x")
    assert not is_plain(mixed.getvalue())
