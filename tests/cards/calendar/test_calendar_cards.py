"""The words of the calendar's cards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cards.calendar.activities_to_start import MOST_LINES as MOST_TO_START
from cards.calendar.activities_to_start import ActivitiesToStart
from cards.calendar.activity_due import ActivityDue
from cards.calendar.activity_start import ActivityStart
from cards.calendar.calendar_gaps import MOST_LINES, CalendarGaps
from cards.calendar.report_due import ReportDue
from cards.calendar.report_given import ReportGiven
from cards.calendar.report_to_pass import ReportToPass
from tests.cards.walk import of_type, words

TO_DO, STARTED, MOVED, LATE, NOTED, MISSED = ActivityDue.examples()
PREPARE, LONG, BACK, LATE_REPORT, PASSING, GIVEN = ReportDue.examples()


@pytest.mark.parametrize("card", [TO_DO, STARTED, LATE, PREPARE, LONG])
def test_no_notification_names_anybody_or_what_it_is_about(card: ActivityDue | ReportDue) -> None:
    said = card.summary or ""
    assert card.name not in said
    assert "Hal Grove" not in said
    assert "December" in said or "November" in said


def test_it_says_by_when_with_whom_and_what_is_noted() -> None:
    said = words(TO_DO.render())
    for part in ("Thursday 31 December", "Service Director and Heads of Service", "Hal Grove"):
        assert part in said
    assert "Findings" in said
    assert "Actions with dates" in said
    assert "A day in intake" in words(STARTED.render())


def test_what_is_late_says_so_and_offers_no_other_day() -> None:
    said = words(LATE.render())
    assert "which is past" in said
    assert "Another day" not in said
    assert "Another day" in words(MOVED.render())


@pytest.mark.parametrize("card", [NOTED, MISSED, PASSING, GIVEN])
def test_what_is_closed_has_nothing_to_fill_in_or_press(card: ActivityDue | ReportDue) -> None:
    drawn = card.render()
    assert of_type(drawn, "Input.") == []
    assert of_type(drawn, "Action.") == []


def test_what_was_noted_can_be_read_afterwards() -> None:
    said = words(NOTED.render())
    assert "Hal Grove noted it on Thursday 17 December." in said
    assert "Minutes, folder 12" in said
    assert "Too many were away." in words(MISSED.render())


def test_the_name_stands_in_full_however_long() -> None:
    for card in (LONG, PREPARE):
        said = words(card.render()).split("\n")
        assert "A report to prepare" in said
        assert card.name in said


def test_a_report_says_what_is_in_it_what_it_covers_and_where_it_goes() -> None:
    said = words(PREPARE.render())
    for part in ("November 2026", "Areas to develop", "Cora Lindley", "Managers' Meeting"):
        assert part in said
    assert "The grades of one team are missing." in words(BACK.render())
    assert "To be passed" in words(PASSING.render())


def test_a_link_stands_as_it_was_typed() -> None:
    waits = ReportToPass.examples()[0]
    for card in (GIVEN, waits, ReportGiven.examples()[0]):
        assert "https://example.org/briefing" in words(card.render())


def test_a_decided_report_cannot_be_decided_again() -> None:
    for decided in ReportToPass.examples()[2:]:
        assert of_type(decided.render(), "Action.") == []
    assert "One team is missing." in words(ReportToPass.examples()[3].render())


def test_long_lists_say_how_many_are_left_out() -> None:
    gaps, start = CalendarGaps.examples()[1], ActivitiesToStart.examples()[1]
    assert f"{len(gaps.gaps) - MOST_LINES} more." in words(gaps.render())
    assert f"{len(start.found) - MOST_TO_START} more:" in words(start.render())
    assert "The file names no role" in words(CalendarGaps.examples()[2].render())


def test_the_start_says_what_follows_without_a_day() -> None:
    dated, bare, ahead, planned = ActivityStart.examples()
    assert "Thursday 31 December" in words(dated.render())
    assert "by which day" in words(bare.render())
    assert "The day of the event" in words(ahead.render())
    assert "not running here yet" in words(planned.render())
    assert date(2026, 12, 31) == dated.due
    assert "7 days before" not in words(replace(ahead, days_before=0).render())
