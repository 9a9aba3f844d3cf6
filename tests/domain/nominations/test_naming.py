"""Whom a typed name means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.nominations.naming import whom
from domain.people.person import Person

ADA = Person(id="ada", name="Ada Byrne")
AVA = Person(id="ava", name="Ava O'Neil")
WANDA = Person(id="wanda", name="Wanda Moor")
TWIN = replace(WANDA, id="wanda2")
WILL = Person(id="will", name="Will Moor")
ALL = (ADA, AVA, WANDA, TWIN, WILL)


@pytest.mark.parametrize(
    ("said", "bearers"),
    [
        ("Ada Byrne", {"ada"}),
        ("  ada   BYRNE ", {"ada"}),
        ("Byrne, Ada", {"ada"}),
        ("ada", {"ada"}),
        ("ava o\u2019neil", {"ava"}),
        ("Will Moor", {"will"}),
        ("Wanda Moor", {"wanda", "wanda2"}),
        ("Moor", {"wanda", "wanda2", "will"}),
        ("Zed", set()),
        ("", set()),
    ],
)
def test_whole_names_go_before_parts(said: str, bearers: set[str]) -> None:
    found = whom(said, ALL)
    assert {person.id for person in found.people} == bearers
    assert (found.one is not None) is (len(bearers) == 1)


@pytest.mark.parametrize(
    ("said", "near"), [("Ada Bryne", ["ada"]), ("Wil", ["will"]), ("Xavier Quill", [])]
)
def test_who_is_near_is_only_proposed(said: str, near: list[str]) -> None:
    found = whom(said, ALL)
    assert found.people == ()
    assert found.one is None
    assert [person.id for person in found.to_choose] == near


def test_of_many_bearers_the_first_few_are_offered() -> None:
    many = [Person(id=f"p{number}", name="Jo Ash") for number in range(9)]
    assert len(whom("Jo Ash", many).to_choose) == 5
