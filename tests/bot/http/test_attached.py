from __future__ import annotations

import json
from typing import Any

import pytest

from bot.http.attached import FILE, MOST_FILES
from bot.http.reading import read
from bot.http.refusals import MalformedError
from bot.http.translating import incoming
from bot.incoming import DroppedFile, Incoming
from tests.fake_teams import Activities, Json

MADE = Activities("https://smba.trafficmanager.net/emea/")
URL = "https://council.sharepoint.com/download.aspx?UniqueId=1&tempauth=secret"
HTML = {"contentType": "text/html", "content": "<p>here</p>"}


def a_file(name: str | None = "staff.xlsx", **content: Any) -> Json:
    told = {"downloadUrl": URL, "uniqueId": "1", "fileType": "xlsx", **content}
    return {"contentType": FILE, "contentUrl": "https://x.example/f", "content": told, "name": name}


def got(*attachments: Any, **changes: Any) -> Incoming:
    made = MADE.message("cora", "", attachments=list(attachments), **changes)
    return incoming(read(json.dumps(made).encode()))


def test_a_file_is_told_by_name_address_and_type() -> None:
    assert got(HTML, a_file()).files == (DroppedFile(name="staff.xlsx", url=URL, type="xlsx"),)


def test_a_message_without_a_file_has_none() -> None:
    assert got(HTML).files == ()
    assert got().files == ()


def test_an_edited_message_drops_nothing_again() -> None:
    assert got(a_file(), type="messageUpdate").files == ()


@pytest.mark.parametrize("kind", [None, "", 7])
def test_where_teams_says_no_type_the_name_does(kind: object) -> None:
    (file,) = got(a_file("Staff list.CSV", fileType=kind)).files
    assert file.type == "csv"


@pytest.mark.parametrize("kind", ["x" * 17, "../csv", "c s v"])
def test_a_type_that_is_no_word_is_none(kind: str) -> None:
    (file,) = got(a_file(fileType=kind)).files
    assert file.type == ""


@pytest.mark.parametrize("url", [None, 7, ["a"], "https://x.example/\n", "https://" + "x" * 4096])
def test_a_file_without_a_usable_address_is_left_out(url: object) -> None:
    assert got(a_file(downloadUrl=url)).files == ()


@pytest.mark.parametrize("content", [None, "text", [1], 7])
def test_content_that_is_no_object_is_left_out(content: object) -> None:
    assert got({"contentType": FILE, "content": content}).files == ()


def test_a_name_is_cut_and_cleaned() -> None:
    (file,) = got(a_file("a\x07b" + "c" * 300)).files
    assert file.name == "ab" + "c" * 253


def test_no_more_than_ten_files_are_taken() -> None:
    assert len(got(*[a_file()] * 12).files) == MOST_FILES


def test_attachments_that_are_no_list_are_refused() -> None:
    made = MADE.message("cora", "", attachments="x")
    with pytest.raises(MalformedError):
        read(json.dumps(made).encode())


def test_neither_name_nor_address_gets_into_a_log() -> None:
    shown = repr(got(a_file("Child Surname.xlsx")))
    assert "Surname" not in shown
    assert "tempauth" not in shown
