from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from grimp import ImportGraph
from importlinter.domain.contract import InvalidContractOptions

from tools.import_table import MayImport

ROOT = Path(__file__).parents[2]
CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]


def graph_of(*imports: tuple[str, str]) -> ImportGraph:
    graph = ImportGraph()
    graph.add_module("cards")
    for line, (importer, imported) in enumerate(imports, start=1):
        if imported not in graph.modules and "." not in imported:
            graph.add_module(imported, is_squashed=imported != "cards")
        graph.add_import(
            importer=importer, imported=imported, line_number=line, line_contents="import it"
        )
    return graph


def row(**options: object) -> MayImport:
    return MayImport(name="cards", session_options={}, contract_options=options)


def found(graph: ImportGraph, *allowed: str) -> list[str]:
    check = row(folder="cards", allowed=list(allowed)).check(graph, verbose=False)
    broken: list[str] = check.metadata["broken"]
    assert check.kept == (not broken)
    return broken


def test_what_the_row_allows_is_kept() -> None:
    assert found(graph_of(("cards.card", "domain"), ("cards", "cards.card")), "domain") == []


def test_the_standard_library_needs_no_mention() -> None:
    assert found(graph_of(("cards.card", "dataclasses"))) == []


def test_a_package_nobody_thought_of_breaks_the_row_and_the_line_is_named() -> None:
    assert found(graph_of(("cards.card", "domain"), ("cards.card", "shiny")), "domain") == [
        "cards.card imports shiny (line 2)"
    ]


def test_a_module_inside_a_folder_that_is_not_allowed_breaks_the_row() -> None:
    assert found(graph_of(("cards.card", "storage.tables"))) == [
        "cards.card imports storage.tables (line 1)"
    ]


def test_what_other_folders_import_is_not_this_rows_business() -> None:
    assert found(graph_of(("storage.tables", "sqlalchemy"), ("storagecards", "shiny"))) == []


def test_a_broken_row_is_told_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    contract = row(folder="cards", allowed=[])
    contract.render_broken_contract(contract.check(graph_of(("cards", "shiny")), verbose=False))
    assert "cards imports shiny (line 1)" in capsys.readouterr().out


def test_a_row_without_what_is_allowed_is_refused() -> None:
    with pytest.raises(InvalidContractOptions):
        row(folder="cards")


def test_every_folder_of_the_service_has_a_row() -> None:
    helpers = {"bench", "demo", "tests", "tools", "year"}
    folders = {path.parent.name for path in ROOT.glob("*/__init__.py")} - helpers
    assert {contract["folder"] for contract in CONFIG["contracts"]} == folders
    assert folders <= set(CONFIG["root_packages"])
