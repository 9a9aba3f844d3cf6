from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.frameworks.framework import FrameworkFault
from domain.frameworks.parse import parse
from tests.domain.frameworks.samples import NOTICE, SMALL, changed, faults_of, read


def test_it_reads_a_good_file() -> None:
    framework = read(SMALL)
    assert (framework.id, framework.name) == ("westmere", "Westmere")
    assert framework.coordinators == {"quality_lead"}
    assert framework.role_title("team_manager") == "Team Manager"
    assert framework.role_short("team_manager") == "TM"


def test_a_table_gives_its_part_the_key() -> None:
    framework = read(SMALL)
    assert framework.roles["team_manager"].key == "team_manager"
    assert framework.programme("file_audit").key == "file_audit"


def test_a_role_that_no_file_lists_still_has_words() -> None:
    assert read(SMALL).role_title("night_watch") == "Night watch"
    assert read(SMALL).role_short("night_watch") == "Night watch"


def test_a_programme_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(FrameworkFault, match=r"no programme 'dive'\. It has: file_audit"):
        read(SMALL).programme("dive")


def test_a_programme_finds_its_seats_and_areas() -> None:
    programme = read(SMALL).programme("file_audit")
    assert programme.seat("second").label == "second auditor"
    assert programme.area(1).name == "Voice"
    with pytest.raises(KeyError):
        programme.seat("third")
    with pytest.raises(KeyError):
        programme.area(2)


def test_what_was_read_cannot_be_changed() -> None:
    framework = read(SMALL)
    with pytest.raises(ValueError, match="frozen"):
        framework.name = "Eastmere"  # type: ignore[misc]  # frozen: that is what is tried


def test_an_unknown_key_is_a_fault_and_the_close_one_is_named() -> None:
    text = changed('key = "second"', 'key = "second"\neligible_role = ["team_manager"]')
    assert faults_of(text) == [
        "programmes.file_audit.seats[1].eligible_role: unknown key; did you mean eligible_roles?"
    ]


def test_an_unknown_key_inside_a_rule_is_named_without_the_kind() -> None:
    text = changed("weeks = 3", "weeks = 3, week = 2")
    assert faults_of(text) == [
        "programmes.file_audit.seats[0].due.week: unknown key; did you mean weeks?"
    ]


def test_an_unknown_key_that_is_like_no_other_gets_no_suggestion() -> None:
    assert faults_of("zzz = 1\n" + SMALL) == ["zzz: unknown key"]


def test_the_keys_of_another_kind_are_not_suggested() -> None:
    text = changed("day = 25", "day = 25, week = 2")
    assert faults_of(text) == ["programmes.file_audit.seats[1].due.week: unknown key"]


def test_a_missing_key_is_a_fault() -> None:
    text = changed('noun = "file audit"\n', "")
    assert faults_of(text) == ["programmes.file_audit.noun: it is missing"]


def test_a_missing_key_inside_a_rule_is_named_without_the_kind() -> None:
    text = changed(", weeks = 3", "")
    assert faults_of(text) == ["programmes.file_audit.seats[0].due.weeks: it is missing"]


def test_an_unknown_kind_is_answered_with_those_that_there_are() -> None:
    (said,) = faults_of(changed('kind = "day_of_month"', 'kind = "full_moon"'))
    assert said.startswith(
        "programmes.file_audit.seats[1].due: 'full_moon' is not a kind; there are"
    )
    assert "weeks_after_allocation" in said


def test_a_rule_without_a_kind_is_a_fault() -> None:
    text = changed('kind = "day_of_month", day', "day")
    assert faults_of(text) == ["programmes.file_audit.seats[1].due: it needs a kind"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("weeks = 3", 'weeks = "3"', "seats[0].due.weeks: it should be a whole number"),
        ("weeks = 3", "weeks = 0", "seats[0].due.weeks: it should be at least 1"),
        ("day = 25", "day = 32", "seats[1].due.day: it should be at most 31"),
        ('name = "Voice"', f'name = "{"V" * 37}"', "areas[0].name: at most 36 characters fit"),
        (
            '["Can you',
            f'["{"w" * 111}", "Can you',
            "areas[0].prompts[0]: at most 110 characters fit",
        ),
        ('title = "File audit"', 'title = " "', "title: it is empty"),
        ('{ question = "Overall?" }', '"Overall?"', "overall: it should be a table"),
        ('kind = "random"', 'kind = "dice"', "selection.kind: it should be 'random', "),
        ('["team_manager"]', '"team_manager"', "seats[0].eligible_roles: it should be a list"),
        ('["team_manager"]', '["Team Manager"]', "seats[0].eligible_roles[0]: write it like "),
    ],
)
def test_a_value_of_the_wrong_shape_is_said_with_its_key(old: str, new: str, said: str) -> None:
    (fault,) = faults_of(changed(old, new))
    assert fault.startswith(f"programmes.file_audit.{said}")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "westmere"', 'id = "West Mere"', "id: write it like "),
        ("coordinates = true", "coordinates = 1", "coordinates: it should be true or false"),
        ("rows = 12", "rows = 0", "document.rows: it should be at least 1"),
    ],
)
def test_a_wrong_value_outside_the_programmes_is_said_too(old: str, new: str, said: str) -> None:
    (fault,) = faults_of(changed(old, new))
    assert said in fault


def test_a_list_with_nothing_in_it_is_said_to_need_something() -> None:
    text = changed('to = ["worker"]', "to = []", SMALL + NOTICE)
    assert faults_of(text) == ["programmes.file_audit.notice.to: it needs at least 1"]


def test_the_limits_themselves_are_allowed() -> None:
    text = changed('name = "Voice"', f'name = "{"V" * 36}"')
    text = changed('["Can you', f'["{"w" * 110}", "Can you', text)
    assert len(read(text).programme("file_audit").area(1).prompts) == 2


def test_a_key_inside_the_table_is_a_fault() -> None:
    text = changed('noun = "file audit"', 'noun = "file audit"\nkey = "other"')
    assert faults_of(text) == [
        "programmes.file_audit.key: leave it out, the table's name is its key"
    ]


def test_a_file_that_is_not_toml_says_where() -> None:
    (said,) = faults_of(changed("rows = 12", "rows = "))
    assert said.startswith("it is not TOML: ")
    assert "line" in said


def test_all_faults_come_at_once_whatever_their_sort() -> None:
    text = changed(
        'eligible_roles = ["reviewing_officer"]', 'eligible_roles = ["reviewin_officer"]'
    )
    text = changed('noun = "file audit"', 'noun = "file audit"\nlook_bak_months = 6', text)
    text = changed('ref = ["WES-01"]', 'ref = ["WES-13"]\nsilence = ["E-99"]', text)
    text = changed("dating", 'titel = "x"\ndating', text)
    said = faults_of(text)
    assert said == [
        "document.titel: unknown key; did you mean title?",
        "programmes.file_audit.look_bak_months: unknown key; did you mean look_back_months?",
        (
            "programmes.file_audit.seats[1].eligible_roles: "
            "'reviewin_officer' is not a role of this file; did you mean reviewing_officer?"
        ),
        "programmes.file_audit.ref: there is no row 'WES-13'; the document has WES-01 to WES-12",
        "programmes.file_audit.silence: there is no 'E-99'; they run from E-01 to E-98",
    ]


def test_a_faulty_entry_does_not_hide_the_faults_of_its_neighbours() -> None:
    text = (
        SMALL
        + """
[[reports]]
key = "broken"

[[reports]]
key = "broken_too"
title = 3

[[reports]]
key = "wrong_row"
title = "Report"
ref = ["WES-77"]
"""
    )
    said = faults_of(text)
    assert said[:2] == [
        "reports[0].title: it is missing",
        "reports[1].title: it should be a text in quotes",
    ]
    assert said[2].endswith("there is no row 'WES-77'; the document has WES-01 to WES-12")
    assert len(said) == 3


def test_a_faulty_role_does_not_make_those_who_name_it_faulty() -> None:
    text = changed('{ title = "Team Manager", short = "TM" }', '{ title = "Team Manager" }')
    assert faults_of(text) == ["roles.team_manager.short: it is missing"]


def test_a_faulty_grade_does_not_make_the_rest_look_wrong() -> None:
    text = changed('short = "P", rank = 2', 'short = "P", rank = "2"')
    assert [said.split(":")[0] for said in faults_of(text)] == ["grades.scale[1].rank"]


def test_the_message_says_the_file_the_number_and_the_way_on() -> None:
    with pytest.raises(FrameworkFault) as refused:
        parse(changed("weeks = 3", "weeks = 0"), "westmere.toml")
    first, line, last = refused.value.message.split("\n")
    assert first == "westmere.toml was not loaded: 1 fault."
    assert line.startswith("- programmes.file_audit.seats[0].due.weeks: ")
    assert last == "Mend the file and check it again."


VALUES = [
    "3",
    '"x"',
    "[]",
    "{}",
    "true",
    "2026-11-21",
    "-1",
    "nan",
    '["x"]',
    "[[1]]",
    "{ kind = 1 }",
]
LINES = [
    line.split(" = ")[0] for line in SMALL.splitlines() if " = " in line and "{ key" not in line
]


def outcome_of(text: str) -> list[str]:
    try:
        read(text)
    except FrameworkFault as refused:
        return list(refused.faults) or ["it gave no reason"]
    return []


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(set(LINES))), st.sampled_from(VALUES))
def test_any_value_in_any_place_is_read_or_refused_in_sentences(key: str, value: str) -> None:
    text = "\n".join(
        f"{key} = {value}" if line.startswith(f"{key} = ") and "[" not in line else line
        for line in SMALL.splitlines()
    )
    said = outcome_of(text)
    assert said == [] or all(": " in sentence for sentence in said)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all_is_refused_in_sentences(text: str) -> None:
    assert faults_of(text)
