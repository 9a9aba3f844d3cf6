from __future__ import annotations

from datetime import date

import pytest

from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.timetable import audits_due
from tests.domain.frameworks.samples import MODERATION, NOTICE, SMALL, changed, faults_of, read

FULL = SMALL + NOTICE + MODERATION
CYCLE = '{ kind = "monthly", opens = { day = 1 } }'


def test_an_audit_due_before_it_opens_is_a_fault() -> None:
    text = changed("opens = { day = 1 }", "opens = { day = 26 }")
    text = changed("weeks = 3", "weeks = 1", text)
    (said,) = faults_of(changed("weeks = 1", "weeks = 2", text))
    assert said == (
        "programmes.file_audit.seats[1].due: the second auditor would be due on 25 January, "
        "when the cycle only opens"
    )


def test_an_audit_due_on_the_day_it_opens_is_a_fault() -> None:
    (said,) = faults_of(changed("day = 25", "day = 1"))
    assert "due on 1 January" in said


def test_cycles_that_overlap_are_a_fault() -> None:
    (said,) = faults_of(changed("weeks = 3", "weeks = 5"))
    assert said == (
        "programmes.file_audit.seats[0].due: cycles overlap: what opens on 1 January is due on "
        "5 February, but the next opens on 1 February"
    )


def test_each_fault_of_the_calendar_is_told_once() -> None:
    text = changed("weeks = 3", "weeks = 5")
    text = changed("day = 25", "day = 25, months_later = 1", text)
    assert [said.split(":")[0] for said in faults_of(text)] == [
        "programmes.file_audit.seats[0].due",
        "programmes.file_audit.seats[1].due",
    ]


def test_windows_that_overlap_are_a_fault() -> None:
    windows = """{ kind = "windows", windows = [
  { key = "a", title = "Autumn", month = 10, takes = "share" },
  { key = "b", title = "Winter", month = 11, takes = "rest" },
] }"""
    text = changed("weeks = 3", "weeks = 6", changed(CYCLE, windows))
    (said,) = faults_of(text)
    assert "opens on 1 October is due on 12 November, but the next opens on 1 November" in said


def test_what_is_asked_for_has_no_calendar_to_break() -> None:
    text = changed("weeks = 3", "weeks = 30", changed(CYCLE, '{ kind = "on_demand" }'))
    assert read(text).programme("file_audit").cycle.kind == "on_demand"


def test_moderation_may_not_open_before_the_audits_are_due() -> None:
    (said,) = faults_of(changed("opens_day = 26", "opens_day = 23", FULL))
    assert said == (
        "programmes.file_audit.moderation.opens_day: moderation would open on 23 January, "
        "before the audits are due on 25 January"
    )


def test_moderation_may_not_be_due_before_the_audits_are() -> None:
    text = changed("opens_day = 26\n", "", changed("day = 28", "day = 24", FULL))
    (said,) = faults_of(text)
    assert said == (
        "programmes.file_audit.moderation.due: moderation would be due on 24 January, "
        "before the audits are due on 25 January"
    )


@pytest.mark.parametrize("when", ['{ kind = "with_allocation" }', None])
def test_notice_with_the_cards_or_before_them_is_in_time(when: str | None) -> None:
    text = FULL
    if when:
        text = changed('{ kind = "last_days_of_month_before", days = 7 }', when, text)
    assert read(text).programme("file_audit").notice is not None


def test_a_cycle_that_fits_only_long_months_is_a_fault() -> None:
    text = changed("weeks = 3", "weeks = 4", changed("opens = { day = 1 }", "opens = { day = 2 }"))
    (said,) = faults_of(text)
    assert "what opens on 2 February is due on 2 March, but the next opens on 2 March" in said


def test_a_cycle_is_due_when_its_last_seat_is() -> None:
    programme = read(SMALL).programme("file_audit")
    assert audits_due(programme, date(2026, 11, 1), WorkingCalendar()) == date(2026, 11, 25)
