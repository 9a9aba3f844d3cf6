"""Pictures, tables and mentions of the kit."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.elements import Mention, to_dict
from cards.kit import (
    Row,
    Target,
    badge,
    bars_and_table,
    card,
    in_shares,
    mention,
    mentioning,
    number_table,
    progress_bar,
    refreshing,
    sentence,
    text_field,
)
from domain.refs import Ref
from tests.cards.hostile import CORPUS

ROWS = (Row("Not started", (1, 0)), Row("Being graded", (3, 2)), Row("Final", (6, 0)))
HEADS = ("Stage", "Audits", "Late")
CYCLE = Target(Ref("cycle", "3"), 4)


def cells(table: Any) -> list[list[str]]:
    return [[cell["items"][0]["text"] for cell in row["cells"]] for row in table["rows"]]


def test_the_bars_and_the_table_hold_the_same_numbers() -> None:
    chart, table = (to_dict(part) for part in bars_and_table("Audits", HEADS, ROWS))
    assert [(bar["x"], bar["y"]) for bar in chart["data"]] == [
        ("Not started", 1),
        ("Being graded", 3),
        ("Final", 6),
    ]
    assert [row[:2] for row in cells(table)[1:-1]] == [[b["x"], str(b["y"])] for b in chart["data"]]
    assert chart["fallback"]["text"] == "60% final, 30% being graded, 10% not started."


def test_a_table_has_a_head_and_sums() -> None:
    table = to_dict(number_table(HEADS, ROWS))
    assert cells(table)[0] == ["Stage", "Audits", "Late"]
    assert cells(table)[-1] == ["All", "10", "2"]
    sides = [column.get("horizontalCellContentAlignment") for column in table["columns"]]
    assert sides == [None, "Right", "Right"]


def test_a_further_number_stands_out_where_it_is_not_0() -> None:
    table = to_dict(number_table(HEADS, ROWS))
    weights = [
        [cell["items"][0].get("weight") for cell in row["cells"]] for row in table["rows"][1:3]
    ]
    assert weights == [[None, None, None], [None, None, "Bolder"]]


def test_where_nothing_is_counted_there_is_no_picture() -> None:
    (table,) = bars_and_table("Audits", HEADS, (Row("Final", (0, 0)),))
    assert to_dict(table)["type"] == "Table"


def test_rows_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="argument"):
        number_table(HEADS, (Row("Final", (1, 0)), Row("Submitted", (1,))))


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((1, 1), "50% a, 50% b."),
        ((0, 4), "100% b."),
        ((1, 999), "over 99% b, under 1% a."),
        ((0, 0), ""),
    ],
)
def test_shares_say_no_more_than_is_true(numbers: tuple[int, int], said: str) -> None:
    a, b = numbers
    assert in_shares((Row("A", (a,)), Row("B", (b,)))) == said


def test_a_badge_and_a_bar_are_words_for_old_clients() -> None:
    assert to_dict(badge("4 late"))["fallback"]["text"] == "4 late"
    bar = to_dict(progress_bar(3, 8, "areas"))
    assert (bar["value"], bar["max"], bar["fallback"]["text"]) == (3, 8, "3 of 8 areas")


@pytest.mark.parametrize("text", CORPUS)
def test_any_word_can_stand_in_a_badge_and_beside_a_bar(text: str) -> None:
    assert to_dict(badge(f"State {text}"))["fallback"]["text"].startswith("State ")
    assert to_dict(progress_bar(3, 8, text))["fallback"]["text"].startswith("3 of 8")


def test_a_sentence_mentions_somebody() -> None:
    block = mentioning("Please read it, ", mention("Ada Byrne", "29:1"), ". *Thanks*")
    drawn = card(fallback="An example", body=[block])
    assert drawn["body"][0]["text"] == r"Please read it, <at>Ada Byrne</at>. \*Thanks\*"
    assert [e["mentioned"] for e in drawn["msteams"]["entities"]] == [
        {"id": "29:1", "name": "Ada Byrne"}
    ]


def test_somebody_mentioned_twice_in_a_sentence_is_one_entity() -> None:
    ada = mention("Ada Byrne", "29:1")
    drawn = card(fallback="An example", body=[mentioning("For ", ada, " and ", ada)])
    assert len(drawn["msteams"]["entities"]) == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Siân O\u2019Neill-Byrne", "Siân O\u2019Neill-Byrne"),
        ("Dr. Ada Byrne", "Dr. Ada Byrne"),
        ("Ada</at> *B*", "Ada at B"),
        ("www.evil.example", "www. evil. example"),
        ("***", "colleague"),
    ],
)
def test_a_name_is_mentioned_by_its_letters(name: str, said: str) -> None:
    assert mention(name, "29:1").name == said


@pytest.mark.parametrize("text", CORPUS)
def test_typed_words_and_names_mention_nobody_else(text: str) -> None:
    block = mentioning(text, mention(text, "29:1"), text)
    drawn = card(fallback="An example", body=[block])
    (entity,) = drawn["msteams"]["entities"]
    assert "<" not in drawn["body"][0]["text"].replace(entity["text"], "", 1)


@given(st.lists(st.text(max_size=20), max_size=4))
def test_words_cut_in_pieces_make_no_tag(parts: list[str]) -> None:
    drawn = to_dict(mentioning(*parts, "<", "at>", "x", "</at>", Mention(user_id="1", name="A")))
    assert drawn["text"].replace("<at>A</at>", "").count("<") == 0


def test_two_pieces_that_make_a_link_only_together_make_none() -> None:
    drawn = to_dict(mentioning("http:", "//evil.example"))
    assert drawn["text"] == "http: //evil. example"


def test_a_card_that_is_only_read_can_refresh() -> None:
    fresh = refreshing(CYCLE, "open_cycle", ["29:1"])
    drawn = card(fallback="An example", body=[sentence("a")], refresh=fresh, wide=True)
    assert drawn["refresh"] == {
        "action": {
            "type": "Action.Execute",
            "title": "Refresh",
            "verb": "open_cycle",
            "data": {"id": "cycle-3", "version": 4},
        },
        "userIds": ["29:1"],
    }
    assert drawn["msteams"] == {"width": "Full"}


def test_a_form_cannot_refresh() -> None:
    field = text_field("reason", "Why?", limit=100)
    fresh = refreshing(CYCLE, "open_cycle", [])
    with pytest.raises(ValueError, match="must not refresh"):
        card(fallback="An example", body=[field], refresh=fresh)
