"""The cycle in numbers: bars, table and lines of the same audits."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from cards.audits.cycle_progress import AuditLine, CycleProgress
from domain.audits.progress import Stage
from domain.refs import Ref
from tests.cards.walk import buttons, find, nodes, of_type, words

GRADED = AuditLine(
    case="C-1", stage=Stage.BEING_GRADED, days_late=2, waits_for=("Ada Okafor", "Ivo Hart")
)
OPEN = AuditLine(case="C-2", stage=Stage.NOT_STARTED, days_late=5, waits_for=("a vacant seat",))
SENT = AuditLine(case="C-3", stage=Stage.SUBMITTED)
FINAL = AuditLine(case="C-4", stage=Stage.FINAL)
CYCLE = CycleProgress(
    ref=Ref("cycle", "3"),
    version=1,
    programme="Deep dive audit",
    cycle="November 2026",
    due=date(2026, 11, 30),
    counted_at=datetime(2026, 12, 2, 10, 0, tzinfo=UTC),
    audits=(GRADED, OPEN, SENT, SENT, FINAL),
)


def read(**changes: object) -> str:
    return words(replace(CYCLE, **changes).render())  # type: ignore[arg-type]  # any field


def test_the_chart_counts_the_audits_at_each_stage() -> None:
    chart = find(CYCLE.render(), "Chart.HorizontalBar")
    assert [(bar["x"], bar["y"]) for bar in chart["data"]] == [
        ("Not started", 1),
        ("Being graded", 1),
        ("Submitted", 2),
        ("With a moderator", 0),
        ("Final", 1),
    ]
    said = chart["fallback"]["text"]
    assert said == "40% submitted, 20% not started, 20% being graded, 20% final."


def test_the_table_holds_the_same_numbers_and_the_late_ones() -> None:
    table = find(CYCLE.render(), "Table", type="Table")
    cells = [[node["text"] for _, node in of_type(row, "TextBlock")] for row in table["rows"]]
    assert cells == [
        ["Stage", "Audits", "Late"],
        ["Not started", "1", "1"],
        ["Being graded", "1", "1"],
        ["Submitted", "2", "0"],
        ["With a moderator", "0", "0"],
        ["Final", "1", "0"],
        ["All", "5", "2"],
    ]


def test_the_title_counts_what_is_in() -> None:
    assert "3 of 5 audits are submitted" in read()
    assert "1 of 1 audit is submitted" in read(audits=(FINAL,))


@pytest.mark.parametrize(
    ("audits", "said"),
    [
        ((GRADED, OPEN), "two are late: one is being graded and one has not started."),
        ((GRADED, GRADED, SENT), "two are late and being graded."),
        ((OPEN, SENT), "one is late and not started."),
        ((SENT, FINAL), "nothing is late."),
    ],
)
def test_the_sentence_says_when_it_was_counted_and_what_is_late(
    audits: tuple[AuditLine, ...], said: str
) -> None:
    assert f"At 10:00 on Wednesday 2 December, {said} " in read(audits=audits)


@pytest.mark.parametrize(
    ("audits", "days_ago", "said"),
    [
        ((SENT, SENT), 0, "All were due by"),
        ((SENT, SENT), 2, "The last are due by"),
        ((SENT,), 2, "It is due by"),
        ((SENT,), 0, "It was due by"),
    ],
)
def test_the_sentence_says_by_when_they_are_due(
    audits: tuple[AuditLine, ...], days_ago: int, said: str
) -> None:
    counted = CYCLE.counted_at - timedelta(days=days_ago)
    assert f"{said} **Monday 30 November**." in read(audits=audits, counted_at=counted)


def test_late_ones_stand_as_lines_longest_first() -> None:
    said = read()
    assert "Late, longest first" in said
    assert said.index("C-2\na vacant seat, not started\n5 days") < said.index(
        "C-1\nAda Okafor and Ivo Hart, being graded\n2 days"
    )


def test_what_is_late_by_a_weekend_only_is_late_all_the_same() -> None:
    card = replace(CYCLE, audits=(replace(GRADED, days_late=0),))
    assert "being graded\nLate" in words(card.render())
    assert card.summary == "Deep dive audit: 0 of 1 submitted, 1 late"


def test_ten_lines_are_shown_and_the_rest_is_counted() -> None:
    many = tuple(replace(GRADED, case=f"C-{n}", days_late=20 - n) for n in range(12))
    said = read(audits=many)
    assert "C-9\n" in said
    assert "C-10\n" not in said
    assert "2 more, late for as long or less." in said


@pytest.mark.parametrize(
    ("audits", "state"),
    [((GRADED, OPEN), "2 late"), ((SENT, FINAL), "On time"), ((FINAL,), "Final")],
)
def test_the_band_says_how_it_stands(audits: tuple[AuditLine, ...], state: str) -> None:
    assert read(audits=audits).split("\n")[1] == state


def test_nobody_late_means_no_list() -> None:
    assert "Late, longest first" not in read(audits=(SENT, FINAL))


def test_cancelled_audits_are_said_and_not_counted() -> None:
    assert "1 audit was cancelled and not counted." in read(cancelled=1)
    assert "cancelled" not in read()


def test_a_cycle_of_which_nothing_is_left_draws_nothing() -> None:
    card = replace(CYCLE, audits=(), cancelled=3)
    drawn = card.render()
    assert "3 audits were cancelled and not counted." in words(drawn)
    assert not of_type(drawn, "Chart.")
    assert not of_type(drawn, "Table")
    assert card.summary == "Deep dive audit: every audit was cancelled"


def test_there_is_nothing_to_press_that_nothing_answers() -> None:
    drawn = CYCLE.render()
    assert buttons(drawn) == []
    assert not [node for _, node in nodes(drawn) if "selectAction" in node or "refresh" in node]
