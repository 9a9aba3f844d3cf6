"""Whose word is still missing."""

from __future__ import annotations

from datetime import date

import pytest

from domain.follow_up.progress import missing, silent
from domain.follow_up.rules import Terms
from domain.follow_up.step import StepState, Verdict
from domain.frameworks.follow_up import Confirmation
from tests.domain.follow_up.steps import said, step

WRITTEN = Terms(title="Review", asks=("How far?",), signed_off=True)
TALK = Terms(
    title="Talk",
    confirms=(
        Confirmation(key="supervisor", title="Talked", dated=True),
        Confirmation(key="worker", title="Talked"),
    ),
)
BOTH = (("supervisor", "tess"), ("worker", "wes"))


def test_who_writes_is_missing_until_something_is_written() -> None:
    open_now = step(("write", "tess"), ("sign", "hal"))
    assert silent(open_now, WRITTEN) == ("tess",)
    assert silent(step(*BOTH, replies=(said("write", "tess"),)), WRITTEN) == ()


def test_one_of_several_is_enough() -> None:
    team = step(("write", "ann"), ("write", "bea"), replies=(said("write", "bea"),))
    assert missing(team, WRITTEN) == ()


def test_what_was_said_before_a_return_does_not_count_any_more() -> None:
    back = step(("write", "tess"), replies=(said("write", "tess"),), round=2)
    assert missing(back, WRITTEN) == ("write",)


def test_only_the_sign_off_is_missing_once_it_is_sent() -> None:
    sent = step(("write", "tess"), ("sign", "hal"), state=StepState.SENT)
    assert silent(sent, WRITTEN) == ("hal",)


@pytest.mark.parametrize("state", [StepState.WAITING, StepState.DONE, StepState.CANCELLED])
def test_nothing_is_missing_of_what_does_not_run(state: StepState) -> None:
    assert missing(step(("write", "tess"), state=state), WRITTEN) == ()


def test_whoever_is_only_told_is_asked_for_nothing() -> None:
    assert missing(step(("told", "hal")), Terms(title="Alert")) == ()


def test_both_sides_of_a_talk_are_asked() -> None:
    assert silent(step(*BOTH), TALK) == ("tess", "wes")
    one = step(*BOTH, replies=(said("worker", "wes"),))
    assert silent(one, TALK) == ("tess",)


def test_the_supervisor_s_word_without_a_day_leaves_the_worker_s_missing() -> None:
    assert silent(step(*BOTH, replies=(said("supervisor", "tess"),)), TALK) == ("wes",)


def test_the_supervisor_s_word_with_its_day_is_enough() -> None:
    dated = said("supervisor", "tess", day=date(2025, 9, 17))
    assert missing(step(*BOTH, replies=(dated,)), TALK) == ()


def test_a_day_on_another_tick_is_not_enough() -> None:
    dated = said("worker", "wes", day=date(2025, 9, 17))
    assert silent(step(*BOTH, replies=(dated,)), TALK) == ("tess",)


def test_a_tick_that_nobody_can_set_is_not_waited_for() -> None:
    """The record has no worker."""
    alone = step(("supervisor", "tess"), replies=(said("supervisor", "tess"),))
    assert missing(alone, TALK) == ()


def test_the_latest_return_is_the_one_that_counts() -> None:
    first = said("sign", "hal", words="No dates", verdict=Verdict.RETURNED)
    second = said("sign", "hal", round=2, words="No owner", verdict=Verdict.RETURNED)
    assert step(replies=(first, second)).returned == second
    assert step(replies=(said("sign", "hal", verdict=Verdict.PASSED),)).returned is None


def test_people_with_two_parts_come_once() -> None:
    found = step(("write", "tess"), ("told", "tess"), ("told", "hal"))
    assert found.people("told", "write") == ("tess", "hal")
    assert found.parts_of(["tess"]) == {"write", "told"}
