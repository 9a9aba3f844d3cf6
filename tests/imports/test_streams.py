from __future__ import annotations

from pathlib import Path

import pytest

from imports.streams import stream
from imports.unreadable import UnreadableFileFault

TEXT = "Ref,Name of child,Day\r\n1,Zoë Canary,2026-01-02\r\n\r\n2,“Al”\r\n3,x,NULL\r\n"


def rows(path: Path, *wanted: str) -> list[tuple[int, dict[str, str]]]:
    return list(stream(path, wanted))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_only_what_is_wanted_is_taken_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(TEXT.encode(encoding))
    assert rows(path, "ref", "day") == [
        (2, {"ref": "1", "day": "2026-01-02"}),
        (4, {"ref": "2", "day": ""}),
        (5, {"ref": "3", "day": ""}),
    ]


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_every_separator_is_known(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "x.csv"
    path.write_text(TEXT.replace(",", separator), "utf-8")
    assert rows(path, "ref")[0] == (2, {"ref": "1"})


def test_a_broken_file_shows_nothing_of_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text('Ref\n"Canary" name,\n', "utf-8")
    with pytest.raises(UnreadableFileFault, match=r"x\.csv cannot be read") as failed:
        rows(path, "ref")
    assert "Canary" not in str(failed.value)


def test_an_empty_file_lacks_its_columns(tmp_path: Path) -> None:
    (tmp_path / "x.csv").touch()
    with pytest.raises(UnreadableFileFault, match="has no column ref, day"):
        rows(tmp_path / "x.csv", "ref", "day")
