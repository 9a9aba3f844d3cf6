"""The way to what cannot wait stands on every card of an audit, and leads somewhere from each."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from cards.card import all_cards
from domain.refs import BadRefFault, Ref
from domain.responses.rules import button_label
from storage.work import SqlUnitsOfWork
from tests.cards.walk import nodes
from tests.town import MORNING, council_of
from usecases.asking import finders
from usecases.council import Council
from usecases.responses.about import FINDERS, RECORDS, concern_ref, split_concern
from usecases.responses.marking import marked

COUNCILS = ("leicestershire", "city-of-london", "herefordshire", "sefton", "somerset")
MARKED = [
    kind
    for kind, card in all_cards().items()
    if "unsafe" in {f.name for f in fields(card)}  # type: ignore[arg-type]  # every card is a dataclass
]
FOLDERS = {"audits", "moderation", "talks"}
FEEDBACK = {"voice_form", "feedback_prompt"}
NOT_ABOUT_ONE_CHILD = {
    *("audits_unallocated", "cycle_opened", "cycle_progress", "my_work", "seat_vacant"),
    *(
        "sample_choice",
        "times_suggested",
        "cycle_check",
        "moderation_draw",
        "session_invitation",
        "session_plan",
    ),
}
"""Cards about a cycle, a session or a list; a worry is raised there by typing."""


def switched_off(council: Council) -> Council:
    """The same council with the product's button off, and no rule of its own."""
    framework = council.framework
    off = framework.safety_button.model_copy(update={"on": False})
    changed = framework.model_copy(update={"safety_button": off, "immediate_responses": ()})
    return replace(council, framework=changed)


def test_every_card_of_an_audit_has_a_place_for_the_button() -> None:
    theirs = {k for k, card in all_cards().items() if card.__module__.split(".")[1] in FOLDERS}
    assert theirs - NOT_ABOUT_ONE_CHILD <= set(MARKED)
    assert set(MARKED) >= FEEDBACK


@pytest.mark.parametrize("kind", MARKED)
def test_the_button_leads_from_each_card_to_its_record(kind: str) -> None:
    for example in all_cards()[kind].examples():
        ref = example.ref  # type: ignore[attr-defined]  # those with the button have one
        assert ref.kind in {*FINDERS, *RECORDS}, f"{kind} is about {ref}"
        assert ref.kind in finders(), f"{kind} is about {ref}"


@pytest.mark.parametrize("name", COUNCILS)
async def test_the_button_stands_on_every_such_card_of_a_council_and_goes_from_all_of_them(
    units: SqlUnitsOfWork, name: str
) -> None:
    council = council_of(name)
    async with units(reading=True) as uow:
        for kind in set(MARKED) - FEEDBACK:  # those are marked where there is a record
            for example in all_cards()[kind].examples():
                bare = replace(example, unsafe=None)  # type: ignore[type-var]  # as above
                on = await marked(uow, council, bare, MORNING.date())
                off = await marked(uow, switched_off(council), bare, MORNING.date())
                assert on is not None
                assert off is not None
                assert raisers(on.render()) == [button_label(council.framework)], kind
                assert raisers(off.render()) == [], kind


def raisers(card: object) -> list[str]:
    """What the buttons that raise something are called."""
    return [
        str(node["title"])
        for _, node in nodes(card)
        if node.get("verb") == "raise_response" and "fallback" in node
    ]


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
