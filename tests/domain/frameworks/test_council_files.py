"""The files that we ship: every one is read, and every row of its document is answered."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.check import faults
from domain.frameworks.coverage import coverage
from domain.frameworks.cycles import opening_for, openings
from domain.frameworks.deadlines import due_on
from domain.frameworks.follow_up import AreaGrade, Consecutive
from domain.frameworks.framework import Framework
from domain.frameworks.meeting import notice_on
from domain.frameworks.moderation import ColleagueDraw, DifferenceDraw, GradeDraw, ShareDraw
from domain.frameworks.parse import parse
from domain.frameworks.programme import Programme
from domain.frameworks.rows import silences_of
from domain.frameworks.show import show
from domain.frameworks.walk import entries
from tests.domain.frameworks.councils import chosen_without_a_word
from tests.domain.frameworks.samples import FOLDER

PLAIN = WorkingCalendar()
FILES = sorted(FOLDER.glob("*.toml"))


def council(name: str) -> Framework:
    return parse((FOLDER / f"{name}.toml").read_text(encoding="utf-8"), name)


@pytest.fixture(scope="module")
def pair() -> Programme:
    return council("herefordshire").programme("case_file_audit")


@pytest.fixture(scope="module")
def deep_dive() -> Programme:
    return council("sefton").programme("deep_dive_audit")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_has_no_faults_and_is_named_after_its_id(path: Path) -> None:
    framework = parse(path.read_text(encoding="utf-8"), path.name)
    assert faults(framework) == []
    assert framework.id == path.stem


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_row_of_its_document_is_answered(path: Path) -> None:
    framework = parse(path.read_text(encoding="utf-8"), path.name)
    assert [row.row for row in coverage(framework) if row.state == "missing"] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_silence_that_concerns_it_is_chosen_and_says_how(path: Path) -> None:
    framework = parse(path.read_text(encoding="utf-8"), path.name)
    noted = {s for _, entry in entries(framework) if entry.note for s in entry.silence}
    asked = set(silences_of(framework.document.row_prefix))
    assert asked
    assert asked - noted == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_entry_of_a_section_says_on_what_it_rests(path: Path) -> None:
    framework = parse(path.read_text(encoding="utf-8"), path.name)
    bare = [
        place
        for place, entry in entries(framework)
        if place.count(".") == 0 and place.endswith("]") and not entry.ref
    ]
    assert bare == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_its_page_names_every_row(path: Path) -> None:
    framework = parse(path.read_text(encoding="utf-8"), path.name)
    page = show(framework)
    assert framework.document.title in page
    assert all(len(line) <= 120 for line in page.splitlines())
    assert [row.row for row in coverage(framework) if row.row not in page] == []


def test_the_rows_of_both_documents_are_all_there() -> None:
    assert len(coverage(council("herefordshire"))) == 43
    assert len(coverage(council("sefton"))) == 60


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_entry_that_chooses_says_what_it_chose(path: Path) -> None:
    assert chosen_without_a_word(council(path.stem)) == []


def test_herefordshire_audits_of_september_are_due_on_the_22nd(pair: Programme) -> None:
    assert opening_for(pair.cycle, date(2025, 9, 10)) == date(2025, 9, 1)
    dues = {seat.key: due_on(seat.due, date(2025, 9, 1), PLAIN) for seat in pair.seats}
    assert dues == {"lead": date(2025, 9, 22), "peer": date(2025, 9, 22)}


def test_herefordshire_lead_is_the_manager_by_design_and_the_peer_stands_outside(
    pair: Programme,
) -> None:
    lead, peer = pair.seats
    assert (lead.by_design, lead.independent) == ("case_team_manager", False)
    assert peer.from_pool
    assert peer.independent
    assert set(peer.eligible_roles) == {
        "independent_reviewing_officer",
        "child_protection_chair",
        "service_manager",
        "qa_practitioner",
    }


def test_herefordshire_draws_one_record_a_team_in_seven_services(pair: Programme) -> None:
    assert pair.selection.count.kind == "per_team"
    assert pair.selection.count.number == 1
    assert len(pair.selection.services) == 7
    assert pair.selection.skip_audited_within_months == 12


def test_herefordshire_moderates_any_difference_by_the_28th(pair: Programme) -> None:
    rules = pair.moderation
    assert rules is not None
    (draw,) = rules.draws
    assert isinstance(draw, DifferenceDraw)
    assert (draw.steps, draw.overall, draw.areas) == (1, True, True)
    assert due_on(rules.due, date(2026, 2, 1), PLAIN) == date(2026, 2, 28)
    assert rules.opens_day == 22


def test_herefordshire_inadequate_has_alert_review_and_second_audit(pair: Programme) -> None:
    (rule,) = pair.follow_up
    assert [(then.does, then.days, then.months) for then in rule.then] == [
        ("alert", None, None),
        ("review", 42, None),
        ("re_audit", None, 3),
    ]


def test_herefordshire_family_is_asked_by_the_worker_first(pair: Programme) -> None:
    assert pair.family is not None
    assert pair.family.consent == "worker_first"
    assert pair.family.chase_days == (3, 7)
    assert pair.blind_until_all_submitted


def test_herefordshire_areas_are_six_with_prompts_for_a_card(pair: Programme) -> None:
    assert len(pair.areas) == 6
    assert all(3 <= len(area.prompts) <= 4 for area in pair.areas)


def test_sefton_audits_of_november_2026_are_due_on_its_last_working_day(
    deep_dive: Programme,
) -> None:
    (auditor,) = deep_dive.seats
    assert due_on(auditor.due, date(2026, 11, 1), PLAIN) == date(2026, 11, 30)
    assert auditor.independent
    assert len(list(openings(deep_dive.cycle, date(2026, 1, 1), date(2026, 12, 31)))) == 12


def test_sefton_tells_five_people_in_the_last_week_before(deep_dive: Programme) -> None:
    assert deep_dive.notice is not None
    assert len(deep_dive.notice.to) == 5
    assert notice_on(deep_dive.notice, date(2025, 12, 1), PLAIN) == date(2025, 11, 24)


def test_sefton_has_fifty_five_prompts_over_eight_areas(deep_dive: Programme) -> None:
    assert [len(area.prompts) for area in deep_dive.areas] == [7, 8, 9, 7, 6, 8, 6, 4]
    assert len({prompt for area in deep_dive.areas for prompt in area.prompts}) == 55
    assert all(len(area.main_prompts) == 4 for area in deep_dive.areas)


def test_sefton_talks_with_the_worker_for_an_hour_and_rings_each_parent(
    deep_dive: Programme,
) -> None:
    talk, with_others = deep_dive.conversations
    assert (talk.minutes, talk.required, len(talk.prompts)) == (60, True, 14)
    assert not with_others.required
    assert deep_dive.family is not None
    assert deep_dive.family.each_parent
    assert deep_dive.look_back_months == 6


def test_sefton_moderates_a_third_every_good_disagreements_and_colleagues(
    deep_dive: Programme,
) -> None:
    assert deep_dive.moderation is not None
    by_kind = {type(draw): draw for draw in deep_dive.moderation.draws}
    share, good = by_kind[ShareDraw], by_kind[GradeDraw]
    assert isinstance(share, ShareDraw)
    assert share.number_of(30) == 10
    assert isinstance(good, GradeDraw)
    assert good.grades == ("good", "outstanding")
    assert good.joined_by == ("assistant_director",)
    assert ColleagueDraw in by_kind
    assert len(deep_dive.moderation.panel) == 2


def test_sefton_lets_one_inadequate_be_and_looks_into_two(deep_dive: Programme) -> None:
    rules = {rule.key: rule for rule in deep_dive.follow_up}
    assert [then.does for then in rules["single_inadequate"].then] == ["nothing"]
    trend = rules["consecutive_inadequate"].trigger
    assert isinstance(trend, Consecutive)
    assert trend.audits == 2
    unit = rules["area_7_inadequate"].trigger
    assert isinstance(unit, AreaGrade)
    assert (unit.area, unit.cared_for_only) == (7, True)


def test_sefton_answers_danger_the_same_day_and_a_gap_in_24_hours() -> None:
    danger, family, gap = council("sefton").immediate_responses
    assert family.within == danger.within
    assert danger.within is not None
    assert danger.within.kind == "same_day"
    assert gap.within is not None
    assert gap.within.kind == "hours"
    assert (gap.within.hours, gap.gap_months) == (24, 6)


@pytest.mark.parametrize("name", ["herefordshire", "sefton"])
def test_both_grade_on_four_steps_and_remind_four_times(name: str) -> None:
    framework = council(name)
    assert framework.grades.on
    assert [grade.short for grade in framework.grades.scale] == ["O", "G", "RI", "I"]
    assert framework.nudge_steps.days == (-7, -2, 0, 1)
    assert [step.days_late for step in framework.escalation.steps] == [3, 7]
    assert framework.safety_button.on
    assert framework.coordinators
