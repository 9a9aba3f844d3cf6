"""What may tell who somebody is."""

from __future__ import annotations

import pytest

from domain.nominations.anonymity import telling


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She sat with Tommy and his mum.", ("Tommy",)),
        ("Tommy led his own review.", ("Tommy",)),
        ("She rang the Hendersons twice.", ("Hendersons",)),
        ("It helped him. Li-Ann said so.", ("Li-Ann",)),
        ("aged 7", ("aged 7",)),
        ("a boy age nine", ("age nine",)),
        ("the seven-year-old", ("seven-year-old",)),
        ("a 14 year old girl", ("14 year old",)),
        ("the girl (9) drew it", ("(9)",)),
        ("born 03/05/2014", ("born", "03/05/2014")),
        ("on 2014-05-03", ("2014-05-03",)),
        ("the meeting of 3rd May 2024", ("3rd May 2024",)),
        ("DOB unknown", ("DOB",)),
        ("at 12 Elm Road", ("12 Elm Road", "Elm", "Road")),
        ("near hr1 2ab", ("hr1 2ab",)),
        ("record C-23087", ("C-23087",)),
        ("ring 07700 900123", ("07700 900123",)),
        ("write to mum@home.example", ("mum@home.example",)),
    ],
)
def test_it_finds_names_ages_dates_addresses_and_references(
    text: str, found: tuple[str, ...]
) -> None:
    assert telling(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "A worker made a life-story book with a young person over four visits.",
        "The IRO said so on Monday. Mum agreed, and so did I.",
        "She planned it in September with CAMHS and the SENCO.",
        "Over three months, 4 visits and 2 calls.",
        "",
    ],
)
def test_ordinary_sentences_are_left_alone(text: str) -> None:
    assert telling(text) == ()


def test_a_known_name_counts_in_any_capitals_and_each_place_once() -> None:
    said = "wanda met him, and wanda's book stayed. Wanda"
    assert telling(said, ["Wanda Moor"]) == ("wanda", "wanda's", "Wanda")
    assert telling(said) == ("Wanda",)
