"""Somerset's profile says what its document asks, with the dates of the acceptance stories."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.cycles import OnDemandCycle, openings
from domain.frameworks.deadlines import due_on
from domain.frameworks.framework import Framework
from domain.frameworks.moderation import EveryDraw
from domain.frameworks.parse import parse
from domain.frameworks.programme import Programme
from domain.frameworks.selection import PerService
from tests.domain.frameworks.samples import FOLDER

PLAIN = WorkingCalendar()
YEAR = (date(2026, 1, 1), date(2026, 12, 31))
FEBRUARY = date(2026, 2, 2)


@pytest.fixture(scope="module")
def somerset() -> Framework:
    return parse((FOLDER / "somerset.toml").read_text(encoding="utf-8"), "somerset")


@pytest.fixture(scope="module")
def evaluation(somerset: Framework) -> Programme:
    return somerset.programme("practice_evaluation")


def opened(framework: Framework, key: str) -> list[int]:
    """The months of 2026 in which a programme opens."""
    return [day.month for day in openings(framework.programme(key).cycle, *YEAR)]


def test_story_13_a_cycle_draws_89_from_five_services(evaluation: Programme) -> None:
    count = evaluation.selection.count
    assert isinstance(count, PerService)
    assert list(count.numbers.values()) == [60, 10, 6, 8, 5]
    assert sum(count.numbers.values()) == 89


def test_evaluations_open_on_the_first_monday_of_four_months(evaluation: Programme) -> None:
    assert list(openings(evaluation.cycle, *YEAR)) == [
        FEBRUARY,
        date(2026, 5, 4),
        date(2026, 8, 3),
        date(2026, 11, 2),
    ]


def test_story_14_the_two_seats_swap_and_hold_the_same_pool(evaluation: Programme) -> None:
    evaluator, moderator = evaluation.seats
    assert evaluator.alternates_with == ("moderator",)
    assert moderator.alternates_with == ("evaluator",)
    assert evaluator.eligible_roles == moderator.eligible_roles
    assert len(evaluator.eligible_roles) == 9


def test_story_15_hand_over_moderation_and_checks_fall_on_their_days(
    evaluation: Programme,
) -> None:
    evaluator, moderator = evaluation.seats
    assert due_on(evaluator.due, FEBRUARY, PLAIN) == date(2026, 2, 16)
    assert moderator.hand_over is not None
    handed = [moderator.hand_over.from_day, moderator.hand_over.by_day]
    assert [FEBRUARY + timedelta(days=day) for day in handed] == [
        date(2026, 2, 16),
        date(2026, 2, 23),
    ]
    assert moderator.hand_over.heads_up
    check = evaluation.final_check
    assert check is not None
    assert [FEBRUARY + timedelta(days=day) for day in (check.from_day, check.by_day)] == [
        date(2026, 3, 9),
        date(2026, 3, 16),
    ]


def test_every_evaluation_is_moderated_and_both_grades_are_kept(evaluation: Programme) -> None:
    rules = evaluation.moderation
    assert rules is not None
    (draw,) = rules.draws
    assert isinstance(draw, EveryDraw)
    assert draw.by_seat == ("moderator",)
    assert rules.final_grade == "moderator_keeps_both"
    assert not rules.blind


def test_areas_of_an_evaluation_are_headings_for_words(evaluation: Programme) -> None:
    assert not evaluation.areas_graded
    assert not evaluation.findings_only
    assert evaluation.overall is not None


def test_front_door_is_left_out_in_august_november_and_of_september(
    somerset: Framework, evaluation: Programme
) -> None:
    (of_evaluations,) = evaluation.selection.left_out
    (of_send,) = somerset.programme("send_dip_review").selection.left_out
    assert (of_evaluations.names, of_evaluations.months) == (("Front Door",), (8, 11))
    assert (of_send.names, of_send.months) == (("Front Door",), (9,))


@pytest.mark.parametrize(
    ("programme", "months"),
    [
        ("mape", [2, 4, 6, 8, 10, 12]),
        ("team_dip_review", [1, 4, 7, 10]),
        ("sit_dip_review", [1, 4, 7, 10]),
        ("send_dip_review", [3, 9]),
        ("supervision_audit", [4]),
    ],
)
def test_the_printed_calendar_is_kept(
    somerset: Framework, programme: str, months: list[int]
) -> None:
    assert opened(somerset, programme) == months


def test_story_16_each_multi_agency_evaluation_takes_one_child_of_a_fresh_team(
    somerset: Framework,
) -> None:
    drawn = somerset.programme("mape").selection
    assert drawn.fresh_teams
    assert drawn.count.kind == "count"
    assert drawn.count.number == 1


@pytest.mark.parametrize(
    ("programme", "event", "found"),
    [
        ("repeat_plan_audit", "repeat_plan", "case_cp_chair"),
        ("third_plan_review", "third_plan", None),
        ("becoming_looked_after_audit", "becomes_looked_after", "case_iro"),
        ("endings_review", "home_ends", None),
    ],
)
def test_an_event_opens_an_audit_due_in_thirty_days(
    somerset: Framework, programme: str, event: str, found: str | None
) -> None:
    rules = somerset.programme(programme)
    assert rules.selection.event is not None
    assert rules.selection.event.kind == event
    (seat,) = rules.seats
    assert seat.by_design == found
    assert due_on(seat.due, date(2026, 3, 2), PLAIN) == date(2026, 4, 1)
    assert opened(somerset, programme) == []


def test_a_second_plan_counts_for_two_years_and_a_third_at_any_time(somerset: Framework) -> None:
    repeat = somerset.programme("repeat_plan_audit").selection.event
    third = somerset.programme("third_plan_review").selection.event
    assert repeat is not None
    assert third is not None
    assert (repeat.within_months, third.within_months) == (24, None)
    assert third.as_well_as == "repeat_plan_audit"


def test_a_diagnostic_looks_at_a_team_once_in_eighteen_months_with_five_people(
    somerset: Framework,
) -> None:
    rules = somerset.programme("team_diagnostic")
    assert isinstance(rules.cycle, OnDemandCycle)
    assert rules.cycle.again_within_months == 18
    assert rules.selection.subject == "team"
    assert (len(rules.seats), len(rules.areas)) == (5, 5)


def test_story_17_one_consultant_verifies_good_practice_in_a_fortnight(
    somerset: Framework,
) -> None:
    (nomination,) = somerset.nominations
    assert nomination.by == ()
    assert nomination.verified_by == ("consultant_social_worker",)
    assert nomination.within_days == 14


def test_story_18_a_manager_owes_one_piece_of_feedback_for_each_practitioner(
    somerset: Framework,
) -> None:
    (quota,) = somerset.quotas
    assert (quota.per, quota.total) == ("quarter", 1)
    assert "practitioner" in quota.for_each
    assert set(quota.for_each).isdisjoint(quota.roles)


def test_story_19_an_incident_is_told_the_same_day_and_reviewed_in_fifteen_days(
    somerset: Framework,
) -> None:
    incidents = {incident.key: incident for incident in somerset.incidents}
    told = incidents["serious_incident"]
    assert told.told == ("operations_manager", "head_of_service")
    assert told.within is not None
    assert told.within.kind == "same_day"
    assert told.nudge_hours == 1
    review = incidents["rapid_review"].within
    assert review is not None
    assert review.kind == "days"
    assert (review.days, review.working) == (15, False)
    assert date(2026, 3, 2) + timedelta(days=review.days) == date(2026, 3, 17)
    assert len(incidents["learning_method"].ways) == 6


def test_an_allegation_only_shows_the_way(somerset: Framework) -> None:
    (allegation,) = [alert for alert in somerset.alerts if alert.signpost]
    assert allegation.to_roles == ("local_authority_designated_officer",)


@pytest.mark.parametrize(
    ("report", "months"),
    [
        ("closing_the_loop", (1, 4, 7, 10)),
        ("team_action_plan", (3, 6, 9, 12)),
        ("feedback_themes", (3, 9)),
        ("repeat_plan_analysis", (1, 7)),
        ("becoming_looked_after_analysis", (4, 10)),
        ("endings_analysis", (6, 12)),
        ("fathers_analysis", (6, 12)),
        ("qa_summary", (6, 12)),
        ("learning_need_report", (3,)),
    ],
)
def test_reports_come_in_their_months(
    somerset: Framework, report: str, months: tuple[int, ...]
) -> None:
    cadences = {each.key: each.cadence for each in somerset.reports}
    found = cadences[report]
    assert found is not None
    assert found.months == months
