"""Every activity and report of Sefton's calendar, each walked by itself."""

from __future__ import annotations

import pytest

from storage.work import SqlUnitsOfWork
from tests.usecases.calendar.walking import all_walked, comes_in_its_time

COUNCIL = "sefton"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("activities.dip_sample", marks=pytest.mark.rows("SEF-28")),
        pytest.param("activities.short_notice_audit", marks=pytest.mark.rows("SEF-29")),
        pytest.param("activities.bites_and_briefings", marks=pytest.mark.rows("SEF-40")),
        pytest.param(
            "activities.practice_and_performance_meeting", marks=pytest.mark.rows("SEF-41")
        ),
        pytest.param("activities.group_auditing", marks=pytest.mark.rows("SEF-45")),
        pytest.param("activities.team_links", marks=pytest.mark.rows("SEF-50")),
        pytest.param("activities.practice_week", marks=pytest.mark.rows("SEF-53")),
        pytest.param("activities.social_work_week", marks=pytest.mark.rows("SEF-54")),
        pytest.param("activities.multi_agency_audit", marks=pytest.mark.rows("SEF-55")),
        pytest.param("activities.external_scrutiny", marks=pytest.mark.rows("SEF-56")),
        pytest.param("activities.further_tools", marks=pytest.mark.rows("SEF-59")),
        pytest.param("activities.framework_review", marks=pytest.mark.rows("SEF-60")),
        pytest.param("reports.monthly_qa_report", marks=pytest.mark.rows("SEF-22")),
        pytest.param("reports.central_tracker", marks=pytest.mark.rows("SEF-15")),
        pytest.param("reports.grades_by_level", marks=pytest.mark.rows("SEF-27")),
        pytest.param("reports.newsletter", marks=pytest.mark.rows("SEF-39")),
        pytest.param("reports.training_governance_feed", marks=pytest.mark.rows("SEF-42")),
        pytest.param("reports.service_performance_overview", marks=pytest.mark.rows("SEF-46")),
        pytest.param("reports.safeguarding_unit_report", marks=pytest.mark.rows("SEF-48")),
        pytest.param("reports.complaints_annual", marks=pytest.mark.rows("SEF-52")),
        pytest.param("reports.improvement_board", marks=pytest.mark.rows("SEF-57")),
    ],
)
async def test_it_reaches_whoever_owes_it_and_is_closed(units: SqlUnitsOfWork, name: str) -> None:
    await comes_in_its_time(units, COUNCIL, name)


def test_every_entry_is_walked() -> None:
    all_walked(COUNCIL, test_it_reaches_whoever_owes_it_and_is_closed)
