"""The rules themselves: each finds the fault that it is there for."""

from __future__ import annotations

import copy

import pytest

from cards.card import Json
from tests.cards import house, official
from tests.cards.walk import EVERY_CARD, find

WIDE = "Nobody can press this button that is far too wide"


def _form() -> Json:
    return copy.deepcopy(EVERY_CARD["grading_area 1"])


def _chart(**more: str) -> Json:
    return {"type": "Chart.VerticalBar", "title": "Audits", "data": [{"x": "Good", "y": 7}], **more}


def _broken(rule: house.Rule) -> Json:
    card = _form()
    grade = find(card, "Input.ChoiceSet", id="grade")
    text = card["body"][2]
    first = find(card, "Action.Execute", verb="finish_area")
    breaks: dict[str, object] = {
        "every_input_says_what_it_wants": lambda: grade.pop("errorMessage"),
        "nothing_is_required_beside_a_draft": lambda: grade.update(isRequired=True),
        "words_wrap": lambda: text.pop("wrap"),
        "ids_are_unique": lambda: text.update(id="grade"),
        "a_toggle_finds_its_panel": lambda: find(
            card, "Action.Toggle", title="What to look at"
        ).update(targetElements=["nowhere"]),
        "titles_are_there_once": lambda: first.update(title="Back"),
        "data_is_a_reference_and_a_version": lambda: first["data"].update(grade="good"),
        "an_old_client_can_press_too": lambda: first.pop("fallback"),
        "a_line_has_no_fallback": lambda: text.update(selectAction={"title": "", "fallback": {}}),
        "few_buttons_and_one_primary": lambda: find(
            card, "Action.Execute", verb="leave_area"
        ).update(style="positive"),
        "rows_are_not_cut_off": lambda: first.update(title=WIDE),
        "one_heading": lambda: text.update(style="heading"),
        "the_frame_stands": lambda: card.update(actions=[]),
        "colours_mean_one_thing": lambda: text.update(color="Accent"),
        "charts_have_no_judging_colour": lambda: card["body"].append(_chart(color="good")),
        "a_chart_has_its_numbers_in_a_table": lambda: card["body"].append(_chart()),
        "a_mention_is_one_that_we_made": lambda: text.update(text="<at>Ada Okafor</at>"),
        "cells_stay_cells": lambda: text.update(type="TableCell", selectAction={}),
        "distances_are_the_house_s": lambda: text.update(spacing="ExtraLarge"),
        "it_is_small_enough": lambda: text.update(text="a" * 24_000),
        "the_root_is_whole": lambda: card.update(lang="en"),
    }
    do = breaks[rule.__name__]
    assert callable(do)
    do()
    return card


@pytest.mark.parametrize("rule", house.RULES, ids=lambda rule: rule.__name__)
def test_a_rule_finds_its_fault(rule: house.Rule) -> None:
    assert list(rule(_form())) == []
    assert list(rule(_broken(rule))) != []


def test_the_schema_finds_an_unknown_property() -> None:
    card = _form()
    card["body"][1]["wrapp"] = True
    assert official.faults(card) != []


def test_a_newer_element_needs_a_fallback() -> None:
    card = _form()
    card["body"].append({"type": "Chart.Donut", "data": []})
    assert "Chart.Donut needs a fallback of 1.5" in official.faults(card)
    card["body"][-1]["fallback"] = {"type": "TextBlock", "text": "87% submitted", "wrap": True}
    assert official.faults(card) == []


def test_a_form_that_refreshes_is_found() -> None:
    card = _form()
    card["refresh"] = {"userIds": []}
    assert "it refreshes while somebody types" in list(house.the_root_is_whole(card))


def test_a_mention_that_stands_in_the_text_is_no_fault() -> None:
    card = _form()
    rule = house.a_mention_is_one_that_we_made
    entity = {"type": "mention", "text": "<at>Ada</at>", "mentioned": {"id": "29:1"}}
    card["msteams"] = {"entities": [entity]}
    assert list(rule(card)) == ["<at>Ada</at> is mentioned nowhere"]
    card["body"][2]["text"] = "For <at>Ada</at>"
    assert list(rule(card)) == []
