"""Rows of buttons, panels, lines and the server's line."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.card import Json
from cards.elements import Element, TextBlock, to_dict
from cards.kit import (
    INNER_WIDTH,
    Line,
    Target,
    Unsafe,
    band,
    button,
    card,
    facts,
    fitting,
    lines,
    list_field,
    more,
    noticed,
    opens,
    rows,
    sentence,
    text_field,
    title,
    unsafe_band,
)
from cards.kit.buttons import ROW_WIDTH, width_of
from domain.refs import Ref

SEAT = Target(Ref("seat", "12"), 3)


def titles(row: Element) -> list[str]:
    return [action["title"] for action in to_dict(row)["actions"]]


def press(text: str) -> Any:
    return button(text, "do_it", SEAT)


def test_a_row_that_fits_stays_one() -> None:
    assert [titles(row) for row in rows([press("Start now"), press("Accept for later")])] == [
        ["Start now", "Accept for later"]
    ]


def test_a_row_that_is_too_wide_goes_on_below() -> None:
    wide = [press("Open it as it is now"), press("Can't take this one"), press("Back")]
    assert [titles(row) for row in rows(wide)] == [
        ["Open it as it is now"],
        ["Can't take this one", "Back"],
    ]


def test_a_group_starts_a_row_of_its_own() -> None:
    drawn = rows([press("Go")], [press("Out")])
    assert [titles(row) for row in drawn] == [["Go"], ["Out"]]
    assert [to_dict(row)["spacing"] for row in drawn] == ["Medium", "Small"]


def test_a_button_that_is_not_there_takes_no_room() -> None:
    assert rows([None], []) == []
    assert [titles(row) for row in rows([None, press("Go")])] == [["Go"]]


def test_a_form_in_a_form_has_less_room() -> None:
    two = [press("Tell the QA team"), press("Not now, thanks")]
    assert len(rows(two)) == 1
    assert len(rows(two, width=INNER_WIDTH)) == 2


@given(st.lists(st.text("abc ", min_size=1, max_size=24), max_size=8))
def test_no_row_is_ever_cut_off_and_no_button_is_lost(names: list[str]) -> None:
    drawn = rows([press(name) for name in names])
    assert [name for row in drawn for name in titles(row)] == names
    for row in drawn:
        assert width_of(press(name) for name in titles(row)) <= ROW_WIDTH


def test_a_button_carries_a_reference_and_its_version_and_no_more() -> None:
    assert to_dict(press("Go"))["data"] == {"id": "seat-12", "version": 3}


def test_only_one_of_a_pair_of_buttons_is_primary() -> None:
    assert to_dict(button("Go", "go", SEAT, primary=True))["style"] == "positive"
    assert "style" not in to_dict(button("Go", "go", SEAT))


def test_a_form_that_opens_leaves_out_what_is_none() -> None:
    drawn = to_dict(opens("Why", None, TextBlock(text="a")))
    assert [item["text"] for item in drawn["card"]["body"]] == ["a"]


def test_a_panel_is_closed_and_its_text_opens_it() -> None:
    link, panel = (to_dict(part) for part in more("look", "What to look at", [], "Look, area 2"))
    assert panel["isVisible"] is False
    assert link["selectAction"]["title"] == "Look, area 2"
    assert [(item["text"], item.get("isVisible", True)) for item in link["items"]] == [
        ("What to look at ▾", True),
        ("What to look at ▴", False),
    ]
    assert set(link["selectAction"]["targetElements"]) == {"look_panel", "look_more", "look_less"}


def test_a_line_is_blue_only_where_it_can_be_pressed() -> None:
    plain, pressed = (
        to_dict(line)
        for line in lines(
            [
                Line(text="C-1", detail="away"),
                Line(text="C-2", number=2, right="Friday", press_for=("open_duty", SEAT)),
            ]
        )
    )
    assert "color" not in plain["columns"][0]["items"][0]
    assert "selectAction" not in plain
    assert pressed["columns"][1]["items"][0]["color"] == "Accent"
    assert pressed["selectAction"]["title"] == "C-2, Friday"
    assert (plain.get("separator"), pressed["separator"]) == (None, True)


def test_a_fact_without_a_value_is_left_out() -> None:
    drawn = to_dict(facts(("Team", ""), None, ("Why you", "You are free")))
    assert drawn["facts"] == [{"title": "Why\u00a0you", "value": "You are free"}]
    assert facts(("Team", "")) is None


def frame() -> list[Element | None]:
    field = text_field("reason", "Why?", limit=100)
    return [band("Audit", "New"), title("T"), sentence("S"), None, field]


def test_the_server_s_line_stands_after_the_sentence() -> None:
    drawn = [to_dict(part) for part in noticed(frame(), "A *grade* is missing.")]
    assert drawn[3]["text"] == r"A \*grade\* is missing."
    assert drawn[3]["weight"] == "Bolder"


def test_the_server_s_line_stands_over_the_field_that_it_is_about() -> None:
    drawn = [to_dict(part) for part in noticed(frame(), "Please say why.", "reason")]
    assert [drawn[3].get("text"), drawn[4].get("id")] == ["Please say why.", "reason"]


def test_without_a_line_the_body_is_as_it_was() -> None:
    assert len(noticed(frame(), None)) == 4


def test_a_line_about_a_field_that_is_not_there_comes_first() -> None:
    assert to_dict(noticed(frame(), "Look.", "grade")[3])["text"] == "Look."


def test_an_optional_field_is_checked_by_the_server() -> None:
    drawn = to_dict(text_field("note", "Note", limit=2000))
    assert drawn["errorMessage"] == "Please keep this to 2,000 characters."
    assert "isRequired" not in drawn
    assert to_dict(text_field("note", "Note", limit=5, required="Write."))["isRequired"] is True


def test_the_unsafe_band_says_that_nothing_is_lost() -> None:
    place = Unsafe(label="Child may be unsafe", ref=Ref("concern", "seat-4@2"))
    band_of_it = unsafe_band(place)
    assert band_of_it is not None
    drawn = str(to_dict(band_of_it))
    assert "What you have typed is kept." in drawn
    assert "raise_response" in drawn
    assert "raise_gap" not in drawn
    assert unsafe_band(None) is None


def test_the_unsafe_band_says_that_supervision_is_too_long_ago() -> None:
    gap = "Supervision was last recorded on 24 May 2025."
    band_of_it = unsafe_band(Unsafe(label="Unsafe", ref=Ref("concern", "seat-4@2"), gap=gap))
    assert band_of_it is not None
    drawn = str(to_dict(band_of_it))
    assert gap in drawn
    assert "raise_gap" in drawn


@pytest.mark.parametrize(("length", "limit"), [(100, 4000), (5_000, 4000), (20_000, 800)])
def test_a_card_takes_the_longest_texts_that_fit(length: int, limit: int) -> None:
    asked: list[int] = []

    def draw(at: int) -> Json:
        asked.append(at)
        texts = [sentence("a" * min(at, length))] * (25 if length > 5_000 else 5)
        return card(fallback="An example", body=texts)

    fitting(draw)
    assert asked[-1] == limit


def test_a_folded_list_names_the_choice_whose_value_is_empty() -> None:
    teams = (("", "All teams"), ("north", "North"))
    assert to_dict(list_field("team", "Team", teams))["placeholder"] == "All teams"
    chosen = to_dict(list_field("team", "Team", teams, value="north"))
    assert (chosen["value"], "placeholder" in chosen) == ("north", False)
