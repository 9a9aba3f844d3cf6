from __future__ import annotations

from domain.frameworks.show import show
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

FULL = SMALL + NOTICE + MODERATION


def lines(text: str) -> list[str]:
    return show(read(text)).splitlines()


def test_the_page_begins_with_the_council_and_its_document() -> None:
    assert lines(FULL)[:3] == [
        "Westmere: How we check our work",
        "===============================",
        "2026. 12 rows, WES-01 onward.",
    ]


def test_roles_say_who_runs_cycles() -> None:
    page = lines(FULL)
    assert "  Quality Lead (QL): runs cycles" in page
    assert "  Team Manager (TM)" in page


def test_a_programme_says_its_rules_and_on_what_they_rest() -> None:
    page = lines(FULL)
    assert "File audit [file_audit] [WES-01]" in page
    assert "  Cycle: every month, opens on day 1" in page
    assert "  Records: 1 record from each team, chosen at random" in page
    assert "  Told beforehand: worker" in page
    assert "  1 · Voice: 1 prompt" in page
    first = "  First auditor: TM, outside the case; due 3 weeks after allocation"
    assert first in page


def test_moderation_says_why_and_who() -> None:
    page = lines(FULL)
    start = page.index("  Moderation: due day 28 of the month")
    assert page[start + 1 : start + 4] == [
        "    because: They differ",
        "    because: Every Poor",
        "    reader: QL",
    ]


def test_a_scale_that_is_off_is_said_to_be_off() -> None:
    text = HEAD + NO_GRADES + PROGRAMME
    page = lines(changed('overall = { question = "Overall?" }', "findings_only = true", text))
    assert "Grades (off: findings only)" in page


def test_reminders_and_the_safety_button_are_there() -> None:
    page = lines(FULL)
    assert "  Days from the due day: -7, -2, 0 and +1" in page
    assert '  "Child may be unsafe" button: on' in page


def test_an_entry_says_its_rows_and_whether_it_is_off() -> None:
    nudge = (
        '[[nudges]]\nkey = "n"\ntitle = "Look"\non = false\nref = ["WES-02"]\nsilence = ["E-69"]\n'
    )
    assert "  Look (off) [WES-02, E-69]" in lines(SMALL + nudge)


def test_empty_sections_are_left_out() -> None:
    assert "Quotas" not in lines(FULL)
