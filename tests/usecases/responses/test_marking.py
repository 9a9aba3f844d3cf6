"""The way to what cannot wait stands on every card of an audit, and leads somewhere from each."""

from __future__ import annotations

from dataclasses import fields

import pytest

from cards.card import all_cards
from domain.refs import BadRefFault, Ref
from usecases.asking import finders
from usecases.responses.about import FINDERS, concern_ref, split_concern

MARKED = [
    kind
    for kind, card in all_cards().items()
    if "unsafe" in {f.name for f in fields(card)}  # type: ignore[arg-type]  # every card is a dataclass
]
FOLDERS = {"audits", "moderation", "talks"}
NOT_ABOUT_ONE_CHILD = {
    *("audits_unallocated", "cycle_opened", "cycle_progress", "my_work", "seat_vacant"),
    *("times_suggested", "cycle_check", "moderation_draw", "session_invitation", "session_plan"),
}
"""Cards about a cycle, a session or a list; a worry is raised there by typing."""


def test_every_card_of_an_audit_has_a_place_for_the_button() -> None:
    theirs = {k for k, card in all_cards().items() if card.__module__.split(".")[1] in FOLDERS}
    assert theirs - NOT_ABOUT_ONE_CHILD <= set(MARKED)


@pytest.mark.parametrize("kind", MARKED)
def test_the_button_leads_from_each_card_to_its_audit(kind: str) -> None:
    for example in all_cards()[kind].examples():
        ref = example.ref  # type: ignore[attr-defined]  # those with the button have one
        assert ref.kind in FINDERS, f"{kind} is about {ref}"
        assert ref.kind in finders(), f"{kind} is about {ref}"


def test_a_worry_says_what_it_was_about_and_in_which_version() -> None:
    area = Ref("area", "3107-3")
    concern = concern_ref(area, 14)
    assert str(concern) == "concern-area-3107-3@14"
    assert split_concern(Ref.parse(str(concern))) == (area, 14)


@pytest.mark.parametrize(
    "key", ["area-3107-3", "@14", "area-3107-3@x", "concern-seat-1@2@3", "3@1", ""]
)
def test_it_refuses_anything_else(key: str) -> None:
    with pytest.raises(BadRefFault):
        split_concern(Ref("concern", key))
