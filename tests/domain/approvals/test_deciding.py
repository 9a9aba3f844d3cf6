"""Sending, passing and returning: what an approval becomes, and who may."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.approvals.approval import Approval, ApprovalState, Item, ItemState
from domain.approvals.deciding import passed, returned, sent, written
from domain.approvals.terms import (
    approvers,
    asks_of,
    blank_items,
    decide_by,
    levels_of,
    rule_of,
    rules_for,
    senders,
    whole,
)
from domain.calendar.working_days import WorkingCalendar
from domain.faults import Fault
from tests.cast import PEOPLE
from tests.cast_leicestershire import OTHERS, QUIN
from tests.town import framework

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
TODAY = NOW.date()
EVERYBODY = PEOPLE | OTHERS
LEI = framework("leicestershire")
THEMES = rule_of(LEI, "themes_of_the_year")
TEMPLATE = rule_of(LEI, "service_manager_template")


def approval(*states: ItemState, answers: tuple[str, ...] = ("a", "b")) -> Approval:
    """One with an item in each of these states."""
    items = tuple(
        Item(number=n, name=f"Part {n}", answers=answers, state=state)
        for n, state in enumerate(states, 1)
    )
    return Approval(id=1, rule="themes_of_the_year", begun_at=NOW, items=items)


OPEN, WAITING, RETURNED, PASSED = ItemState


def states(found: Approval) -> list[ItemState]:
    return [item.state for item in found.items]


def test_a_half_written_item_is_refused_with_its_field() -> None:
    with pytest.raises(Fault) as refused:
        sent(approval(OPEN, answers=("a", "")), "quin", NOW, whole=True)
    assert refused.value.field == "answer_1_2"
    assert "Part 1" in refused.value.message


def test_what_nobody_wrote_is_left_out_unless_all_is_needed() -> None:
    two = approval(OPEN, OPEN)
    some = replace(two, items=(two.items[0], replace(two.items[1], answers=("", ""))))
    out = sent(some, "quin", NOW, whole=False)
    assert [item.number for item in out.items] == [1]
    assert (out.state, out.sender) == (ApprovalState.WAITING, "quin")
    with pytest.raises(Fault):
        sent(some, "quin", NOW, whole=True)


def test_nothing_at_all_is_no_sending() -> None:
    with pytest.raises(Fault):
        sent(approval(OPEN, answers=()), "quin", NOW, whole=False)


def test_an_item_climbs_level_by_level_and_only_those_that_are_named() -> None:
    first = passed(approval(WAITING, WAITING), {1}, "ava", NOW, levels=2)
    assert [(item.state, item.level) for item in first.items] == [(WAITING, 1), (WAITING, 0)]
    assert first.items[1].decided_by is None
    second = passed(first, {1}, "smita", NOW, levels=2)
    assert states(second) == [PASSED, WAITING]
    assert second.state is ApprovalState.WAITING
    assert passed(second, {2}, "ava", NOW, levels=1).state is ApprovalState.PASSED


def test_what_comes_back_begins_again_at_the_first_level() -> None:
    up = passed(approval(WAITING), {1}, "ava", NOW, levels=2)
    back = returned(up, {1}, "smita", "Too wide.", NOW)
    assert back.state is ApprovalState.RETURNED
    again = sent(back, "quin", NOW, whole=True)
    assert (again.items[0].state, again.items[0].level, again.items[0].reason) == (WAITING, 0, "")


def test_what_has_passed_cannot_be_decided_again_nor_written_over() -> None:
    both = approval(PASSED, RETURNED)
    assert states(returned(both, {1, 2}, "ava", "no", NOW)) == [PASSED, RETURNED]
    anew = written(both, {1: ("x", "y"), 2: ("x", "y")}, "Plans")
    assert [item.answers for item in anew.items] == [("a", "b"), ("x", "y")]


def test_the_sender_s_own_line_passes_it_and_else_everybody_with_the_role() -> None:
    theirs = approvers(TEMPLATE, 0, "seb", EVERYBODY, TODAY)
    assert [person.id for person in theirs] == ["hope"]
    assert [p.id for p in approvers(TEMPLATE, 0, "quin", EVERYBODY, TODAY)] == ["hal", "hope"]
    assert approvers(TEMPLATE, 1, "seb", EVERYBODY, TODAY) == []


def test_nobody_passes_their_own_and_nobody_who_has_left_does() -> None:
    assert "ava" not in {p.id for p in approvers(THEMES, 0, "ava", EVERYBODY, TODAY)}
    gone = EVERYBODY | {"hope": replace(EVERYBODY["hope"], left_on=TODAY)}
    assert [p.id for p in approvers(TEMPLATE, 0, "seb", gone, TODAY)] == ["hal"]


def test_whoever_has_the_role_sends_it() -> None:
    assert [rule.key for rule in rules_for(LEI, QUIN)] == ["themes_of_the_year"]
    assert [person.id for person in senders(TEMPLATE, EVERYBODY, TODAY)] == ["sam", "seb"]


def test_items_questions_and_levels_come_from_the_file() -> None:
    assert next(item.name for item in blank_items(THEMES)) == "First quarter"
    topic = rule_of(LEI, "campaign_topic")
    assert [item.name for item in blank_items(topic)] == [topic.title]
    assert len(asks_of(topic)) == 1
    assert [len(roles) for roles in levels_of(THEMES)] == [2, 1]
    assert whole(THEMES)
    assert not whole(rule_of(framework("city-of-london"), "governance_sign_off"))
    assert levels_of(rule_of(LEI, "gone")) == ()


def test_it_is_decided_within_five_working_days() -> None:
    calendar = WorkingCalendar(frozenset({date(2026, 12, 25), date(2026, 12, 28)}))
    assert decide_by(date(2026, 12, 21), calendar) == date(2026, 12, 30)
