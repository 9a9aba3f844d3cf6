"""City of London: what its file says, figure by figure."""

from __future__ import annotations

from datetime import date

import pytest

from domain.audits.draw import DrawKind, DrawRule, draw
from domain.calendar.working_days import WorkingCalendar
from domain.cases.case import Case
from domain.follow_up.dates import next_review, review_months
from domain.frameworks.cycles import InMonthsCycle, WindowCycle, opening_for
from domain.frameworks.deadlines import due_on
from domain.frameworks.framework import Framework
from domain.frameworks.programme import Programme
from domain.frameworks.rows import silences_of
from domain.frameworks.selection import ShareOfOpen
from domain.frameworks.show import show
from tests.domain.frameworks.councils import (
    by_key,
    cadence_of,
    chosen,
    chosen_without_a_word,
    council,
    months_of,
    opens_in,
)

PLAIN = WorkingCalendar()


@pytest.fixture(scope="module")
def col() -> Framework:
    return council("city-of-london")


@pytest.fixture(scope="module")
def halves(col: Framework) -> Programme:
    return col.programme("case_audit")


def test_every_silence_that_concerns_it_is_chosen_with_a_word_on_it(col: Framework) -> None:
    assert chosen(col) == set(silences_of(col.document.row_prefix))
    assert chosen_without_a_word(col) == []


def test_it_has_40_rows_and_a_scale_that_is_off(col: Framework) -> None:
    assert col.document.rows == 40
    assert not col.grades.on
    assert [grade.short for grade in col.grades.scale] == ["O", "G", "RI", "I"]
    assert all(programme.findings_only for programme in col.programmes.values())


def test_the_halves_open_in_april_and_october_and_end_in_may_and_november(
    halves: Programme,
) -> None:
    opened = opens_in(halves.cycle, 2026)
    assert opened == [date(2026, 4, 1), date(2026, 10, 1)]
    (auditor,) = halves.seats
    dues = [due_on(auditor.due, day, PLAIN) for day in opened]
    assert dues == [date(2026, 5, 29), date(2026, 11, 30)]
    assert opening_for(halves.cycle, date(2026, 12, 24)) == date(2026, 10, 1)


def test_autumn_takes_a_share_and_spring_the_rest(halves: Programme) -> None:
    assert isinstance(halves.cycle, WindowCycle)
    assert [(w.month, w.takes, w.review_month) for w in halves.cycle.windows] == [
        (10, "share", 12),
        (4, "rest", 6),
    ]


@pytest.mark.parametrize(("records", "autumn"), [(25, 13), (24, 12), (1, 1)])
def test_of_25_open_records_13_are_drawn_in_autumn(
    halves: Programme, records: int, autumn: int
) -> None:
    count = halves.selection.count
    assert isinstance(count, ShareOfOpen)
    spread = halves.selection.spread_over
    assert spread == "worker"
    rule = DrawRule(kind=DrawKind(count.kind), share=count.share, spread_over=spread)
    pool = [Case(ref=f"C-{n:03}", team="One", worker=f"w{n % 5}") for n in range(records)]
    assert len(draw(pool, rule=rule, seed=7).chosen) == autumn


def test_an_earlier_audit_spares_no_record_as_the_halves_share_them(halves: Programme) -> None:
    assert halves.selection.skip_audited_within_months == 0


def test_auditors_are_independent_and_have_a_role_of_their_own(halves: Programme) -> None:
    (auditor,) = halves.seats
    assert auditor.eligible_roles == ("independent_auditor",)
    assert auditor.independent
    assert halves.moderation is None
    assert halves.follow_up == ()


def test_the_documents_questions_are_eight_headings(halves: Programme) -> None:
    assert [area.key for area in halves.areas] == [
        "child_centred",
        "childs_own_views",
        "outcomes",
        "quantity",
        "quality",
        "management_oversight",
        "worth_repeating",
        "restorative_and_reflective",
    ]


def test_recommendations_are_signed_off_by_ad_people_on_evidence(halves: Programme) -> None:
    rule = halves.recommendations
    assert rule is not None
    assert rule.signed_off_by == ("assistant_director_people",)
    assert rule.added_by == ("auditor",)
    assert rule.meeting == "Getting to Outstanding"
    assert set(rule.ref) == {"COL-03", "COL-04"}


def test_a_recommendation_of_november_comes_up_in_december(halves: Programme) -> None:
    months = review_months(halves.cycle)
    assert months == (6, 12)
    assert next_review(months, date(2026, 11, 20)) == date(2026, 12, 1)
    assert next_review(months, date(2027, 1, 11)) == date(2027, 1, 11)  # it may run on


def test_what_is_returned_in_december_stays_open_until_june(halves: Programme) -> None:
    later = next_review(review_months(halves.cycle), date(2026, 12, 9), later=True)
    assert later == date(2027, 6, 1)


def test_getting_to_outstanding_may_run_on_for_a_month(col: Framework) -> None:
    meeting = by_key(col.activities)["getting_to_outstanding"]
    assert months_of(meeting) == (6, 12)
    assert meeting.cadence is not None
    assert meeting.cadence.due is not None
    assert due_on(meeting.cadence.due, date(2026, 12, 1), PLAIN) == date(2027, 1, 29)


@pytest.mark.parametrize(
    "key", ["fostering_agency_audit", "semi_independent_audit", "early_years_audit"]
)
def test_homes_and_settings_are_audited_once_a_year_in_june(col: Framework, key: str) -> None:
    programme = col.programme(key)
    assert isinstance(programme.cycle, InMonthsCycle)
    assert opens_in(programme.cycle, 2026) == [date(2026, 6, 1)]
    assert due_on(programme.seats[0].due, date(2026, 6, 1), PLAIN) == date(2026, 6, 30)
    assert programme.selection.subject == "setting"


def test_its_page_says_what_is_looked_at_and_who_signs_off(col: Framework) -> None:
    page = show(col).splitlines()
    assert "  Settings: every open setting, chosen by hand [COL-29]" in page
    signed = "  Recommendations: signed off by AD People [COL-03, COL-04, E-33, E-41]"
    assert page.count(signed) == 1


def test_an_early_years_audit_has_three_areas(col: Framework) -> None:
    areas = [area.key for area in col.programme("early_years_audit").areas]
    assert areas == ["leadership", "management", "safeguarding"]


def test_oversight_is_checked_at_eight_stages(col: Framework) -> None:
    check = col.programme("oversight_check")
    assert len(check.areas) == 8
    assert all(area.optional for area in check.areas)
    assert check.seats[0].independent


def test_a_thematic_audit_waits_for_somebody_to_ask(col: Framework) -> None:
    programme = col.programme("thematic_audit")
    assert opens_in(programme.cycle, 2026) == []
    assert programme.selection.theme == "required"


def test_a_childs_words_stand_whole_with_their_medium(col: Framework) -> None:
    voice = by_key(col.feedback)["child_voice"]
    assert voice.verbatim
    assert len(voice.asks) == 3
    assert {"Audio", "Video", "App"} <= set(voice.channels)


TIMELINE = {
    "service_improvement_plan": (1, 4, 7, 10),
    "pep_check": (1, 4, 6, 9),
    "strategic_placement_group": (1, 4, 7, 10),
    "moving_to_excellence": (3, 6, 9, 12),
    "group_supervision": (6, 7, 8, 9, 10, 11, 12),
    "multi_agency_audit": (1, 9),
    "practice_standards": (2, 9),
    "getting_to_outstanding": (6, 12),
    "tendering": (2,),
    "virtual_school_in_the_team": (3,),
    "appraisal_end_of_year": (3,),
    "appraisal_objectives": (4,),
    "young_peoples_survey": (4,),
    "virtual_school_annual": (6,),
    "virtual_school_interim": (6,),
    "reviewing_officer_annual_report": (8,),
    "appraisal_midway": (9,),
    "self_assessment": (10,),
    "ofsted_meeting": (10,),
}


def test_the_timeline_of_the_year_is_the_documents(col: Framework) -> None:
    found = by_key((*col.activities, *col.reports, *col.approvals, *col.feedback))
    assert {key: months_of(found[key]) for key in TIMELINE} == TIMELINE


def test_supervision_panel_home_education_and_observation_come_every_month(col: Framework) -> None:
    found = by_key((*col.activities, *col.reports, *col.observations))
    assert {key for key in found if cadence_of(found[key]).every == "month"} == {
        "reflective_supervision",
        "reflective_supervision_held",
        "send_panel_meeting",
        "elective_home_education",
        "front_line",
        "line_managers",
        "leaders",
    }


def test_each_tier_observes_once_a_month(col: Framework) -> None:
    tiers = {key: found for key, found in by_key(col.observations).items() if found.cadence}
    assert [tier.by[0] for tier in tiers.values()] == [
        "team_manager",
        "service_manager",
        "director",
    ]
    assert all(tier.cadence and tier.cadence.times == 1 for tier in tiers.values())


def test_governance_signs_off_three_kinds_of_document(col: Framework) -> None:
    items = by_key(col.approvals)["governance_sign_off"].items
    assert items == ("Audit reports", "Service Improvement Plan", "Workforce Development Plan")
