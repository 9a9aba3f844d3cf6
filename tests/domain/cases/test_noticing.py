from __future__ import annotations

from dataclasses import replace

from domain.cases.case import Case
from domain.cases.noticing import seen_in

BEFORE = Case(ref="C-1")
AFTER = replace(BEFORE, cared_for=True)


def test_a_flag_that_turns_is_an_event() -> None:
    assert list(seen_in({"C-1": BEFORE}, [AFTER])) == [("becomes_looked_after", "C-1")]


def test_what_was_so_before_is_none() -> None:
    assert list(seen_in({"C-1": AFTER}, [replace(AFTER, team="North")])) == []


def test_a_new_record_and_a_closed_one_tell_nothing() -> None:
    assert list(seen_in({}, [AFTER])) == []
    assert list(seen_in({"C-1": BEFORE}, [replace(AFTER, open=False)])) == []
    assert list(seen_in({"C-1": AFTER}, [BEFORE])) == []
