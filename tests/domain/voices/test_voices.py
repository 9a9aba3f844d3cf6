"""Rules of voices: whom the questions fit, what a voice needs, what stays when words change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.cases.case import Case
from domain.faults import Fault
from domain.frameworks.grades import Grade, GradeScale
from domain.frameworks.meeting import Choice, FamilyContact
from domain.frameworks.sections import Cadence, FeedbackRule
from domain.frameworks.voices import RatingAsked
from domain.voices.coverage import coverage, round_of
from domain.voices.differences import Differs, differs
from domain.voices.rules import (
    ANYTHING,
    USUAL_REASONS,
    accept_heard,
    accept_missed,
    answers_for,
    asked_alone,
    asked_in_audit,
    asks_wish,
    called,
    in_order,
    ways_for,
)
from domain.voices.voice import HELP, WAYS, Answered, Speaker, Voice, VoiceState, Worry
from tests.cast import ADA, WES
from tests.town import framework

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
RULE = FamilyContact(
    seats=("auditor",),
    consent="at_start",
    questions=("What has helped?", "What could be better?"),
    asked_as={"child": ("What is good?",)},
    help_offered=("Interpreter line",),
    reasons=(Choice(key="declined", title="They declined"),),
)
RATING = RatingAsked(question="How helpful?", steps=("Very", "A bit", "Not"), low_from=2)
VOICE = Voice(
    id=1,
    version=1,
    state=VoiceState.DRAFT,
    speaker=Speaker.PARENT,
    noted_by="ada",
    begun_at=NOW,
    agreed=True,
    answers=(Answered(number=1, question="What has helped?", words="He listens"),),
)
SCALE = GradeScale(
    scale=tuple(
        Grade(key=key, title=key, label=key, short=key[:2], meaning=key, rank=rank)
        for rank, key in enumerate(("outstanding", "good", "requires", "inadequate"), 1)
    )
)
SURVEY = FeedbackRule(
    key="survey", title="Survey", cadence=Cadence(every="year", months=(4,)), covers="open_records"
)


@pytest.mark.rows("SEF-05")
@pytest.mark.parametrize(
    ("speaker", "questions"),
    [
        (Speaker.CHILD, ("What is good?",)),
        (Speaker.YOUNG_PERSON, RULE.questions),
        (Speaker.PARENT, RULE.questions),
    ],
)
def test_questions_are_worded_for_the_age_or_for_everybody(
    speaker: Speaker, questions: tuple[str, ...]
) -> None:
    assert asked_in_audit(RULE, speaker).questions == questions


def test_a_way_without_questions_and_channels_asks_openly() -> None:
    asking = asked_alone(FeedbackRule(key="any", title="Any"), Speaker.CHILD)
    assert (asking.questions, asking.ways, asking.help) == ((ANYTHING,), WAYS, HELP)
    assert asking.reasons == USUAL_REASONS
    assert asking.agreement
    others = asked_alone(FeedbackRule(key="any", title="Any", of="others"), Speaker.OTHER)
    assert not others.agreement
    assert not others.raise_now


def test_of_family_and_staff_only_their_askers_get_the_way() -> None:
    council = framework("city-of-london")
    mine = [way.key for way in ways_for(council, WES, every=False)]
    assert mine == ["child_voice"]
    assert len(ways_for(council, ADA, every=True)) == len([w for w in council.feedback if w.on])


@pytest.mark.rows("COL-32")
def test_a_summary_does_not_stand_in_for_words() -> None:
    asking = asked_in_audit(RULE, Speaker.PARENT)
    silent = replace(VOICE, answers=(), summary="Content")
    with pytest.raises(Fault, match="A summary cannot stand in for their words"):
        accept_heard(asking, silent, [])
    assert accept_heard(asking, VOICE, []).state is VoiceState.HEARD


def test_whoever_did_not_agree_is_not_heard() -> None:
    with pytest.raises(Fault, match="tick that they agreed"):
        accept_heard(asked_in_audit(RULE, Speaker.PARENT), replace(VOICE, agreed=False), [])
    first = replace(VOICE, agreed=None)
    rule = RULE.model_copy(update={"consent": "worker_first"})
    assert accept_heard(asked_in_audit(rule, Speaker.PARENT), first, []).answers == VOICE.answers


def test_a_reason_is_one_of_the_councils() -> None:
    asking = asked_in_audit(RULE, Speaker.PARENT)
    with pytest.raises(Fault, match="why they were not heard"):
        accept_missed(asking, replace(VOICE, reason="rain"))
    missed = accept_missed(asking, replace(VOICE, reason="declined"))
    assert (missed.state, missed.agreed) == (VoiceState.MISSED, None)


def test_a_young_adult_is_asked_and_must_wish_that_parents_are() -> None:
    adult = replace(VOICE, id=2, speaker=Speaker.YOUNG_ADULT, state=VoiceState.HEARD)
    asking = asked_in_audit(RULE, Speaker.PARENT)
    assert asks_wish(Speaker.PARENT, [adult])
    assert not asks_wish(Speaker.YOUNG_ADULT, [adult])
    assert not asks_wish(Speaker.PARENT, [replace(adult, state=VoiceState.DRAFT)])
    with pytest.raises(Fault, match="only if they wish it"):
        accept_heard(asking, VOICE, [adult])
    assert accept_heard(asking, replace(VOICE, wished=True), [adult]).wished


def test_changed_words_of_a_kept_voice_get_a_new_edition() -> None:
    asking = asked_in_audit(RULE, Speaker.PARENT)
    draft = answers_for(asking, {1: "He does listen", 2: "More"}, VOICE)
    assert [answer.edition for answer in draft] == [1, 1]
    kept = replace(VOICE, state=VoiceState.HEARD)
    again = answers_for(asking, {1: "He does listen"}, kept)
    assert (again[0].words, again[0].edition) == ("He does listen", 2)
    assert answers_for(asking, {1: "He listens"}, kept)[0] == VOICE.answers[0]


def test_children_stand_first_and_nobody_is_named() -> None:
    child = replace(VOICE, id=9, speaker=Speaker.CHILD)
    assert in_order([VOICE, child]) == [child, VOICE]
    assert called(replace(VOICE, who="the mother")) == "Parent (the mother)"
    assert called(child) == "Child"


HEARD = replace(VOICE, state=VoiceState.HEARD)
WORRIED = replace(HEARD, worry=Worry.LEFT)


@pytest.mark.parametrize(
    ("overall", "voices", "found"),
    [
        ("good", [WORRIED], Differs.FAMILY),
        ("outstanding", [replace(HEARD, rating=2)], Differs.FAMILY),
        ("good", [replace(HEARD, rating=1)], None),
        ("requires", [HEARD], Differs.AUDITOR),
        ("inadequate", [HEARD, WORRIED], None),
        ("good", [HEARD, WORRIED], Differs.FAMILY),
        ("requires", [replace(HEARD, state=VoiceState.MISSED)], None),
        (None, [WORRIED], None),
    ],
)
def test_a_worry_beside_a_good_grade_differs_and_the_reverse(
    overall: str | None, voices: list[Voice], found: Differs | None
) -> None:
    assert differs(SCALE, overall, voices, RATING) is found


def test_a_rating_counts_only_where_it_is_asked_for() -> None:
    assert differs(SCALE, "good", [replace(HEARD, rating=3)], None) is None
    with pytest.raises(ValueError, match="low_from"):
        RatingAsked(question="How?", steps=("Well", "Badly"), low_from=3)


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 4, 1), date(2026, 4, 1), date(2027, 3, 31)),
        (date(2026, 3, 31), date(2025, 4, 1), date(2026, 3, 31)),
    ],
)
def test_a_round_runs_from_its_month_to_the_next(day: date, first: date, last: date) -> None:
    assert round_of(SURVEY, day) == (first, last)


@pytest.mark.rows("COL-28")
def test_coverage_names_every_open_record_once() -> None:
    cases = [Case(ref=f"C-{number}") for number in range(1, 5)]
    closed = Case(ref="C-9", open=False)
    answer = replace(HEARD, speaker=Speaker.YOUNG_PERSON, case_ref="C-1")
    no = replace(answer, state=VoiceState.MISSED)
    parent = replace(HEARD, case_ref="C-4")
    voices = [no, answer, replace(no, case_ref="C-2"), replace(answer, case_ref="C-9"), parent]
    found = coverage([*cases, closed], voices)
    assert (found.answered, found.missed, found.open) == (("C-1",), ("C-2",), ("C-3", "C-4"))
    assert found.total == 4
