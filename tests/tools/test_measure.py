from __future__ import annotations

import ast
import textwrap
from pathlib import Path

import pytest

from tools.measure import Function, Module, measure, measure_folder


def measured(source: str) -> Module:
    return measure("some/file.py", textwrap.dedent(source))


def function(source: str) -> Function:
    return measured(source).functions[0]


def test_a_function_is_as_long_as_from_def_to_its_end_without_decorators_and_docstring() -> None:
    source = '''
        @cached
        @loud
        def add(
            one: int, two: int
        ) -> int:
            """Adds.

            Both of them.
            """
            total = one + two

            return total
    '''
    assert function(source).lines == 6


def test_a_function_is_named_with_its_file_and_line() -> None:
    assert function("x = 1\ndef add(): ...\n").where == "some/file.py:2 add"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("pass", 1),
        ("if a: pass", 2),
        ("if a: pass\n elif b: pass\n else: pass", 3),
        ("for a in b:\n  while c: pass", 3),
        ("try: pass\n except A: pass\n except B: pass\n finally: pass", 3),
        ("match a:\n  case 1: pass\n  case 2: pass\n  case _: pass", 3),
        ("match a:\n  case 1 as b: pass\n  case c: pass", 2),
        ("return a and b or c", 1),
        ("def inner():\n  if a: pass\n return inner", 2),
    ],
)
def test_each_branch_adds_one_to_the_complexity(body: str, expected: int) -> None:
    assert function(f"def f():\n {body}\n").complexity == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f(a: int, *b: int, c: int = 1, **d: int) -> int: ...", True),
        ("async def f() -> None: ...", True),
        ("class A:\n def f(self) -> None: ...", True),
        ("def f(a: int): ...", False),
        ("def f(a) -> None: ...", False),
        ("def f(*a) -> None: ...", False),
        ("def f(*, a) -> None: ...", False),
        ("def f(a, /) -> None: ...", False),
    ],
)
def test_a_function_is_annotated_when_each_argument_and_the_return_are(
    source: str, expected: bool
) -> None:
    assert function(source).annotated is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Mock()", 1),
        ("mock.AsyncMock(return_value=MagicMock())", 2),
        ("patch.object(thing, 'name')", 1),
        ("monkeypatch.setattr(thing, 'name', 1)", 1),
        ("monkeypatch.setenv('QA_PORT', '1')", 0),
        ("client.patch_row()", 0),
        ("object.__setattr__(thing, 'name', 1)", 0),
    ],
)
def test_stand_ins_and_patches_are_counted_where_they_are_made(line: str, expected: int) -> None:
    assert measured(f"def test_it():\n {line}\n").mocks == expected


def test_comments_for_people_are_counted_and_marks_for_tools_are_not() -> None:
    source = """
        x = 1  # noqa: E501
        # ruff: noqa: D102
        # because the sky is blue
        y = "# not one"  # nor is the one before
    """
    assert measured(source).comments == 2


def test_lines_blank_lines_and_tests_are_counted() -> None:
    module = measured("def test_one(): ...\n\n\nasync def test_two(): ...\ndef helper(): ...\n")
    assert (module.lines, module.written, module.tests) == (5, 3, 2)


@pytest.mark.parametrize(("source", "bare"), [('"""Doc."""\n', True), ("", True), ("x = 1", False)])
def test_a_file_with_nothing_but_its_docstring_is_bare(source: str, bare: bool) -> None:
    assert measured(source).bare is bare


def test_what_is_no_python_is_refused_with_its_name() -> None:
    with pytest.raises(SyntaxError) as caught:
        measured("def")
    assert caught.value.filename == "some/file.py"


def test_hidden_and_skipped_folders_are_passed_over(tmp_path: Path) -> None:
    for name in ("a/one.py", ".venv/two.py", "var/three.py", "a/var/four.py", "a/five.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x = 1\n", "utf-8")
    found = measure_folder(tmp_path, skip=frozenset({"var"}))
    assert [module.path for module in found] == ["a/one.py"]


def test_the_measures_hold_for_a_file_of_our_own() -> None:
    path = Path(__file__)
    module = measure("tests/x.py", path.read_text("utf-8"))
    names = [node for node in ast.parse(path.read_text("utf-8")).body if hasattr(node, "name")]
    assert module.tests == sum(1 for node in names if node.name.startswith("test_"))
