"""Every activity and report of the City of London's calendar, each walked by itself."""

from __future__ import annotations

import pytest

from storage.work import SqlUnitsOfWork
from tests.usecases.calendar.walking import all_walked, comes_in_its_time

COUNCIL = "city-of-london"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            "activities.getting_to_outstanding", marks=pytest.mark.rows("COL-03", "COL-04")
        ),
        pytest.param("activities.multi_agency_audit", marks=pytest.mark.rows("COL-06")),
        pytest.param("activities.youth_services_audit", marks=pytest.mark.rows("COL-09")),
        pytest.param("activities.section_11", marks=pytest.mark.rows("COL-10")),
        pytest.param("activities.reflective_supervision", marks=pytest.mark.rows("COL-13")),
        pytest.param("activities.group_supervision", marks=pytest.mark.rows("COL-14")),
        pytest.param("activities.send_panel_meeting", marks=pytest.mark.rows("COL-15")),
        pytest.param("activities.virtual_school_in_the_team", marks=pytest.mark.rows("COL-21")),
        pytest.param("activities.strategic_placement_group", marks=pytest.mark.rows("COL-24")),
        pytest.param("activities.moving_to_excellence", marks=pytest.mark.rows("COL-25")),
        pytest.param(
            "activities.appraisal_end_of_year", marks=pytest.mark.rows("COL-26", "COL-38")
        ),
        pytest.param("activities.appraisal_objectives", marks=pytest.mark.rows("COL-26")),
        pytest.param("activities.appraisal_midway", marks=pytest.mark.rows("COL-26")),
        pytest.param("activities.tendering", marks=pytest.mark.rows("COL-27")),
        pytest.param("activities.ofsted_meeting", marks=pytest.mark.rows("COL-31")),
        pytest.param("activities.top_three", marks=pytest.mark.rows("COL-35")),
        pytest.param("activities.send_board", marks=pytest.mark.rows("COL-36")),
        pytest.param("activities.senco_network", marks=pytest.mark.rows("COL-37")),
        pytest.param("activities.learning_programme", marks=pytest.mark.rows("COL-38")),
        pytest.param("activities.other_evidence", marks=pytest.mark.rows("COL-39")),
        pytest.param("activities.framework_review", marks=pytest.mark.rows("COL-40")),
        pytest.param("reports.elective_home_education", marks=pytest.mark.rows("COL-16")),
        pytest.param("reports.home_education_updates", marks=pytest.mark.rows("COL-17")),
        pytest.param("reports.reflective_supervision_held", marks=pytest.mark.rows("COL-13")),
        pytest.param("reports.pep_check", marks=pytest.mark.rows("COL-18")),
        pytest.param("reports.virtual_school_annual", marks=pytest.mark.rows("COL-20")),
        pytest.param("reports.virtual_school_interim", marks=pytest.mark.rows("COL-20")),
        pytest.param("reports.practice_standards", marks=pytest.mark.rows("COL-23")),
        pytest.param("reports.reviewing_officer_annual_report", marks=pytest.mark.rows("COL-30")),
        pytest.param("reports.self_assessment", marks=pytest.mark.rows("COL-31")),
        pytest.param(
            "reports.commissioned_homes_report", marks=pytest.mark.rows("COL-07", "COL-08")
        ),
        pytest.param("reports.early_years_report", marks=pytest.mark.rows("COL-29")),
    ],
)
async def test_it_reaches_whoever_owes_it_and_is_closed(units: SqlUnitsOfWork, name: str) -> None:
    await comes_in_its_time(units, COUNCIL, name)


def test_every_entry_is_walked() -> None:
    all_walked(COUNCIL, test_it_reaches_whoever_owes_it_and_is_closed)
