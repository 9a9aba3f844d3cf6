"""Writes domain/frameworks/served.py: the rows of the documents that a test makes happen.

A test says so with ``@pytest.mark.rows("SEF-17", "SEF-18")``, or all tests of a file together
with ``pytestmark = pytest.mark.rows("SEF-17")``. The marks are read out of the test files, not
run. ``python -m tools.served`` writes the file anew.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from domain.frameworks.rows import ROWS, rows_of

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests"
MODULE = ROOT / "domain" / "frameworks" / "served.py"
MARK = "pytest.mark.rows"
NEVER_RUN = ("pytest.mark.skip", "pytest.mark.xfail")
HEAD = '''\
"""The rows of the councils' documents that a test makes happen.

Made by `python -m tools.served` out of the marks of the tests; a test fails while it is not up
to date.
"""

from __future__ import annotations
'''

Test = ast.FunctionDef | ast.AsyncFunctionDef


class MarkError(ValueError):
    """A mark that says nothing, or that would say too much."""


def marked(source: str, name: str) -> frozenset[str]:
    """The rows that a file's tests are marked with; raises MarkError with the place."""
    tree = ast.parse(source)
    tests = list(_tests(tree))
    counted = [mark for test in tests for mark in _marks(test, name)]
    counted += _of_the_file(tree) if tests else []
    strays = {id(node) for node in _calls(tree)} - {id(mark) for mark in counted}
    if strays:
        lines = sorted(node.lineno for node in _calls(tree) if id(node) in strays)
        raise MarkError(f"{name}, line {lines[0]}: mark a test, or the file by its pytestmark")
    return frozenset(row for mark in counted for row in _rows(mark, name))


def _tests(tree: ast.Module) -> Iterator[Test]:
    for node in ast.walk(tree):
        if isinstance(node, Test) and node.name.startswith("test_"):
            yield node


def _marks(test: Test, name: str) -> Iterator[ast.Call]:
    # also those of single cases: pytest.param("pods", marks=pytest.mark.rows("LEI-41"))
    marks = [each for one in test.decorator_list for each in ast.walk(one) if _is_mark(each)]
    says = [ast.unparse(each) for each in test.decorator_list]
    if marks and any(each.startswith(NEVER_RUN) for each in says):
        raise MarkError(f"{name}, {test.name}: a test that is not run makes nothing happen")
    yield from (mark for mark in marks if isinstance(mark, ast.Call))


def _of_the_file(tree: ast.Module) -> list[ast.Call]:
    """The marks that ``pytestmark`` gives to every test of the file, alone or in a list."""
    given = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "pytestmark"
    ]
    inside = [each for one in given for each in (one.elts if isinstance(one, ast.List) else [one])]
    return [each for each in inside if isinstance(each, ast.Call) and _is_mark(each)]


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_mark(node))


def _is_mark(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == MARK


def _rows(mark: ast.Call, name: str) -> Iterator[str]:
    if not mark.args or mark.keywords:
        raise MarkError(f'{name}, line {mark.lineno}: write it like rows("SEF-17", "SEF-18")')
    known = {row for prefix, count in ROWS.items() for row in rows_of(prefix, count)}
    for arg in mark.args:
        if not isinstance(arg, ast.Constant) or arg.value not in known:
            raise MarkError(f"{name}, line {mark.lineno}: there is no row {ast.unparse(arg)}")
        yield str(arg.value)


def collected(folder: Path = TESTS) -> frozenset[str]:
    """The rows that all test files of a folder are marked with."""
    found: set[str] = set()
    for path in sorted(folder.rglob("test_*.py")):
        found |= marked(path.read_text("utf-8"), path.relative_to(folder).as_posix())
    return frozenset(found)


def module(rows: Iterable[str]) -> str:
    """The text of the module that holds them, one document after the other."""
    lines = [f'        "{row}",' for row in sorted(rows)]
    inside = ["frozenset(", "    {", *lines, "    }", ")"] if lines else ["frozenset()"]
    return f"{HEAD}\nSERVED: frozenset[str] = " + "\n".join(inside) + "\n"


if __name__ == "__main__":
    MODULE.write_text(module(collected()), "utf-8")
