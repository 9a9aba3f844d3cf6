"""Every activity and report of Somerset's calendar, each walked by itself."""

from __future__ import annotations

import pytest

from storage.work import SqlUnitsOfWork
from tests.usecases.calendar.walking import all_walked, comes_in_its_time

COUNCIL = "somerset"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("activities.evaluation_review", marks=pytest.mark.rows("SOM-12")),
        pytest.param("activities.send_multi_agency_audit", marks=pytest.mark.rows("SOM-17")),
        pytest.param("activities.diagnostic_folder", marks=pytest.mark.rows("SOM-26")),
        pytest.param("activities.peer_challenge", marks=pytest.mark.rows("SOM-39")),
        pytest.param("activities.data_deep_dive", marks=pytest.mark.rows("SOM-40")),
        pytest.param("activities.performance_review_meeting", marks=pytest.mark.rows("SOM-47")),
        pytest.param("activities.stocktake", marks=pytest.mark.rows("SOM-48")),
        pytest.param(
            "activities.learning_and_development_consultation", marks=pytest.mark.rows("SOM-52")
        ),
        pytest.param("activities.csw_consultation", marks=pytest.mark.rows("SOM-53")),
        pytest.param("activities.annual_appraisal", marks=pytest.mark.rows("SOM-56")),
        pytest.param("activities.back_to_the_floor", marks=pytest.mark.rows("SOM-57")),
        pytest.param("activities.reviewing_consultations", marks=pytest.mark.rows("SOM-60")),
        pytest.param("activities.designated_officer_outreach", marks=pytest.mark.rows("SOM-64")),
        pytest.param("activities.section_11", marks=pytest.mark.rows("SOM-65")),
        pytest.param("activities.partnership_audits", marks=pytest.mark.rows("SOM-66")),
        pytest.param("activities.link_meeting", marks=pytest.mark.rows("SOM-67")),
        pytest.param("activities.qa_training", marks=pytest.mark.rows("SOM-68")),
        pytest.param("activities.cpd_session", marks=pytest.mark.rows("SOM-70")),
        pytest.param("activities.csw_duties", marks=pytest.mark.rows("SOM-72")),
        pytest.param("reports.evaluation_analysis", marks=pytest.mark.rows("SOM-07")),
        pytest.param("reports.evaluation_on_a_page", marks=pytest.mark.rows("SOM-08")),
        pytest.param("reports.evaluation_learning", marks=pytest.mark.rows("SOM-11")),
        pytest.param("reports.dip_review_roll_up", marks=pytest.mark.rows("SOM-14", "SOM-15")),
        pytest.param("reports.feedback_analysis", marks=pytest.mark.rows("SOM-23", "SOM-73")),
        pytest.param("reports.feedback_themes", marks=pytest.mark.rows("SOM-23")),
        pytest.param("reports.repeat_plan_analysis", marks=pytest.mark.rows("SOM-32")),
        pytest.param("reports.becoming_looked_after_analysis", marks=pytest.mark.rows("SOM-34")),
        pytest.param("reports.endings_analysis", marks=pytest.mark.rows("SOM-37")),
        pytest.param("reports.fathers_analysis", marks=pytest.mark.rows("SOM-38")),
        pytest.param("reports.supervision_audit_report", marks=pytest.mark.rows("SOM-35")),
        pytest.param("reports.diagnostic_report", marks=pytest.mark.rows("SOM-28")),
        pytest.param("reports.team_action_plan", marks=pytest.mark.rows("SOM-41")),
        pytest.param("reports.performance_summary", marks=pytest.mark.rows("SOM-47")),
        pytest.param("reports.closing_the_loop", marks=pytest.mark.rows("SOM-49")),
        pytest.param("reports.qa_summary", marks=pytest.mark.rows("SOM-50")),
        pytest.param("reports.learning_need_report", marks=pytest.mark.rows("SOM-51")),
        pytest.param("reports.findings_pack", marks=pytest.mark.rows("SOM-54")),
        pytest.param("reports.allegations_indicators", marks=pytest.mark.rows("SOM-62")),
    ],
)
async def test_it_reaches_whoever_owes_it_and_is_closed(units: SqlUnitsOfWork, name: str) -> None:
    await comes_in_its_time(units, COUNCIL, name)


def test_every_entry_is_walked() -> None:
    all_walked(COUNCIL, test_it_reaches_whoever_owes_it_and_is_closed)
