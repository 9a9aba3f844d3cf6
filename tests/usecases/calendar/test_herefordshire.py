"""Every activity and report of Herefordshire's calendar, each walked by itself."""

from __future__ import annotations

import pytest

from storage.work import SqlUnitsOfWork
from tests.usecases.calendar.walking import all_walked, comes_in_its_time

COUNCIL = "herefordshire"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("activities.wider_findings_meeting", marks=pytest.mark.rows("HER-18")),
        pytest.param("activities.practice_briefings", marks=pytest.mark.rows("HER-21")),
        pytest.param("activities.briefing_notes", marks=pytest.mark.rows("HER-22")),
        pytest.param("activities.conference_talk", marks=pytest.mark.rows("HER-23")),
        pytest.param("activities.targeted_audit", marks=pytest.mark.rows("HER-27")),
        pytest.param("activities.multi_agency_audit", marks=pytest.mark.rows("HER-28")),
        pytest.param("activities.midway_review", marks=pytest.mark.rows("HER-31")),
        pytest.param("activities.indicators", marks=pytest.mark.rows("HER-36")),
        pytest.param("activities.audit_request", marks=pytest.mark.rows("HER-37")),
        pytest.param("activities.external_review", marks=pytest.mark.rows("HER-40")),
        pytest.param("activities.workforce_plan", marks=pytest.mark.rows("HER-41")),
        pytest.param("reports.outcome_tracking", marks=pytest.mark.rows("HER-16")),
        pytest.param("reports.managers_briefing", marks=pytest.mark.rows("HER-17")),
        pytest.param("reports.improvement_board_report", marks=pytest.mark.rows("HER-19")),
        pytest.param("reports.newsletter", marks=pytest.mark.rows("HER-20")),
        pytest.param("reports.service_area_report", marks=pytest.mark.rows("HER-26")),
        pytest.param("reports.reviewing_service_annual_report", marks=pytest.mark.rows("HER-30")),
        pytest.param("reports.complaints_quarterly", marks=pytest.mark.rows("HER-35")),
        pytest.param("reports.complaints_annual", marks=pytest.mark.rows("HER-35")),
    ],
)
async def test_it_reaches_whoever_owes_it_and_is_closed(units: SqlUnitsOfWork, name: str) -> None:
    await comes_in_its_time(units, COUNCIL, name)


def test_every_entry_is_walked() -> None:
    all_walked(COUNCIL, test_it_reaches_whoever_owes_it_and_is_closed)
