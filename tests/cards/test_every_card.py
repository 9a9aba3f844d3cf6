"""Every example of every card against the official schema and the house's rules."""

from __future__ import annotations

import re

import pytest

from cards.card import all_cards
from tests.cards import house, official
from tests.cards.walk import EVERY_CARD

CAST = {"Ada", "Ivo", "Lena", "Jonah", "Cora", "Helen", "Tess", "Priya", "Zed", "Okafor", "Hart"}
GRADES = ("Outstanding", "Good", "Requires improvement", "Inadequate")

every_example = pytest.mark.parametrize("name", EVERY_CARD)
every_card = pytest.mark.parametrize("kind", all_cards())


@every_example
def test_it_is_a_card_by_the_official_schema(name: str) -> None:
    assert official.faults(EVERY_CARD[name]) == []


@every_example
def test_it_obeys_the_rules_of_the_house(name: str) -> None:
    assert [f"{rule.__name__}: {x}" for rule in house.RULES for x in rule(EVERY_CARD[name])] == []


@every_example
def test_its_fallback_names_nobody(name: str) -> None:
    assert CAST.isdisjoint(re.findall(r"\w+", EVERY_CARD[name]["fallbackText"]))


@every_card
def test_only_what_cannot_wait_is_red(kind: str) -> None:
    if kind not in house.MAY_BE_RED:
        drawn = [str(example.render()).casefold() for example in all_cards()[kind].examples()]
        assert not any("attention" in card for card in drawn)


@every_card
def test_a_notification_names_nobody_and_tells_no_grade(kind: str) -> None:
    for example in all_cards()[kind].examples():
        line = example.summary
        if line is None:
            continue
        assert CAST.isdisjoint(re.findall(r"\w+", line))
        assert not any(grade in line for grade in GRADES)
        assert len(line) <= 80


@every_card
def test_a_card_stands_in_the_file_of_its_name(kind: str) -> None:
    assert all_cards()[kind].__module__.rsplit(".", 1)[1] == kind


@every_card
def test_every_card_shows_two_variants_at_least(kind: str) -> None:
    drawn = [str(example.render()) for example in all_cards()[kind].examples()]
    assert len(set(drawn)) == len(drawn) >= 2
