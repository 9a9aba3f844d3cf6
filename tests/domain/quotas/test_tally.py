"""What counts for which part, and what is left: story 23 and the silences behind it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.frameworks.sections import Quota
from domain.quotas.period import Period, period_of
from domain.quotas.piece import Company, DoneAudit, Piece
from domain.quotas.tally import counted, tally
from tests.domain.frameworks.councils import by_key, council

LEI = by_key(council("leicestershire").quotas)
MANAGERS, HEADS = LEI["service_learning"], LEI["head_of_service_improvement"]
FEEDBACK = by_key(council("somerset").quotas)["family_feedback"]
DAY = date(2026, 11, 21)
PARTS = tuple(MANAGERS.parts)


def piece(part: str, day: date = DAY) -> Piece:
    return Piece(
        person_id="tess",
        part=part,
        done_on=day,
        company=Company.GROUP,
        recorded_by="tess",
        recorded_at=datetime(2026, 11, 21, tzinfo=UTC),
    )


def audit(programme: str, cycle: int, day: date = DAY) -> DoneAudit:
    return DoneAudit(person_id="tess", programme=programme, cycle_id=cycle, done_on=day)


def count(quota: Quota, *work: Piece | DoneAudit, day: date = DAY) -> dict[str, int]:
    pieces = [one for one in work if isinstance(one, Piece)]
    audits = [one for one in work if isinstance(one, DoneAudit)]
    return counted(quota, period_of(quota, day), pieces, audits, frozenset({"deep_dive"}))


@pytest.mark.rows("LEI-06")
def test_five_of_ten_are_done_and_five_are_owed_by_part() -> None:
    found = tally(MANAGERS, {"thematic_audit": 3, "health_check": 1, "set_by_head_of_service": 1})
    assert (found.done, found.total) == (5, 10)
    assert {part.key: part.left for part in found.left} == {
        "thematic_audit": 1,
        "supervision_quality": 1,
        "set_by_head_of_service": 1,
        "other": 2,
    }


def test_a_second_health_check_and_a_deep_dive_fill_the_other_places() -> None:
    work = [audit("health_check", 1), audit("health_check", 2), audit("deep_dive", 3)]
    found = tally(MANAGERS, count(MANAGERS, *work, audit("deep_dive", 3)))
    done = {part.key: part.done for part in found.parts}
    assert (done["health_check"], done["other"], found.beyond) == (1, 2, 0)


def test_what_is_over_when_all_is_done_counts_for_nothing_more() -> None:
    found = tally(MANAGERS, dict(MANAGERS.parts) | {"thematic_audit": 6})
    assert (found.done, found.beyond) == (10, 2)


@pytest.mark.rows("LEI-07")
def test_a_thematic_audit_counts_for_a_head_of_service() -> None:
    found = tally(HEADS, count(HEADS, audit("thematic_audit", 1), piece("other")))
    assert (found.done, found.total) == (2, 2)


def test_without_a_spare_part_other_work_counts_for_nothing() -> None:
    found = tally(FEEDBACK, count(FEEDBACK, piece("other"), audit("mape", 1)))
    assert (found.done, found.total, found.beyond) == (0, 1, 0)


def test_work_of_another_year_does_not_count() -> None:
    last_year, this_year = piece("other", date(2026, 3, 31)), piece("other", date(2026, 4, 1))
    assert count(MANAGERS, last_year, this_year) == {"other": 1}


@given(st.dictionaries(st.sampled_from(PARTS), st.integers(0, 12)))
def test_no_piece_is_lost_and_none_counts_twice(done: dict[str, int]) -> None:
    found = tally(MANAGERS, done)
    assert found.done + found.beyond == sum(done.values())
    assert all(0 <= part.done <= part.owed for part in found.parts)
    assert found.beyond == 0 or found.parts[-1].left == 0


@pytest.mark.parametrize(
    ("quota", "day", "first", "last"),
    [
        (MANAGERS, date(2027, 3, 31), date(2026, 4, 1), date(2027, 3, 31)),
        (MANAGERS, date(2027, 4, 1), date(2027, 4, 1), date(2028, 3, 31)),
        (HEADS, date(2027, 2, 28), date(2027, 1, 1), date(2027, 3, 31)),
        (FEEDBACK, date(2026, 12, 31), date(2026, 10, 1), date(2026, 12, 31)),
        (MANAGERS.model_copy(update={"per": "week"}), DAY, date(2026, 11, 16), date(2026, 11, 22)),
        (
            MANAGERS.model_copy(update={"per": "fortnight"}),
            date(2026, 1, 18),
            date(2026, 1, 5),
            date(2026, 1, 18),
        ),
    ],
)
def test_the_period_that_holds_a_day(quota: Quota, day: date, first: date, last: date) -> None:
    assert period_of(quota, day) == Period(first_day=first, last_day=last)


@pytest.mark.parametrize(("gone", "behind"), [(0.0, 0), (0.59, 0), (0.6, 1), (1.0, 5)])
def test_behind_is_what_an_even_pace_would_have_done(gone: float, behind: int) -> None:
    assert tally(MANAGERS, {"other": 2, "thematic_audit": 3}).behind(gone) == behind


def test_the_share_that_is_gone_stays_between_nothing_and_all() -> None:
    period = Period(first_day=date(2026, 4, 1), last_day=date(2026, 4, 10))
    days = (date(2026, 3, 1), date(2026, 4, 1), date(2026, 4, 6), date(2026, 6, 1))
    assert [period.gone(day) for day in days] == [0.0, 0.0, 0.5, 1.0]
