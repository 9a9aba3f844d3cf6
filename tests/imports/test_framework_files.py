from __future__ import annotations

from pathlib import Path

import pytest

from domain.frameworks.framework import FrameworkFault
from imports.framework_files import list_frameworks, load_framework
from tests.domain.frameworks.samples import FOLDER, SMALL


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "westmere.toml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "broken.toml").write_text("[[", encoding="utf-8")
    (tmp_path / "nameless.toml").write_text("name = 3", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a framework", encoding="utf-8")
    return tmp_path


def test_the_files_of_a_folder_come_with_id_and_name(folder: Path) -> None:
    assert [(file.id, file.name) for file in list_frameworks(folder)] == [
        ("broken", "broken"),
        ("nameless", "nameless"),
        ("westmere", "Westmere"),
    ]


def test_a_file_that_is_no_text_is_listed_by_its_id(folder: Path) -> None:
    (folder / "latin.toml").write_bytes(b'name = "\xe9"')
    assert ("latin", "latin") in [(file.id, file.name) for file in list_frameworks(folder)]


def test_a_framework_is_found_in_its_folder(folder: Path) -> None:
    assert load_framework(folder, "westmere").name == "Westmere"


def test_a_framework_is_read_from_its_file(folder: Path) -> None:
    assert load_framework(folder / "westmere.toml").id == "westmere"


def test_an_id_that_is_not_there_is_answered_with_those_that_are(folder: Path) -> None:
    with pytest.raises(FrameworkFault) as refused:
        load_framework(folder, "eastmere")
    assert "no framework 'eastmere'" in refused.value.message
    assert "broken, nameless, westmere" in refused.value.message


def test_a_folder_without_an_id_says_what_is_there(folder: Path) -> None:
    with pytest.raises(FrameworkFault, match="Frameworks there: broken, nameless, westmere"):
        load_framework(folder)


def test_an_id_cannot_lead_out_of_the_folder(folder: Path) -> None:
    with pytest.raises(FrameworkFault, match="no framework"):
        load_framework(folder / "inner", "../westmere")


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    with pytest.raises(FrameworkFault, match="Frameworks there: none"):
        load_framework(tmp_path / "nowhere", "westmere")


def test_faults_are_told_with_the_name_of_the_file(folder: Path) -> None:
    with pytest.raises(FrameworkFault, match=r"broken\.toml was not loaded: 1 fault"):
        load_framework(folder, "broken")


def test_a_file_that_is_no_text_is_refused(folder: Path) -> None:
    (folder / "latin.toml").write_bytes(b'name = "\xe9"')
    with pytest.raises(FrameworkFault, match=r"latin\.toml could not be read"):
        load_framework(folder, "latin")


def test_a_file_must_be_named_after_its_id(folder: Path) -> None:
    (folder / "copy.toml").write_text(SMALL, encoding="utf-8")
    with pytest.raises(FrameworkFault, match="says that its id is 'westmere', not 'copy'"):
        load_framework(folder, "copy")


def test_the_frameworks_that_we_ship_all_load() -> None:
    files = list_frameworks(FOLDER)
    assert {"herefordshire", "sefton"} <= {file.id for file in files}
    assert [load_framework(FOLDER, file.id).name for file in files] == [f.name for f in files]
