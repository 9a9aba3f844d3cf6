from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tools.served import MarkError, collected, marked, module


def lines(*said: str) -> str:
    """A test file with those lines after its import."""
    return "\n".join(["import pytest", "", *said, ""])


def test_it_reads_the_rows_of_every_marked_test() -> None:
    source = lines(
        '@pytest.mark.rows("SEF-17", "SEF-18")',
        "def test_a() -> None: ...",
        "class TestB:",
        '    @pytest.mark.rows("HER-01")',
        "    async def test_b(self) -> None: ...",
        "def test_c() -> None: ...",
    )
    assert marked(source, "test_x.py") == {"SEF-17", "SEF-18", "HER-01"}


def test_it_reads_the_rows_of_single_cases() -> None:
    source = lines(
        '@pytest.mark.parametrize("key", [',
        '    pytest.param("pods", marks=pytest.mark.rows("LEI-41")),',
        '    pytest.param("tool", marks=pytest.mark.rows("SEF-59", "SEF-45")),',
        "])",
        "def test_a(key: str) -> None: ...",
    )
    assert marked(source, "test_x.py") == {"LEI-41", "SEF-59", "SEF-45"}


@pytest.mark.parametrize(
    "given", ['pytest.mark.rows("SEF-01")', '[pytest.mark.e2e, pytest.mark.rows("SEF-01")]']
)
def test_it_reads_the_rows_that_a_whole_file_is_marked_with(given: str) -> None:
    source = lines(f"pytestmark = {given}", "def test_a() -> None: ...")
    assert marked(source, "test_x.py") == {"SEF-01"}


def test_it_knows_nothing_of_a_file_without_marks() -> None:
    assert marked("def test_a() -> None: ...\n", "test_x.py") == frozenset()


@pytest.mark.parametrize(
    "rows", ['"SEF-61"', '"WES-01"', '"sef-01"', "ROW", '*["SEF-01"]', "1", 'f"SEF-{n}"']
)
def test_it_refuses_what_is_no_row_and_says_where(rows: str) -> None:
    source = lines(f"@pytest.mark.rows({rows})", "def test_a() -> None: ...")
    with pytest.raises(MarkError, match=r"test_x\.py, line 3: there is no row"):
        marked(source, "test_x.py")


@pytest.mark.parametrize("rows", ["", 'row="SEF-01"'])
def test_it_refuses_a_mark_without_rows(rows: str) -> None:
    source = lines(f"@pytest.mark.rows({rows})", "def test_a() -> None: ...")
    with pytest.raises(MarkError, match="write it like"):
        marked(source, "test_x.py")


@pytest.mark.parametrize(
    "said",
    [
        ['pytestmark = pytest.mark.rows("SEF-01")', "def helper() -> None: ..."],
        ['@pytest.mark.rows("SEF-01")', "class TestA:", "    def test_a(self) -> None: ..."],
        ['@pytest.mark.rows("SEF-01")', "def helper() -> None: ..."],
    ],
)
def test_it_refuses_a_mark_that_is_on_no_test(said: list[str]) -> None:
    with pytest.raises(MarkError, match=r"test_x\.py, line 3: mark a test, or the file by its"):
        marked(lines(*said), "test_x.py")


@pytest.mark.parametrize("never", ["skip", 'skipif(True, reason="later")', "xfail(strict=True)"])
def test_it_refuses_a_test_that_is_not_run(never: str) -> None:
    rows = '@pytest.mark.rows("SEF-01")'
    source = lines(f"@pytest.mark.{never}", rows, "def test_a() -> None: ...")
    with pytest.raises(MarkError, match="test_a: a test that is not run makes nothing happen"):
        marked(source, "test_x.py")


def test_it_looks_through_all_test_files_and_no_others(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name, row in (("test_a.py", "HER-01"), ("deep/test_b.py", "COL-40"), ("c.py", "LEI-01")):
        text = lines(f'@pytest.mark.rows("{row}")', "def test_a() -> None: ...")
        (tmp_path / name).write_text(text, "utf-8")
    assert collected(tmp_path) == {"HER-01", "COL-40"}


@pytest.mark.parametrize("rows", [(), ("SEF-02", "HER-01", "SEF-01")])
def test_the_module_holds_them_sorted(rows: tuple[str, ...]) -> None:
    text = module(rows)
    space: dict[str, frozenset[str]] = {}
    exec(text, space)  # noqa: S102 - the module that was just written, to see that it is one
    assert space["SERVED"] == frozenset(rows)
    written = [n.value for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Constant)][1:]
    assert written == sorted(rows)
