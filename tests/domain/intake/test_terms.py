"""What came in: when it counts, when it is closed, and in which period."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.faults import Fault
from domain.intake.intake import Intake, IntakeState
from domain.intake.terms import counted, noted, periods, rule_of, rules_for, rules_to_read
from tests.cast import CORA, OTTO, WES
from tests.town import framework

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
TODAY = NOW.date()
HER = framework("herefordshire")
RULE = rule_of(HER, "complaints")
ONE = Intake(
    id=1,
    rule=RULE.key,
    noted_by="otto",
    begun_at=NOW,
    kind="Complaint",
    reference="CP-2026/118",
    received_on=TODAY,
    theme="Delay",
)


@pytest.mark.parametrize("reference", ["", "Wanda Moor", "complaint", "12 Mill Lane", "x" * 41])
def test_a_reference_is_one_word_with_a_number(reference: str) -> None:
    with pytest.raises(Fault) as refused:
        noted(replace(ONE, reference=reference), RULE, TODAY, NOW)
    assert refused.value.field == "reference"


def test_it_counts_without_an_outcome_and_closes_with_one_and_its_lesson() -> None:
    counts = noted(ONE, RULE, TODAY, NOW)
    assert (counts.state, counts.noted_at) == (IntakeState.OPEN, NOW)
    upheld = replace(counts, outcome="Upheld")
    with pytest.raises(Fault):
        noted(upheld, RULE, TODAY, NOW)
    later = datetime(2026, 12, 2, 9, tzinfo=UTC)
    closed = noted(replace(upheld, lesson="We call."), RULE, TODAY, later)
    assert (closed.state, closed.noted_at) == (IntakeState.CLOSED, NOW)


def test_what_has_no_outcomes_is_closed_at_once() -> None:
    bare = RULE.model_copy(update={"outcomes": (), "lesson": "none"})
    assert noted(ONE, bare, TODAY, NOW).state is IntakeState.CLOSED


def test_a_day_to_come_is_refused() -> None:
    with pytest.raises(Fault) as refused:
        noted(replace(ONE, received_on=date(2026, 12, 2)), RULE, TODAY, NOW)
    assert refused.value.field == "received_on"


def test_a_quarter_begins_in_january_and_a_month_with_its_first() -> None:
    before, now = periods(RULE, date(2027, 1, 1))
    assert (before.first_day, before.last_day) == (date(2026, 10, 1), date(2026, 12, 31))
    assert (now.first_day, now.last_day) == (date(2027, 1, 1), date(2027, 3, 31))
    monthly = RULE.model_copy(update={"per": "month"})
    assert periods(monthly, TODAY)[0].first_day == date(2026, 11, 1)


def test_it_is_counted_by_the_day_it_came_the_most_first() -> None:
    spans = periods(RULE, TODAY)
    old = replace(ONE, received_on=date(2026, 9, 30), theme="Recording")
    ancient = replace(ONE, received_on=date(2026, 6, 30), theme="Recording")
    found = [old, ancient, ONE, replace(ONE, outcome="Upheld")]
    assert counted(found, "theme", spans) == (("Delay", 0, 2), ("Recording", 1, 0))
    assert ("Not known yet", 1, 1) in counted(found, "outcome", spans)


def test_those_who_note_it_and_those_who_run_cycles_read_it() -> None:
    assert [rule.key for rule in rules_for(HER, OTTO)] == ["complaints"]
    assert rules_for(HER, WES) == ()
    assert rules_to_read(HER, WES, every=False) == ()
    assert rules_to_read(HER, CORA, every=True) == (RULE,)
    assert rule_of(HER, "gone").noted_by == ()
