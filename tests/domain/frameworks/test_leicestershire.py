"""Leicestershire: what its file says, figure by figure."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.cycles import OnDemandCycle, opening_for
from domain.frameworks.deadlines import due_on
from domain.frameworks.framework import Framework
from domain.frameworks.moderation import YearlyDraw
from domain.frameworks.programme import Programme
from domain.frameworks.rows import silences_of
from domain.frameworks.sections import Days, Quota
from domain.frameworks.selection import PerAuditor
from domain.frameworks.show import show
from tests.domain.frameworks.councils import (
    by_key,
    chosen,
    chosen_without_a_word,
    council,
    months_of,
    opens_in,
)

PLAIN = WorkingCalendar()
MANAGERS = ("team_manager", "service_manager", "head_of_service", "assistant_director")


@pytest.fixture(scope="module")
def lei() -> Framework:
    return council("leicestershire")


@pytest.fixture(scope="module")
def thematic(lei: Framework) -> Programme:
    return lei.programme("thematic_audit")


@pytest.fixture(scope="module")
def quota(lei: Framework) -> Quota:
    return by_key(lei.quotas)["service_learning"]


CALENDAR = {
    "themes_of_the_year": (3,),
    "service_learning_framework": (4,),
    "practice_week": (5, 11),
    "alert_audit": (1, 7),
    "six_monthly_overview": (2, 8),
    "multi_agency_audit": (3, 6, 9, 12),
    "exit_interviews": (3, 6, 9, 12),
    "improvement_plan_evidence": (3, 9),
    "improvement_campaign": (3, 9),
    "self_evaluation": (3,),
    "framework_review": (1,),
}


def owed(quota: Quota, done: Counter[str]) -> dict[str, int]:
    """What is left of each part, by what the profile counts where (E-21)."""
    left, over = dict(quota.parts), 0
    for key, pieces in done.items():
        part = next((p for p, keys in quota.filled_by.items() if key in keys), quota.spare)
        over += max(0, pieces - left[part])
        left[part] = max(0, left[part] - pieces)
    left[quota.spare] = max(0, left[quota.spare] - over)
    return {part: number for part, number in left.items() if number}


def test_every_silence_that_concerns_it_is_chosen_with_a_word_on_it(lei: Framework) -> None:
    assert chosen(lei) == set(silences_of(lei.document.row_prefix))
    assert chosen_without_a_word(lei) == []


def test_it_has_53_rows_and_a_scale_that_is_off(lei: Framework) -> None:
    assert (lei.document.rows, lei.document.review_due) == (53, date(2024, 1, 31))
    assert not lei.grades.on
    assert [grade.short for grade in lei.grades.scale] == ["O", "G", "RI", "I"]
    assert all(programme.findings_only for programme in lei.programmes.values())


def test_qait_runs_the_cycles(lei: Framework) -> None:
    assert lei.coordinators == {"qa_and_improvement_team"}


def test_a_thematic_audit_opens_with_each_quarter_and_ends_with_it(thematic: Programme) -> None:
    opened = opens_in(thematic.cycle, 2026)
    assert opened == [date(2026, month, 1) for month in (1, 4, 7, 10)]
    (auditor,) = thematic.seats
    assert [due_on(auditor.due, day, PLAIN) for day in opened] == [
        date(2026, 3, 31),
        date(2026, 6, 30),
        date(2026, 9, 30),
        date(2026, 12, 31),
    ]
    assert opening_for(thematic.cycle, date(2027, 2, 1)) == date(2027, 1, 1)


def test_each_of_four_kinds_of_manager_audits_one_record_a_quarter(thematic: Programme) -> None:
    (auditor,) = thematic.seats
    assert auditor.eligible_roles == MANAGERS
    assert auditor.independent
    assert auditor.with_worker
    assert thematic.selection.count == PerAuditor(kind="per_auditor", number=1)
    assert thematic.selection.theme == "required"
    assert thematic.template_by == ("qa_and_improvement_team", "practice_excellence_team")


def test_a_thematic_audit_looks_back_six_months_in_five_areas(thematic: Programme) -> None:
    assert thematic.look_back_months == 6
    assert [area.key for area in thematic.areas] == [
        "theme",
        "practice_standards",
        "compliance",
        "events_in_and_before_the_window",
        "worker_reflection",
    ]


def test_without_the_family_there_must_be_a_reason(thematic: Programme) -> None:
    assert thematic.family is not None
    assert thematic.family.required
    assert (thematic.family.consent, thematic.family.how) == ("at_start", "any")
    assert [reason.key for reason in thematic.family.reasons] == [
        "declined",
        "no_reply",
        "not_appropriate",
    ]


def test_once_a_year_in_the_last_quarter_every_audit_has_a_second_reader(
    thematic: Programme,
) -> None:
    rules = thematic.moderation
    assert rules is not None
    (draw,) = rules.draws
    assert isinstance(draw, YearlyDraw)
    assert (draw.month, draw.by) == (1, MANAGERS)
    assert rules.panel[0].roles == MANAGERS
    assert due_on(rules.due, date(2026, 1, 1), PLAIN) == date(2026, 4, 14)


def test_the_assistant_director_commissions_a_deep_dive(lei: Framework) -> None:
    dive = lei.programme("deep_dive")
    assert isinstance(dive.cycle, OnDemandCycle)
    assert dive.cycle.commissioned_by == ("childrens_social_care_assistant_director",)
    assert set(dive.seats[0].eligible_roles) == {
        "head_of_service",
        "service_manager",
        "practice_excellence_team",
    }


def test_a_deep_dive_of_may_moves_other_work_to_the_end_of_june(lei: Framework) -> None:
    excused = lei.programme("deep_dive").excuses
    assert excused is not None
    assert due_on(excused.moves_to, date(2026, 5, 1), PLAIN) == date(2026, 6, 30)
    others = [programme for key, programme in lei.programmes.items() if key != "deep_dive"]
    assert all(programme.excuses is None for programme in others)


@pytest.mark.parametrize(
    ("key", "months"),
    [
        ("learning_activity", list(range(1, 13))),
        ("health_check", [5, 11]),
        ("supervision_quality", [11]),
        ("lado_dip_sample", [1, 4, 7, 10]),
        ("lado_peer_audit", [1, 4, 7, 10]),
        ("dip_sample", []),
        ("extra_learning_activity", []),
        ("deep_dive", []),
    ],
)
def test_the_other_programmes_open_in_their_months(
    lei: Framework, key: str, months: list[int]
) -> None:
    assert [day.month for day in opens_in(lei.programme(key).cycle, 2026)] == months


def test_its_page_says_that_teams_are_looked_at_and_who_is_excused(lei: Framework) -> None:
    page = show(lei).splitlines()
    assert "  Teams: 1 team for each auditor, chosen at random [LEI-29]" in page
    excused = "  Auditors are excused all other audits of that month [LEI-14, E-24]"
    assert page.count(excused) == 1


def test_a_lado_reads_a_colleague_of_the_same_team(lei: Framework) -> None:
    (peer,) = lei.programme("lado_peer_audit").seats
    assert peer.eligible_roles == ("local_authority_designated_officer",)
    assert not peer.independent  # the own case stays barred to everyone


def test_the_ten_pieces_are_four_two_two_and_two_others(quota: Quota) -> None:
    assert quota.roles == ("team_manager", "service_manager")
    assert (quota.per, quota.total, quota.year_starts) == ("year", 10, 4)
    assert dict(quota.parts) == {
        "thematic_audit": 4,
        "health_check": 1,
        "supervision_quality": 1,
        "set_by_head_of_service": 2,
        "other": 2,
    }


def test_after_five_pieces_the_manager_still_owes_five(quota: Quota) -> None:
    done = Counter(thematic_audit=3, health_check=1, piece_set_by_head_of_service=1)
    assert done.total() == 5
    assert owed(quota, done) == {
        "thematic_audit": 1,
        "supervision_quality": 1,
        "set_by_head_of_service": 1,
        "other": 2,
    }


def test_a_second_health_check_and_a_deep_dive_fill_the_other_places(quota: Quota) -> None:
    left = owed(quota, Counter(health_check=2, deep_dive=1))
    assert "other" not in left
    assert sum(left.values()) == 7


def test_a_head_of_service_owes_two_a_quarter_and_the_thematic_audit_counts(
    lei: Framework,
) -> None:
    quota = by_key(lei.quotas)["head_of_service_improvement"]
    assert (quota.roles, quota.per, quota.total) == (("head_of_service",), "quarter", 2)
    assert owed(quota, Counter(thematic_audit=1)) == {"improvement_activity": 1}
    assert owed(quota, Counter(thematic_audit=1, dip_sample=1)) == {}


def test_the_overviews_of_february_and_august_cover_six_months(lei: Framework) -> None:
    overview = by_key(lei.reports)["six_monthly_overview"]
    assert (months_of(overview), overview.covers_months) == ((2, 8), 6)
    assert overview.prepared_by == ("qa_and_improvement_team",)


def test_the_calendar_of_the_year_is_the_documents(lei: Framework) -> None:
    found = by_key((*lei.activities, *lei.reports, *lei.approvals))
    assert {key: months_of(found[key]) for key in CALENDAR} == CALENDAR


def test_an_alert_is_a_concern_or_praise_and_is_answered_in_five_working_days(
    lei: Framework,
) -> None:
    (alert,) = lei.alerts
    assert alert.praise
    assert alert.levels == ("Informal", "Formal")
    assert alert.answer_within == Days(kind="days", days=5, working=True)
    assert alert.to == ("worker", "team_manager")


def test_every_manager_observes_once_a_quarter(lei: Framework) -> None:
    observed = by_key(lei.observations)["practice_observation"]
    assert observed.by == MANAGERS
    assert months_of(observed) == (1, 4, 7, 10)
    assert len(observed.asks) == 3


def test_the_worker_and_the_team_are_told_and_both_ticks_are_asked_for(lei: Framework) -> None:
    rule = by_key(lei.activities)["feed_back"].after_audit
    assert rule is not None
    assert [tick.key for tick in rule.confirms] == ["worker_told", "team_told"]
    assert not any(tick.dated for tick in rule.confirms)  # one must not stand for the other
    assert rule.asked_after_days == 14


def test_voices_come_by_seven_channels_and_learning_acts_on_four_levels(lei: Framework) -> None:
    voice = by_key(lei.feedback)["voice_intake"]
    assert (len(voice.channels), voice.verbatim) == (7, True)
    assert len(by_key(lei.actions)["learning_response"].tags) == 4
