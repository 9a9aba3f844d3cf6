from __future__ import annotations

import pytest

from domain.frameworks.check import faults
from domain.frameworks.chosen import SETTINGS
from domain.frameworks.parts import Entry
from domain.frameworks.rows import is_silence
from tests.domain.frameworks.samples import SMALL, faults_of, read

TWO = """
[[nominations]]
key = "praise"
title = "Praise"
within_days = 14
silence = ["{first}"]

[[nominations]]
key = "star"
title = "Star"
within_days = {days}
silence = ["{second}"]
"""


def test_a_silence_that_is_chosen_twice_differently_is_a_fault() -> None:
    text = SMALL + TWO.format(first="E-83", second="E-83", days=21)
    assert faults_of(text) == [
        "nominations[1].within_days: E-83 is chosen twice: 21 here, and 14 in nominations[0]"
    ]


def test_a_silence_that_is_chosen_twice_alike_is_none() -> None:
    assert faults(read(SMALL + TWO.format(first="E-83", second="E-83", days=14))) == []


def test_two_settings_of_which_one_rests_on_no_silence_may_differ() -> None:
    assert faults(read(SMALL + TWO.format(first="E-83", second="E-18", days=21))) == []


def test_a_switch_is_said_as_the_file_says_it() -> None:
    entry = '[[nudges]]\nkey = "{0}"\ntitle = "{0}"\nsilence = ["E-69"]\non = {1}\n'
    text = SMALL + entry.format("a", "false") + entry.format("b", "true")
    assert faults_of(text) == [
        "nudges[1].on: E-69 is chosen twice: true here, and false in nudges[0]"
    ]


@pytest.mark.parametrize(
    ("limit", "said"),
    [('{ kind = "days", days = 5 }', "kind='days' days=5"), (None, "nothing")],
)
def test_what_one_entry_leaves_out_is_another_choice(limit: str | None, said: str) -> None:
    entry = '[[alerts]]\nkey = "{0}"\ntitle = "{0}"\nsilence = ["E-52"]\n'
    within = f"answer_within = {limit}\n" if limit else ""
    other = 'answer_within = { kind = "same_day" }\n'
    text = SMALL + entry.format("a") + other + entry.format("b") + within
    (fault,) = faults_of(text)
    assert fault.startswith(f"alerts[1].answer_within: E-52 is chosen twice: {said}")


def test_every_setting_is_a_key_of_some_entry_and_every_silence_one_of_the_98() -> None:
    fields = {name for model in all_entries() for name in model.model_fields}
    assert set(SETTINGS.values()) <= fields
    assert all(is_silence(silence) for silence in SETTINGS)


def all_entries() -> set[type[Entry]]:
    found, new = set[type[Entry]](), {Entry}
    while new:
        found |= new
        new = {sub for model in new for sub in model.__subclasses__()} - found
    return found
