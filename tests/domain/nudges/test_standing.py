"""On which day a standing reminder goes out, and when it is too late for it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.asked_for import Nudge
from domain.frameworks.sections import Cadence
from domain.nudges.standing import StandingNudge, day_of, next_day, rule_of, too_late
from domain.refs import Ref
from tests.town import framework

CALENDAR = WorkingCalendar(frozenset({date(2027, 1, 1)}))
WEEKLY = Nudge(key="look", title="Look", cadence=Cadence(every="week"))
AFTER = Nudge(key="talk", title="Talk", after="findings", days_after=14, again=1)
ONE = StandingNudge(rule="look", slot="2026-12-07", recipient="ada", send_on=date(2026, 12, 7))


@pytest.mark.parametrize(
    ("cadence", "today", "day"),
    [
        (Cadence(every="month"), "2026-12-01", "2026-12-01"),
        (Cadence(every="month"), "2026-12-07", "2026-12-01"),
        (Cadence(every="month"), "2026-12-08", None),
        (Cadence(every="month"), "2027-01-01", None),  # a holiday: the first is the 4th
        (Cadence(every="month"), "2027-01-04", "2027-01-04"),
        (Cadence(every="quarter"), "2026-11-02", None),
        (Cadence(every="quarter"), "2026-10-01", "2026-10-01"),
        (Cadence(every="week"), "2026-12-10", "2026-12-07"),
        (Cadence(every="fortnight"), "2026-12-10", "2026-12-07"),
        (Cadence(every="fortnight"), "2026-12-14", None),
        (Cadence(months=(4, 9)), "2026-09-01", "2026-09-01"),
        (Cadence(months=(4, 9)), "2026-12-01", None),
        (Cadence(event="Something happens"), "2026-12-01", None),
        (Cadence(), "2026-12-01", None),
        (None, "2026-12-01", None),
    ],
)
def test_it_goes_out_on_the_first_working_day_of_its_period(
    cadence: Cadence | None, today: str, day: str | None
) -> None:
    found = day_of(cadence, date.fromisoformat(today), CALENDAR)
    assert found == (date.fromisoformat(day) if day else None)


def test_a_week_later_it_is_let_be_unless_something_happened() -> None:
    assert not too_late(WEEKLY, ONE, date(2026, 12, 13))
    assert too_late(WEEKLY, ONE, date(2026, 12, 14))
    assert not too_late(AFTER, ONE, date(2026, 12, 31))


def test_it_comes_again_a_month_later_where_the_council_says_so() -> None:
    assert next_day(WEEKLY, date(2026, 12, 7), CALENDAR) is None
    assert next_day(AFTER, date(2026, 12, 1), CALENDAR) == date(2027, 1, 4)


def test_its_card_and_its_version_follow_the_tick() -> None:
    ticked = StandingNudge(
        id=7,
        rule="look",
        slot="s",
        recipient="ada",
        send_on=date(2026, 12, 7),
        ticked_at=datetime(2026, 12, 7, tzinfo=UTC),
    )
    assert (ONE.version, ticked.version, ticked.ref) == (1, 2, Ref("standing", "7"))


def test_what_the_council_has_dropped_is_no_rule_any_more() -> None:
    assert rule_of(framework("herefordshire"), "gone") is None
    assert rule_of(framework("herefordshire"), "oversight_on_records") is not None
