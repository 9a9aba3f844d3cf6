"""When a rule is met: by which audits, once, and not again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.audits.outcome import Outcome, Settled
from domain.follow_up.triggers import Cause, Happened, cause_of
from domain.frameworks.follow_up import (
    AreaGrade,
    Consecutive,
    Consequence,
    FinalGrade,
    FollowUp,
    TeamShare,
    Trigger,
)

START = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
LOW = ("inadequate",)
IN_A_ROW = Consecutive(kind="consecutive", grades=LOW, audits=2)
SHARE = TeamShare(kind="team_share", grades=LOW, share=0.5, months=3, at_least=4)
AREA_7 = AreaGrade(kind="area_grade", area=7, grades=LOW, cared_for_only=True)


def rule(trigger: Trigger) -> FollowUp:
    return FollowUp(key="rule", title="A rule", trigger=trigger, then=(Consequence(does="alert"),))


def outcome(number: int, overall: str | None, *, days: int = 0, **more: object) -> Outcome:
    fields: dict[str, object] = {
        "audit_id": number,
        "programme": "deep_dive_audit",
        "case_ref": f"C-{number}",
        "settled": Settled.MODERATED,
        "overall": overall,
        "worker": "will",
        "team": "South",
        "submitted_on": date(2026, 1, 5),
        "final_at": START + timedelta(days=days),
    }
    return Outcome(**{**fields, **more})  # type: ignore[arg-type] # the fields above, by name


def last_of(outcomes: Sequence[Outcome], *, cared_for: bool = False) -> Happened:
    """The last one has just become final."""
    return Happened(outcome=outcomes[-1], cared_for=cared_for, of_worker=outcomes, of_team=outcomes)


def run(*grades: str | None, apart: int = 5) -> list[Outcome]:
    """One after another, some days apart."""
    return [outcome(n, grade, days=apart * n) for n, grade in enumerate(grades, 1)]


@pytest.mark.parametrize(("overall", "met"), [("inadequate", True), ("good", False), (None, False)])
def test_a_final_grade_meets_its_rule(overall: str | None, met: bool) -> None:
    found = cause_of(rule(FinalGrade(kind="final_grade", grades=LOW)), last_of(run(overall)))
    assert found == (Cause(key="1", audits=(1,)) if met else None)


def test_the_grade_of_an_area_is_not_the_final_grade() -> None:
    """E-49: only the overall one counts."""
    one = outcome(1, "good", areas={1: "inadequate"})
    assert cause_of(rule(FinalGrade(kind="final_grade", grades=LOW)), last_of([one])) is None


@pytest.mark.parametrize(
    ("cared_for", "grade", "met"),
    [(True, "inadequate", True), (False, "inadequate", False), (True, "good", False)],
)
def test_area_seven_counts_for_a_cared_for_child_alone(
    cared_for: bool, grade: str, met: bool
) -> None:
    """SEF-26, story 11."""
    one = outcome(1, "good", areas={7: grade})
    found = cause_of(rule(AREA_7), last_of([one], cared_for=cared_for))
    assert (found is not None) is met


def test_an_area_that_does_not_apply_meets_nothing() -> None:
    assert cause_of(rule(AREA_7), last_of([outcome(1, "good")], cared_for=True)) is None


def test_one_inadequate_is_not_two_in_a_row() -> None:
    """SEF-25, story 10."""
    assert cause_of(rule(IN_A_ROW), last_of(run("inadequate"))) is None


def test_two_in_a_row_are_named_oldest_first() -> None:
    found = cause_of(rule(IN_A_ROW), last_of(run("good", "inadequate", "inadequate")))
    assert found == Cause(key="2+3", audits=(2, 3))


def test_a_better_one_between_breaks_the_row() -> None:
    assert cause_of(rule(IN_A_ROW), last_of(run("inadequate", "good", "inadequate"))) is None


def test_any_gap_in_time_is_still_a_row() -> None:
    """E-61."""
    assert cause_of(rule(IN_A_ROW), last_of(run("inadequate", "inadequate", apart=500)))


def test_an_audit_without_a_grade_is_passed_over() -> None:
    found = cause_of(rule(IN_A_ROW), last_of(run("inadequate", None, "inadequate")))
    assert found == Cause(key="1+3", audits=(1, 3))


def test_a_third_in_a_row_is_a_pair_of_its_own() -> None:
    found = cause_of(rule(IN_A_ROW), last_of(run(*["inadequate"] * 3)))
    assert found == Cause(key="2+3", audits=(2, 3))


def test_what_became_final_later_does_not_count_yet() -> None:
    """The order is that of completion, whatever the audits' numbers are."""
    later = outcome(1, "inadequate", days=9)
    now = outcome(2, "inadequate", days=3)
    happened = Happened(outcome=now, cared_for=False, of_worker=[now, later])
    assert cause_of(rule(IN_A_ROW), happened) is None


def test_a_record_without_a_worker_makes_no_row() -> None:
    alone = [outcome(n, "inadequate", worker=None) for n in (1, 2)]
    assert cause_of(rule(IN_A_ROW), last_of(alone)) is None


def test_half_of_four_audits_is_a_high_share() -> None:
    """E-62."""
    found = cause_of(rule(SHARE), last_of(run("good", "inadequate", "good", "inadequate")))
    assert found == Cause(key="2+4", audits=(2, 4))


def test_three_audits_are_too_few_for_a_share() -> None:
    assert cause_of(rule(SHARE), last_of(run(*["inadequate"] * 3))) is None


def test_less_than_half_is_no_high_share() -> None:
    grades = ["good", "inadequate", "good", "good", "inadequate"]
    assert cause_of(rule(SHARE), last_of(run(*grades))) is None


def test_a_share_is_not_raised_again_while_it_lasts() -> None:
    grades = ["good", "inadequate", "good", "inadequate", "inadequate"]
    assert cause_of(rule(SHARE), last_of(run(*grades))) is None


def test_a_share_is_raised_again_after_it_fell() -> None:
    grades = ["inadequate", "inadequate", "good", "good", "good", "inadequate"]
    found = cause_of(rule(SHARE), last_of(run(*grades)))
    assert found == Cause(key="1+2+6", audits=(1, 2, 6))


def test_only_the_last_three_months_count() -> None:
    """The first two were final more than three months before the last."""
    old = [outcome(n, "inadequate", days=n) for n in (1, 2)]
    new = [outcome(n, grade, days=100 + n) for n, grade in enumerate(("good", "inadequate"), 3)]
    assert cause_of(rule(SHARE), last_of([*old, *new])) is None


def test_the_day_three_months_ago_still_counts() -> None:
    first = outcome(1, "inadequate", final_at=datetime(2026, 2, 28, 9, tzinfo=UTC))
    rest = [
        outcome(n, grade, final_at=datetime(2026, 5, 28, 9, n, tzinfo=UTC))
        for n, grade in enumerate(("good", "good", "inadequate"), 2)
    ]
    assert cause_of(rule(SHARE), last_of([first, *rest]))


def test_many_audits_have_a_short_name() -> None:
    """The cause is kept in a column of 255 characters."""
    trigger = Consecutive(kind="consecutive", grades=LOW, audits=90)
    numbers = [outcome(10**9 + n, "inadequate", days=n) for n in range(90)]
    found = cause_of(rule(trigger), last_of(numbers))
    assert found is not None
    assert len(found.audits) == 90
    assert found.key == "1000000000-1000000089x90"
