"""A small profile as a page: every setting is there, in words, with its rows."""

from __future__ import annotations

import pytest

from domain.frameworks.framework import Framework
from domain.frameworks.sections import Cadence
from domain.frameworks.walk import parts
from tests.domain.frameworks.samples import (
    HEAD,
    MODERATION,
    NO_GRADES,
    NOTICE,
    PROGRAMME,
    SMALL,
    changed,
    read,
)
from tools.framework_pages import silences
from tools.pages.page import page
from tools.pages.words import say_cadence, say_key, sentence

FULL = SMALL + NOTICE + MODERATION
ALERT = """
[[alerts]]
key = "concern"
title = "A concern"
raised_by = ["reviewing_officer"]
to = ["worker", "iro"]
levels = ["Talk", "Letter"]
answer_within = { kind = "days", days = 5, working = true }
ref = ["WES-02", "WES-03"]
silence = ["E-52"]
note = "A talk comes first"
"""


def lines(text: str, *served: str) -> list[str]:
    return page(read(text), served, silences()).splitlines()


def cadence_of(toml: str) -> Cadence:
    text = SMALL + f'[[reports]]\nkey = "r"\ntitle = "R"\ncadence = {{ {toml} }}\n'
    found = read(text).reports[0].cadence
    assert found is not None
    return found


def test_the_page_begins_with_the_council_and_how_to_read_it() -> None:
    found = lines(FULL)
    assert found[0] == "# Westmere: How we check our work"
    assert "frameworks/westmere.toml" in found[2]
    assert "WES-01" in found[3]


def test_a_served_row_is_bold_and_a_declared_one_is_not() -> None:
    assert "- **A concern** (**WES-02**, WES-03; E-52)" in lines(SMALL + ALERT, "WES-02")


def test_an_entry_tells_every_setting_in_words_and_why() -> None:
    found = lines(SMALL + ALERT)
    start = found.index("- **A concern** (WES-02, WES-03; E-52)")
    assert found[start + 1 : start + 6] == [
        "  - Raised by: Reviewing Officer",
        "  - To: the worker and the reviewing officer",
        "  - Levels: Talk and Letter",
        "  - Answer within: 5 working days",
        "  - A talk comes first.",
    ]


def test_what_is_switched_off_says_so() -> None:
    nudge = '[[nudges]]\nkey = "n"\ntitle = "Look"\non = false\nref = ["WES-02"]\n'
    assert "- **Look**, switched off (WES-02)" in lines(SMALL + nudge)


def test_a_section_without_entries_is_left_out() -> None:
    assert "## Serious incidents" not in lines(SMALL)


def test_a_programme_says_who_does_what_by_which_day() -> None:
    found = lines(FULL)
    assert "Every month, opens on day 1. (WES-01)" in found
    assert "| first auditor | Team Manager | 3 weeks after allocation |  |" in found
    assert "| second auditor | Reviewing Officer | day 25 of the month |  |" in found


def test_a_programme_says_what_the_bot_does_step_by_step() -> None:
    found = lines(FULL)
    start = found.index("What the bot does:") + 2
    steps = [line for line in found[start : found.index("What is looked at:")] if line[:2] == "1."]
    assert steps == [
        "1. Takes 1 record from each team, chosen at random, by a seed that is kept.",
        "1. Tells the worker in the month before.",
        "1. Gives the first auditor their card: The draw gave you this one.",
        "1. Gives the second auditor their card: The draw gave you this one.",
        "1. Takes a grade and words for each area, and an overall grade.",
        "1. Sends to moderation, due day 28 of the month:",
    ]
    assert "   - Every Poor" in found
    assert "   - Reader: Quality Lead" in found


def test_a_programme_without_grades_takes_words_alone() -> None:
    text = changed('overall = { question = "Overall?" }', "findings_only = true", NO_GRADED)
    assert "1. Takes findings in words for each area, without grades." in lines(text)
    assert "Findings only: no grades are given." in lines(text)


NO_GRADED = HEAD + NO_GRADES + PROGRAMME


def test_areas_that_are_headings_are_said_to_be() -> None:
    text = changed('noun = "file audit"', 'noun = "file audit"\nareas_graded = false')
    assert "1. Takes words under each heading, and one overall grade." in lines(text)


def test_what_follows_a_grade_stands_one_thing_a_line() -> None:
    follow = """
[[programmes.file_audit.follow_up]]
key = "poor"
title = "The grade is Poor"
trigger = { kind = "final_grade", grades = ["poor"] }
then = [
  { does = "alert", told = ["quality_lead"], comment = true },
  { does = "re_audit", by = ["team_manager"], months = 3, ref = ["WES-04"] },
]
"""
    found = lines(SMALL + follow)
    start = found.index("1. The grade is Poor:")
    assert found[start + 1 : start + 4] == [
        "   - Alert; told: Quality Lead; comment: yes",
        "   - Re-audit; by whom: Team Manager; after: 3 months (WES-04)",
        "   - Because: final grade: grades Poor",
    ]


def test_an_audit_that_an_event_opens_says_which() -> None:
    text = changed('{ kind = "monthly", opens = { day = 1 } }', '{ kind = "on_demand" }')
    event = 'kind = "event", event = { kind = "repeat_plan", within_months = 24 }'
    found = lines(changed('kind = "random"', event, text))
    said = "when a child has a child protection plan again within 24 months of the last one's end"
    assert f"{sentence(said)} (WES-01)" in found


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('every = "month"', "each month"),
        ('every = "year", times = 2', "twice each year"),
        ('every = "year", times = 3', "3 times each year"),
        ('every = "month", interval = 18', "every 18 months"),
        ('every = "half_year", months = [3, 9]', "each half year, in March and September"),
        ('event = "A record closes"', "a record closes"),
        ('event = "The day", days_before = 7', "7 days before the day"),
        (
            'event = "It is done", due = { kind = "days_after_allocation", days = 14 }',
            "it is done, within 14 days",
        ),
        (
            'every = "quarter", due = { kind = "last_working_day_of_period", months = 3 }',
            "each quarter, by the last working day of the quarter",
        ),
        ("", "when it comes up"),
    ],
)
def test_how_often_is_said_in_words(toml: str, said: str) -> None:
    assert say_cadence(cadence_of(toml)) == said


def test_the_year_lists_audits_first_and_then_the_most_frequent() -> None:
    report = '[[reports]]\nkey = "{0}"\ntitle = "{0}"\ncadence = {{ every = "{1}" }}\n'
    found = lines(SMALL + report.format("yearly", "year") + report.format("monthly", "month"))
    start = found.index("| what | when | due | rows |")
    whats = [line.split(" | ")[0] for line in found[start + 2 : start + 5]]
    assert whats == ["| File audit", "| monthly", "| yearly"]


def test_every_row_stands_in_the_table_with_its_state() -> None:
    found = lines(SMALL + ALERT, "WES-01")
    assert "1 of 12 rows are served, 2 are declared." in found
    assert "| WES-01 | served | File audit |" in found
    assert "| WES-03 | declared | A concern |" in found
    assert "| WES-12 | missing |  |" in found


def test_what_is_left_open_stands_there_with_question_default_and_place() -> None:
    (row,) = [line for line in lines(SMALL + ALERT) if line.startswith("| E-52 ")]
    asked = silences()["E-52"]
    assert row == f"| E-52 | {asked['asks']} | {asked['default']} | A concern |"


def test_a_bar_in_a_text_does_not_break_a_table() -> None:
    text = changed('title = "File audit"', 'title = "File | audit"')
    assert any(line.startswith("| File \\| audit |") for line in lines(text))


@pytest.mark.parametrize(
    ("key", "said"),
    [("worker", "the worker"), ("iro", "the reviewing officer"), ("half_year", "half year")],
)
def test_words_of_the_file_become_words_of_people(key: str, said: str) -> None:
    assert say_key(key) == said


def test_no_page_shows_the_inside_of_the_program() -> None:
    text = "\n".join(lines(FULL + ALERT))
    assert not [sign for sign in ("kind=", "None", "frozenset", "('", "{'") if sign in text]


def test_every_entry_of_a_profile_leaves_its_rows_on_the_page() -> None:
    framework: Framework = read(FULL + ALERT)
    named = {row for _, part in parts(framework) for row in getattr(part, "ref", ())}
    text = "\n".join(lines(FULL + ALERT).copy()).split("## Every row")[0]
    assert named == {row for row in named if row in text} == {"WES-01", "WES-02", "WES-03"}
