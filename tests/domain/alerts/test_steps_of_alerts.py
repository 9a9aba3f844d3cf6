from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.alerts.alert import Alert, AlertState, AlertStep, AlertStepKind, Outcome, Tone
from domain.alerts.counts import count, half_year
from domain.alerts.terms import REPLY_DAYS, level_name, may_move_up, next_level, reply_by
from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.sections import Alert as Rule
from domain.frameworks.sections import Days, Hours, TimeLimit
from engines.bank_holidays import ClosedDays

CALENDAR = WorkingCalendar(ClosedDays())
NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
NAMES = {one: one.value for one in Outcome}
days = st.dates(min_value=date(2025, 1, 1), max_value=date(2029, 12, 31))


def rule(*levels: str, within: TimeLimit | None = None) -> Rule:
    return Rule(key="qa_alert", title="QA alert", levels=levels, answer_within=within)


def alert(level: int = 0, state: AlertState = AlertState.WAITING, **more: object) -> Alert:
    made = Alert(id=1, rule="qa_alert", raised_by="ivy", begun_at=NOW, level=level, state=state)
    return Alert(**{**{k: getattr(made, k) for k in made.__dataclass_fields__}, **more})


@given(day=days, many=st.integers(min_value=1, max_value=30))
def test_a_reply_is_due_on_a_working_day_so_many_working_days_later(day: date, many: int) -> None:
    by = reply_by(rule(within=Days(kind="days", days=many, working=True)), day, CALENDAR)
    passed = [day + timedelta(days=n) for n in range(1, (by - day).days + 1)]
    assert sum(map(CALENDAR.is_working, passed)) == many
    assert CALENDAR.is_working(by)


@given(day=days)
def test_without_a_time_of_its_own_it_is_the_product_s(day: date) -> None:
    five = Days(kind="days", days=REPLY_DAYS, working=True)
    assert reply_by(rule(), day, CALENDAR) == reply_by(rule(within=five), day, CALENDAR)


@pytest.mark.parametrize(
    ("within", "by"),
    [
        (Days(kind="days", days=1, working=True), date(2026, 12, 29)),
        (Days(kind="days", days=1), date(2026, 12, 29)),
        (Days(kind="days", days=7), date(2026, 12, 31)),
        (Hours(kind="hours", hours=24), date(2026, 12, 29)),
    ],
)
def test_bank_holidays_put_it_off(within: TimeLimit, by: date) -> None:
    assert reply_by(rule(within=within), date(2026, 12, 24), CALENDAR) == by


@pytest.mark.parametrize(
    ("levels", "level", "name", "then"),
    [
        (("Informal", "Formal"), 0, "Informal", "Formal"),
        (("Informal", "Formal"), 1, "Formal", ""),
        ((), 0, "Alert", ""),
        (("Question",), 3, "Alert", ""),
    ],
)
def test_levels_have_names_and_an_end(
    levels: Sequence[str], level: int, name: str, then: str
) -> None:
    assert level_name(rule(*levels), level) == name
    assert next_level(rule(*levels), level) == then


@pytest.mark.parametrize("state", list(AlertState))
def test_only_what_still_runs_moves_up(state: AlertState) -> None:
    running = state in {AlertState.WAITING, AlertState.REPLIED}
    assert may_move_up(rule("Informal", "Formal"), alert(state=state)) is running
    assert not may_move_up(rule("Informal"), alert(state=state))


def test_the_newest_step_of_a_kind_counts() -> None:
    steps = tuple(
        AlertStep(kind=kind, level=n, person_id="p", at=NOW)
        for n, kind in enumerate((AlertStepKind.REPLIED, AlertStepKind.MOVED_UP) * 2)
    )
    told = alert(steps=steps)
    newest = told.last(AlertStepKind.REPLIED)
    assert newest is not None
    assert newest.level == 2
    assert told.last(AlertStepKind.FILED) is None
    assert str(told.note) == "alert_note-1"


tones = st.sampled_from(list(Tone))
raised = st.lists(st.tuples(st.sampled_from(["Planning", "Recording"]), tones), max_size=30)


@given(pieces=raised)
def test_every_alert_is_counted_once_in_each_table(pieces: list[tuple[str, Tone]]) -> None:
    found = count([(alert(theme=theme, tone=tone), "Informal") for theme, tone in pieces], NAMES)
    for table in (found.themes, found.levels, found.outcomes):
        assert sum(concerns + praise for _, concerns, praise in table) == len(pieces)
    assert found.total == len(pieces)
    assert sum(praise for _, _, praise in found.themes) == sum(
        tone is Tone.PRAISE for _, tone in pieces
    )
    assert [line[1] for line in found.themes] == sorted((t[1] for t in found.themes), reverse=True)


@given(day=days)
def test_the_half_year_that_is_counted_is_over(day: date) -> None:
    first, after = half_year(day)
    assert first < after <= day
    assert (first.day, after.day) == (1, 1)
    assert (first.month, after.month) in {(1, 7), (7, 1)}
    assert (day - after).days < 185
