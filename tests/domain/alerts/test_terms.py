"""Who may raise what, who hears at which level, and by when a reply is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.alerts.alert import Alert, AlertState, Outcome, Tone
from domain.alerts.counts import count, half_year
from domain.alerts.terms import (
    level_name,
    may_move_up,
    next_level,
    reply_by,
    rule_of,
    rules_for,
    signpost,
    told_at,
)
from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.sections import Days, Hours
from tests.cast import CASES, IVY, PEOPLE, WES
from tests.town import framework

TODAY = date(2026, 12, 1)
NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
ALERT = Alert(id=1, rule="qa_alert", raised_by="ivy", begun_at=NOW, theme="Planning")
QA = rule_of(framework("leicestershire"), "qa_alert")


def test_a_role_s_own_alerts_come_first_and_signposts_are_none() -> None:
    keys = [rule.key for rule in rules_for(framework("somerset"), IVY)]
    assert keys == ["issue_resolution", "ask_the_team"]
    assert rules_for(framework("leicestershire"), WES) == ()
    found = signpost(framework("somerset"))
    assert found is not None
    assert found.key == "allegation"
    assert signpost(framework("sefton")) is None


def test_one_manager_more_hears_at_each_level() -> None:
    rule = rule_of(framework("somerset"), "issue_resolution")
    case = CASES["C-24113"]
    heard = [told_at(rule, level, case, PEOPLE, TODAY) for level in range(3)]
    assert heard == [
        ("will", "theo"),
        ("will", "theo", "sam"),
        ("will", "theo", "sam", "hal"),
    ]


def test_who_has_left_hears_nothing() -> None:
    gone = PEOPLE | {"will": replace(PEOPLE["will"], left_on=TODAY)}
    assert told_at(QA, 0, CASES["C-24113"], gone, TODAY) == ("theo",)


@pytest.mark.parametrize(
    ("within", "due"),
    [
        (None, date(2026, 12, 8)),
        (Days(kind="days", days=2, working=True), date(2026, 12, 3)),
        (Days(kind="days", days=4), date(2026, 12, 7)),
        (Hours(kind="hours", hours=24), date(2026, 12, 2)),
    ],
)
def test_a_reply_is_asked_for_by_a_working_day(within: Days | Hours | None, due: date) -> None:
    rule = QA.model_copy(update={"answer_within": within})
    assert reply_by(rule, TODAY, WorkingCalendar()) == due


def test_there_is_a_next_step_until_the_last_level_or_the_end() -> None:
    waiting = replace(ALERT, state=AlertState.WAITING)
    assert (level_name(QA, 0), next_level(QA, 0), next_level(QA, 1)) == ("Informal", "Formal", "")
    assert may_move_up(QA, waiting)
    assert not may_move_up(QA, replace(waiting, level=1))
    assert not may_move_up(QA, replace(waiting, state=AlertState.CLOSED))
    assert level_name(rule_of(framework("sefton"), "gone"), 0) == "Alert"


@pytest.mark.rows("LEI-19")
def test_concerns_and_praise_are_counted_apart() -> None:
    praise = replace(ALERT, tone=Tone.PRAISE, outcome=Outcome.THANKED)
    titles = {one: one.value for one in Outcome}
    found = count(
        [(ALERT, "Informal"), (replace(ALERT, theme="Visits"), "Formal"), (praise, "Informal")],
        titles,
    )
    assert found.total == 3
    assert found.themes == (("Planning", 1, 1), ("Visits", 1, 0))
    assert found.levels == (("Informal", 1, 1), ("Formal", 1, 0))
    assert found.outcomes == (("open", 2, 0), ("thanked", 0, 1))


def test_the_half_year_before_is_counted() -> None:
    assert half_year(date(2027, 1, 4)) == (date(2026, 7, 1), date(2027, 1, 1))
    assert half_year(date(2026, 8, 4)) == (date(2026, 1, 1), date(2026, 7, 1))
