from __future__ import annotations

import io

import pytest
from rich.console import Console

from cli.progress import Steps

LONG = 60.0
HIDE_CURSOR, SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"


def screen(*, terminal: bool) -> tuple[Console, io.StringIO]:
    out = io.StringIO()
    return Console(file=out, force_terminal=terminal, width=80), out


def test_what_takes_long_shows_its_step() -> None:
    console, out = screen(terminal=True)
    with Steps(2, console=console, patience=0.0) as step:
        step("Reading the file")
        assert step.shown.wait(LONG)
        step("Checking and writing")
    assert "Checking and writing" in out.getvalue()


def test_what_is_quick_shows_nothing() -> None:
    console, out = screen(terminal=True)
    with Steps(1, console=console, patience=LONG) as step:
        step("Reading the file")
    assert (out.getvalue(), step.shown.is_set()) == ("", False)


def test_where_nobody_looks_on_nothing_is_drawn() -> None:
    console, out = screen(terminal=False)
    step = Steps(1, console=console, patience=0.0)
    with step:
        step("Reading the file")
    assert (out.getvalue(), step.shown.is_set()) == ("", False)


def fail(console: Console) -> None:
    with Steps(1, console=console, patience=0.0) as step:
        assert step.shown.wait(LONG)
        raise LookupError


def test_it_gives_the_screen_back_when_the_work_fails() -> None:
    console, out = screen(terminal=True)
    with pytest.raises(LookupError):
        fail(console)
    assert out.getvalue().rfind(SHOW_CURSOR) > out.getvalue().rfind(HIDE_CURSOR) >= 0
