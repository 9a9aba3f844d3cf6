from __future__ import annotations

import pytest

from tools.measure import Function, Module, measure
from tools.shape import Figure, figures, main, table


def code(
    path: str = "domain/a.py", *, lines: int = 10, functions: tuple[Function, ...] = ()
) -> Module:
    return Module(
        path=path,
        lines=lines,
        written=lines,
        comments=0,
        tests=0,
        mocks=0,
        bare=False,
        functions=functions,
    )


def function(*, lines: int = 5, complexity: int = 1, annotated: bool = True) -> Function:
    return Function(where="a.py:1 f", lines=lines, complexity=complexity, annotated=annotated)


def figure(name: str, *modules: Module) -> Figure:
    return next(found for found in figures(modules) if found.name == name)


def test_a_module_beyond_the_limit_is_named() -> None:
    found = figure("module lines, max", code(lines=300), code("bot/b.py", lines=301))
    assert found.offenders == ("bot/b.py: 301 lines",)
    assert (found.value, found.met) == ("301", False)


def test_a_module_at_the_limit_is_within_it() -> None:
    assert figure("module lines, max", code(lines=300)).met


@pytest.mark.parametrize(
    ("name", "kept", "broken"),
    [
        ("function lines, max", function(lines=40), function(lines=41)),
        ("complexity, max", function(complexity=8), function(complexity=9)),
        ("annotated, %", function(), function(annotated=False)),
    ],
)
def test_a_function_beyond_a_limit_is_named(name: str, kept: Function, broken: Function) -> None:
    assert figure(name, code(functions=(kept,))).offenders == ()
    (offender,) = figure(name, code(functions=(kept, broken))).offenders
    assert offender.startswith("a.py:1 f: ")


def test_the_median_and_the_ninetieth_of_a_hundred_are_told() -> None:
    modules = [code(lines=size) for size in range(1, 101)]
    assert figure("module lines, median", *modules).value == "50.5"
    ninetieth = figure("module lines, 90 %", *modules)
    assert (ninetieth.value, ninetieth.met) == ("91", True)


def test_missing_a_soft_target_breaks_nothing() -> None:
    found = figure("module lines, median", code(lines=61))
    assert (found.met, found.offenders) == (False, ())


def test_files_without_a_statement_do_not_flatter_the_median() -> None:
    empty = measure("domain/__init__.py", '"""Rules."""\n')
    assert figure("module lines, median", code(lines=50), empty, empty).value == "50"


def test_tests_are_held_against_the_code_and_not_measured_as_code() -> None:
    tests = code("tests/domain/test_a.py", lines=390)
    assert figure("test lines a line of code", code(lines=300), tests).value == "1.30"
    assert figure("module lines, max", code(lines=300), tests).value == "300"


@pytest.mark.parametrize(("mocks", "broken"), [(1, False), (2, True)])
def test_more_than_five_mocks_in_a_hundred_tests_break_the_limit(mocks: int, broken: bool) -> None:
    source = "def test_it(): ...\n" * 20 + "Mock()\n" * mocks
    found = figure("mocks in 100 tests", measure("tests/test_a.py", source))
    assert bool(found.offenders) is broken
    assert found.value == f"{5 * mocks:.1f}"


def test_an_empty_tree_has_figures_too() -> None:
    assert {found.value for found in figures([])} <= {"0", "0.0", "0.00", "100.0"}


def test_the_table_says_what_was_met_missed_and_broken_and_by_whom() -> None:
    text = table(
        [
            Figure("one", "1", "≤ 2", met=True),
            Figure("two", "3", "≤ 2", met=False),
            Figure("three", "4", "≤ 2", met=False, offenders=("a.py: 4",)),
        ]
    )
    words = [line.split() for line in text.splitlines()]
    assert [line[-1] for line in words] == ["met", "missed", "broken", "4"]


def test_this_tree_keeps_its_hard_limits(capsys: pytest.CaptureFixture[str]) -> None:
    status = main()
    assert status == 0, capsys.readouterr().out
