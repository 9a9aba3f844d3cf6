from __future__ import annotations

import pytest

from domain.frameworks.check import faults
from tests.domain.frameworks.samples import SMALL, changed, faults_of, read

MONTHLY = '{ kind = "monthly", opens = { day = 1 } }'
REPORT = '[[reports]]\nkey = "report"\ntitle = "Report"\ncadence = {{ {0} }}\n'
EVENT = changed(
    'kind = "random"',
    'kind = "event", event = { kind = "repeat_plan", within_months = 24 }',
    changed(MONTHLY, '{ kind = "on_demand" }'),
)


@pytest.mark.parametrize(
    ("cadence", "said"),
    [
        ('every = "quarter", months = [1, 7]', "once a quarter takes 4 months, not 2"),
        ('every = "half_year", months = [6]', "once a half year takes 2 months, not 1"),
        (
            'every = "half_year", months = [6, 6]',
            "once a half year takes 2 months, not 1",
        ),
    ],
)
def test_months_that_do_not_make_the_period_are_a_fault(cadence: str, said: str) -> None:
    assert faults_of(SMALL + REPORT.format(cadence)) == [f"reports[0].cadence.months: {said}"]


@pytest.mark.parametrize(
    "cadence",
    [
        'every = "quarter", months = [1, 4, 7, 10]',
        'every = "half_year", months = [3, 9]',
        'every = "year", months = [3, 4, 9]',
        'every = "quarter"',
        'event = "The day of a visit", days_before = 7',
    ],
)
def test_months_that_make_the_period_are_none(cadence: str) -> None:
    assert faults(read(SMALL + REPORT.format(cadence))) == []


def test_so_many_days_before_nothing_is_a_fault() -> None:
    assert faults_of(SMALL + REPORT.format("days_before = 7")) == [
        "reports[0].cadence.days_before: before what? Name the event"
    ]


def test_an_audit_that_an_event_opens_has_no_faults() -> None:
    assert faults(read(EVENT)) == []


def test_an_event_needs_its_kind() -> None:
    text = changed('kind = "event", event', 'kind = "by_hand", event', EVENT)
    (said,) = faults_of(text)
    assert said.startswith("programmes.file_audit.selection.event: an event goes with")


def test_what_an_event_opens_has_no_calendar() -> None:
    (said,) = faults_of(changed('{ kind = "on_demand" }', MONTHLY, EVENT))
    assert said == (
        'programmes.file_audit.cycle.kind: an event opens it and not the calendar; say "on_demand"'
    )


@pytest.mark.parametrize("other", ["file_audit", "third_plan"])
def test_what_opens_beside_another_programme_names_one_that_there_is(other: str) -> None:
    text = changed("within_months = 24", f'as_well_as = "{other}"', EVENT)
    assert faults_of(text) == [
        f"programmes.file_audit.selection.event.as_well_as: there is no other programme {other!r}"
    ]


def test_a_team_is_left_out_only_of_cycles_that_open() -> None:
    left_out = 'left_out = [{ names = ["Front Door"], months = [2, 8] }], count'
    months = '{ kind = "in_months", months = [2, 5] }'
    text = changed('"random", count', f'"random", {left_out}', changed(MONTHLY, months))
    assert faults_of(text) == [
        "programmes.file_audit.selection.left_out[0].months: no cycle opens in August"
    ]
