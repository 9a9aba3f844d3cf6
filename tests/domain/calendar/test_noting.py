"""What is asked, what a report covers, how far something may move, whose it is."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.calendar.entries import CalendarEntry, Section, calendar_entries, entry_of
from domain.calendar.noting import (
    ANYTHING,
    NUMBERS,
    covered,
    followed_due,
    latest_day,
    notes_asked,
    start_due,
)
from domain.calendar.occurrence import Occurrence
from domain.calendar.occurrences import Span
from domain.calendar.owners import Share, holders, own_people, shares
from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.deadlines import DaysAfterAllocation, LastWorkingDayOfMonth
from domain.frameworks.sections import Activity, Cadence, Report
from engines.bank_holidays import ClosedDays
from tests.cast import PEOPLE
from tests.town import framework

ENGLAND = WorkingCalendar(ClosedDays())
TODAY = date(2026, 6, 18)
COUNCILS = ("leicestershire", "city-of-london", "herefordshire", "sefton", "somerset")


def activity(**said: object) -> CalendarEntry:
    one = Activity.model_validate({"key": "one", "title": "One", **said})
    return CalendarEntry(section=Section.ACTIVITY, entry=one)


def report(**said: object) -> CalendarEntry:
    one = Report.model_validate({"key": "one", "title": "One", **said})
    return CalendarEntry(section=Section.REPORT, entry=one)


def occurrence(due: date = date(2026, 6, 30)) -> Occurrence:
    opened = datetime(2026, 6, 1, 9, tzinfo=UTC)
    first = date(2026, 6, 1)
    return Occurrence(id=1, entry="activities.one", period=first, due_on=due, opened_at=opened)


@pytest.mark.parametrize("council", COUNCILS)
def test_every_entry_has_an_owner_a_day_or_a_start_and_something_to_note(council: str) -> None:
    for entry in calendar_entries(framework(council), planned=True):
        assert entry.roles or "line_manager" in entry.relations, entry.name
        assert entry.dated or entry.startable, entry.name
        asked = notes_asked(entry)
        assert asked, entry.name
        if entry.activity:
            assert len(entry.activity.notes) <= len(NUMBERS)
        assert entry_of(framework(council), entry.name) == entry
    assert entry_of(framework(council), "activities.none_such") is None


def test_what_follows_an_audit_or_an_alarm_is_asked_elsewhere() -> None:
    sefton = {one.name for one in calendar_entries(framework("sefton"), planned=True)}
    for key in ("response_in_supervision", "supervision_talk", "reflective_session"):
        assert f"activities.{key}" not in sefton
    assert "activities.group_auditing" in sefton
    running = {one.name for one in calendar_entries(framework("sefton"))}
    assert "activities.group_auditing" not in running


def test_the_notes_are_the_council_s_own_or_one_about_anything() -> None:
    asked = notes_asked(activity(notes=("Findings", "Actions")))
    assert [(note.key, note.text, note.word) for note in asked] == [
        ("note_one", "Findings", "one"),
        ("note_two", "Actions", "two"),
    ]
    assert [note.text for note in notes_asked(activity())] == [ANYTHING]
    assert [note.word for note in notes_asked(report())] == ["note"]


@pytest.mark.parametrize(
    ("said", "period", "first", "last"),
    [
        ({"covers_months": 1}, date(2026, 10, 1), date(2026, 9, 1), date(2026, 9, 30)),
        ({"covers_months": 6}, date(2027, 2, 1), date(2026, 8, 1), date(2027, 1, 31)),
        (
            {"covers_months": 3, "covers_its_own": True, "cadence": Cadence(every="quarter")},
            date(2026, 4, 1),
            date(2026, 4, 1),
            date(2026, 6, 30),
        ),
        (
            {"covers_months": 12, "covers_its_own": True, "cadence": Cadence(every="year")},
            date(2028, 1, 1),
            date(2028, 1, 1),
            date(2028, 12, 31),
        ),
        (
            {
                "covers_months": 6,
                "covers_its_own": True,
                "cadence": Cadence(every="half_year", months=(6, 12)),
            },
            date(2026, 6, 1),
            date(2026, 1, 1),
            date(2026, 6, 30),
        ),
        ({"covers_months": 3}, date(2026, 6, 18), date(2026, 3, 1), date(2026, 5, 31)),
    ],
)
def test_a_report_covers_the_months_before_it_or_with_it(
    said: dict[str, object], period: date, first: date, last: date
) -> None:
    one = report(**said).report
    assert one is not None
    assert covered(one, period) == Span(first_day=first, last_day=last)


def test_a_report_without_months_covers_what_it_says_itself() -> None:
    one = report().report
    assert one is not None
    assert covered(one, TODAY) is None


def test_it_moves_up_to_the_day_before_the_next_and_a_report_not_at_all() -> None:
    monthly = activity(cadence=Cadence(every="month"))
    assert latest_day(monthly, occurrence(), ENGLAND) == date(2026, 7, 30)
    assert latest_day(activity(), occurrence(), ENGLAND) == date(2027, 6, 30)
    assert latest_day(report(cadence=Cadence(every="month")), occurrence(), ENGLAND) is None


def test_what_is_started_is_due_on_the_day_said_or_by_the_file() -> None:
    month_end = LastWorkingDayOfMonth(kind="last_working_day_of_month")
    by_file = activity(cadence=Cadence(event="It comes", due=month_end))
    assert start_due(by_file, None, TODAY, ENGLAND) == date(2026, 6, 30)
    assert start_due(by_file, date(2026, 7, 3), TODAY, ENGLAND) == date(2026, 7, 3)
    assert start_due(activity(), None, TODAY, ENGLAND) is None
    on_a_sunday = date(2026, 5, 31)  # the month's last working day is over
    assert start_due(by_file, None, on_a_sunday, ENGLAND) == on_a_sunday


def test_ahead_of_an_event_it_is_due_before_it_but_not_in_the_past() -> None:
    ahead = activity(cadence=Cadence(event="The day", days_before=7))
    assert start_due(ahead, date(2026, 7, 3), TODAY, ENGLAND) == date(2026, 6, 26)
    assert start_due(ahead, date(2026, 6, 20), TODAY, ENGLAND) == TODAY
    assert start_due(ahead, None, TODAY, ENGLAND) is None


def test_what_an_occasion_starts_is_due_in_a_fortnight_where_nobody_says() -> None:
    assert followed_due(activity(), date(2026, 6, 20), ENGLAND) == date(2026, 7, 6)  # a Saturday
    days = DaysAfterAllocation(kind="days_after_allocation", days=3)
    said = activity(cadence=Cadence(event="It is out", due=days))
    assert followed_due(said, TODAY, ENGLAND) == date(2026, 6, 21)


def test_one_for_all_each_their_own_or_nobody() -> None:
    roles = ("team_manager",)
    together = activity(held_by=roles)
    assert shares(together, PEOPLE, TODAY) == [Share(slot="", people=("tess", "theo"))]
    own = activity(held_by=roles, each=True)
    assert [share.slot for share in shares(own, PEOPLE, TODAY)] == ["tess", "theo"]
    gap = activity(held_by=("school_governor",), each=True)
    assert shares(gap, PEOPLE, TODAY) == [Share(slot="", people=())]


def test_every_line_manager_owes_it_for_their_own_people() -> None:
    owed = activity(relations=("line_manager", "worker"))
    assert holders(owed, PEOPLE, TODAY) == ["cora", "hal", "mo", "sam", "tess", "theo"]
    assert owed.each
    assert [one.id for one in own_people("tess", PEOPLE, TODAY)] == ["wanda", "wes"]
