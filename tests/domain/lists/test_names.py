from __future__ import annotations

import pytest

from domain.lists.cells import CellFault
from domain.lists.names import Names

STAFF = Names(
    {
        "P-1": "Tess Marlow",
        "P-2": "Wanda Moor",
        "P-3": "Sam Field",
        "P-4": "Sam Field",
        "tess": "Theo Brook",
    }
)


@pytest.mark.parametrize(
    "said", ["Tess Marlow", "tess  MARLOW", "Marlow, Tess", " marlow,tess ", "P-1", "p-1"]
)
def test_a_name_is_known_in_every_way_of_writing_it(said: str) -> None:
    assert STAFF.find(said) == "P-1"


def test_an_id_is_an_id_before_it_is_a_name() -> None:
    assert STAFF.find("Tess") == "tess"


def test_a_blank_cell_names_nobody() -> None:
    assert STAFF.find("  ") is None


def test_a_name_of_several_people_is_a_fault_that_says_whose() -> None:
    with pytest.raises(CellFault, match="name of several people: P-3, P-4"):
        STAFF.find("Sam Field")


def test_a_name_that_is_nearly_somebody_s_is_a_suggestion_and_never_taken() -> None:
    with pytest.raises(CellFault, match=r"; did you mean P-1\?"):
        STAFF.find("Tes Marlowe")
    with pytest.raises(CellFault, match=r"; did you mean P-3 or P-4\?"):
        STAFF.find("Sam Fields")


def test_a_strange_name_is_not_repeated() -> None:
    with pytest.raises(CellFault) as failed:
        STAFF.find("Canary Child")
    assert failed.value.message == "is not the name of anybody in the staff list"
