from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.frameworks.check import faults
from domain.frameworks.framework import Framework
from tests.domain.frameworks.samples import (
    GRADES,
    HEAD,
    MODERATION,
    NO_GRADES,
    NOTICE,
    PROGRAMME,
    SMALL,
    changed,
    faults_of,
    read,
)

FULL = SMALL + NOTICE + MODERATION


def test_a_framework_that_makes_sense_has_no_faults() -> None:
    assert faults(read(FULL)) == []


def test_a_role_that_the_file_does_not_list_is_a_fault() -> None:
    text = changed('eligible_roles = ["team_manager"]', 'eligible_roles = ["team_manger"]')
    assert faults_of(text) == [
        (
            "programmes.file_audit.seats[0].eligible_roles: "
            "'team_manger' is not a role of this file; did you mean team_manager?"
        )
    ]


def test_roles_are_looked_for_in_every_section() -> None:
    text = (
        SMALL
        + """
[escalation]
steps = [{ days_late = 3, roles = ["director"] }]

[[reports]]
key = "monthly"
title = "Monthly report"
prepared_by = ["scribe"]
"""
    )
    assert faults_of(text) == [
        "escalation.steps[0].roles: 'director' is not a role of this file",
        "reports[0].prepared_by: 'scribe' is not a role of this file",
    ]


def test_a_grade_outside_the_scale_is_a_fault() -> None:
    text = changed('grades = ["poor"]', 'grades = ["pooor"]', FULL)
    assert faults_of(text) == [
        (
            "programmes.file_audit.moderation.draws[1].grades: "
            "'pooor' is not a grade of this file; did you mean poor?"
        )
    ]


def test_any_grade_is_a_fault_where_there_is_no_scale() -> None:
    text = HEAD + NO_GRADES + PROGRAMME + MODERATION
    text = changed('noun = "file audit"', 'noun = "file audit"\nfindings_only = true', text)
    (said,) = faults_of(text)
    assert said.endswith("draws[1].grades: 'poor' is not a grade of this file")


def test_a_seat_that_the_programme_does_not_have_is_a_fault() -> None:
    text = changed('["first", "second"]', '["first", "secnd"]', FULL)
    (said,) = faults_of(text)
    assert said == (
        "programmes.file_audit.moderation.draws[0].seats: 'secnd' is not a seat of this file; "
        "did you mean second?"
    )


def test_somebody_must_run_cycles() -> None:
    text = changed(", coordinates = true", "")
    assert faults_of(text) == [
        "roles: no role coordinates, so nobody could run a cycle; say coordinates = true"
    ]


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("WES-13", "there is no row 'WES-13'; the document has WES-01 to WES-12"),
        ("WES-00", "there is no row 'WES-00'; the document has WES-01 to WES-12"),
        ("WES-1", "'WES-1' does not look like a row; write it like WES-01"),
        ("wes-01", "'wes-01' does not look like a row; write it like WES-01"),
        ("E-01", "'E-01' is not a row of this document; its rows start with WES-"),
        ("HER-02", "'HER-02' is not a row of this document; its rows start with WES-"),
        ("WES-001", "there is no row 'WES-001'; the document has WES-01 to WES-12"),
    ],
)
def test_a_row_that_there_is_not_is_a_fault(ref: str, said: str) -> None:
    text = changed('ref = ["WES-01"]', f'ref = ["{ref}"]')
    assert faults_of(text) == [f"programmes.file_audit.ref: {said}"]


@pytest.mark.parametrize("silence", ["E-00", "E-99", "E-1", "E-099", "WES-01", ""])
def test_a_silence_that_there_is_not_is_a_fault(silence: str) -> None:
    text = changed('ref = ["WES-01"]', f'silence = ["{silence}"]')
    assert faults_of(text) == [
        f"programmes.file_audit.silence: there is no {silence!r}; they run from E-01 to E-98"
    ]


def test_a_document_that_was_counted_must_have_as_many_rows() -> None:
    text = SMALL.replace("WES", "HER")
    assert faults_of(text) == ["document.rows: HER has 43 rows, not 12"]


def test_two_entries_of_a_list_may_not_share_a_key() -> None:
    entry = '[[nudges]]\nkey = "same"\ntitle = "Reminder"\non = false\n'
    assert faults_of(SMALL + entry + entry) == ["nudges: the key 'same' stands there 2 times"]


def test_entries_of_two_lists_may_share_a_key() -> None:
    both = '[[nudges]]\nkey = "same"\ntitle = "A"\non = false\n'
    both += '[[reports]]\nkey = "same"\ntitle = "B"\n'
    assert faults(read(SMALL + both)) == []


def test_two_seats_may_not_share_a_key() -> None:
    text = changed('key = "second"', 'key = "first"')
    assert faults_of(text) == ["programmes.file_audit.seats: the key 'first' stands there 2 times"]


def test_an_area_without_prompts_is_a_fault() -> None:
    text = changed('prompts = ["Can you hear the child?"]', "prompts = []")
    assert faults_of(text) == ["programmes.file_audit.areas[0].prompts: Voice has no prompts"]


def test_areas_are_numbered_from_one() -> None:
    text = changed("number = 1\nkey", "number = 2\nkey")
    assert faults_of(text) == [
        "programmes.file_audit.areas: they are numbered [2]; count from 1 without gaps"
    ]


def test_a_programme_with_grades_needs_a_scale() -> None:
    text = HEAD + NO_GRADES + PROGRAMME
    assert faults_of(text) == [
        "programmes.file_audit.findings_only: the grades are off, so only findings can be captured"
    ]


def test_a_programme_without_grades_needs_neither_scale_nor_overall_question() -> None:
    text = HEAD + NO_GRADES + PROGRAMME
    text = changed('overall = { question = "Overall?" }', "findings_only = true", text)
    assert faults(read(text)) == []


def test_a_programme_with_grades_needs_its_overall_question() -> None:
    text = changed('overall = { question = "Overall?" }\n', "")
    assert faults_of(text) == [
        "programmes.file_audit.overall: a programme with grades needs its overall question"
    ]


def test_the_scale_lists_the_best_first() -> None:
    text = changed('short = "P", rank = 2', 'short = "P", rank = 3')
    assert faults_of(text) == [
        "grades.scale: the ranks are [1, 3]; list the best first, from 1 without gaps"
    ]


def test_a_scale_of_nothing_is_no_scale() -> None:
    text = changed(GRADES, "\n[grades]\n")
    assert faults_of(text) == ["grades.scale: a scale needs two grades or more; or say on = false"]


def test_a_seat_that_nobody_could_take_is_a_fault() -> None:
    text = changed('eligible_roles = ["team_manager"]\n', "")
    assert faults_of(text) == [
        "programmes.file_audit.seats[0].eligible_roles: nobody could be the first auditor"
    ]


def test_a_seat_found_on_the_record_needs_no_roles() -> None:
    text = changed('eligible_roles = ["team_manager"]', 'by_design = "case_team_manager"')
    programme = read(text).programme("file_audit")
    assert not programme.seat("first").from_pool
    assert programme.seat("second").from_pool


def test_a_blank_that_nothing_fills_in_is_a_fault() -> None:
    text = changed('key = "first"', 'key = "first"\nsteps = ["Ring {mother}.", "See {worker}."]')
    (said,) = faults_of(text)
    assert said.startswith("programmes.file_audit.seats[0].steps: nothing fills in {mother}; ")
    assert said.endswith("there are: partner, worker")


def test_a_notice_knows_the_auditors_and_each_seat() -> None:
    text = changed("{auditor}", "{partner}", FULL)
    (said,) = faults_of(text)
    assert said.startswith("programmes.file_audit.notice.steps: nothing fills in {partner}; ")
    assert said.endswith("there are: auditor, first, second")
    named = read(changed("{auditor}", "{second}", FULL)).programme("file_audit").notice
    assert named is not None
    assert named.steps == ("You and {second} talk.",)


@settings(max_examples=25, deadline=None)
@given(
    wrong_role=st.booleans(), wrong_row=st.booleans(), no_prompts=st.booleans(), key=st.booleans()
)
def test_every_mixture_of_faults_is_told_whole(
    *, wrong_role: bool, wrong_row: bool, no_prompts: bool, key: bool
) -> None:
    changes = [
        (wrong_role, '["reviewing_officer"]', '["nobody"]', "is not a role"),
        (wrong_row, 'ref = ["WES-01"]', 'ref = ["WES-99"]', "there is no row"),
        (no_prompts, '["Can you hear the child?"]', "[]", "has no prompts"),
        (key, "[roles]", "[role]\n\n[roles]", "role: unknown key; did you mean roles?"),
    ]
    text = SMALL
    for chosen, old, new, _ in changes:
        text = changed(old, new, text) if chosen else text
    expected = [words for chosen, _, _, words in changes if chosen]
    said = faults_of(text) if expected else faults(read(text))
    assert len(said) == len(expected)
    assert all(any(words in sentence for sentence in said) for words in expected)


def test_a_framework_that_runs_no_programme_yet_is_allowed() -> None:
    text = HEAD + GRADES + "\n[programmes]\n"
    assert isinstance(read(text), Framework)
