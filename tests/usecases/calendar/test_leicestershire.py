"""Every activity and report of Leicestershire's calendar, each walked by itself."""

from __future__ import annotations

import pytest

from storage.work import SqlUnitsOfWork
from tests.usecases.calendar.walking import all_walked, comes_in_its_time

COUNCIL = "leicestershire"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("activities.template_of_the_quarter", marks=pytest.mark.rows("LEI-04")),
        pytest.param("activities.piece_set_by_head_of_service", marks=pytest.mark.rows("LEI-06")),
        pytest.param("activities.improvement_form", marks=pytest.mark.rows("LEI-11")),
        pytest.param("activities.keep_in_touch", marks=pytest.mark.rows("LEI-16")),
        pytest.param("activities.practice_week", marks=pytest.mark.rows("LEI-17")),
        pytest.param("activities.three_authority_lado_audit", marks=pytest.mark.rows("LEI-22")),
        pytest.param("activities.improvement_cycle_meeting", marks=pytest.mark.rows("LEI-23")),
        pytest.param("activities.performance_meeting", marks=pytest.mark.rows("LEI-25")),
        pytest.param("activities.multi_agency_audit", marks=pytest.mark.rows("LEI-31")),
        pytest.param("activities.challenge_group", marks=pytest.mark.rows("LEI-33")),
        pytest.param("activities.briefing_in_the_team", marks=pytest.mark.rows("LEI-35")),
        pytest.param("activities.learning_set", marks=pytest.mark.rows("LEI-36")),
        pytest.param("activities.practice_development_meeting", marks=pytest.mark.rows("LEI-37")),
        pytest.param("activities.lunch_and_learn", marks=pytest.mark.rows("LEI-38")),
        pytest.param("activities.improvement_campaign", marks=pytest.mark.rows("LEI-39")),
        pytest.param("activities.pods", marks=pytest.mark.rows("LEI-41")),
        pytest.param("activities.regional_peer_challenge", marks=pytest.mark.rows("LEI-42")),
        pytest.param("activities.extended_peer_challenge", marks=pytest.mark.rows("LEI-43")),
        pytest.param("activities.improvement_plan_item", marks=pytest.mark.rows("LEI-45")),
        pytest.param("activities.recruitment_with_young_people", marks=pytest.mark.rows("LEI-49")),
        pytest.param("activities.framework_review", marks=pytest.mark.rows("LEI-51")),
        pytest.param("activities.member_scrutiny", marks=pytest.mark.rows("LEI-52")),
        pytest.param("reports.improvement_forms", marks=pytest.mark.rows("LEI-11")),
        pytest.param("reports.alert_audit", marks=pytest.mark.rows("LEI-19")),
        pytest.param("reports.monthly_performance_pack", marks=pytest.mark.rows("LEI-25")),
        pytest.param("reports.supervision_compliance", marks=pytest.mark.rows("LEI-27")),
        pytest.param("reports.caseload_analysis", marks=pytest.mark.rows("LEI-28")),
        pytest.param("reports.health_check_report", marks=pytest.mark.rows("LEI-29")),
        pytest.param("reports.supervision_quality_report", marks=pytest.mark.rows("LEI-30")),
        pytest.param("reports.six_monthly_overview", marks=pytest.mark.rows("LEI-32")),
        pytest.param("reports.seven_minute_briefing", marks=pytest.mark.rows("LEI-35")),
        pytest.param("reports.campaign_effect", marks=pytest.mark.rows("LEI-39")),
        pytest.param("reports.think_practice", marks=pytest.mark.rows("LEI-40")),
        pytest.param("reports.self_evaluation", marks=pytest.mark.rows("LEI-44")),
        pytest.param("reports.improvement_plan_evidence", marks=pytest.mark.rows("LEI-45")),
        pytest.param("reports.exit_interviews", marks=pytest.mark.rows("LEI-46")),
    ],
)
async def test_it_reaches_whoever_owes_it_and_is_closed(units: SqlUnitsOfWork, name: str) -> None:
    await comes_in_its_time(units, COUNCIL, name)


def test_every_entry_is_walked() -> None:
    all_walked(COUNCIL, test_it_reaches_whoever_owes_it_and_is_closed)
