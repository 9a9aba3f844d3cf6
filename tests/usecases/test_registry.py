"""Walking the registries: verbs, rights, finders, views, duties and forms fit each other."""

from __future__ import annotations

import pytest

from cards.card import all_cards
from dialogs.forms.form import forms
from domain.permissions.rights import rights
from tests.cards.walk import EVERY_CARD, nodes
from usecases.asking import TwiceRegisteredError, finders, subject, verb, verbs
from usecases.audits.allocating import ANSWER_ALLOCATION, SUBMIT_ASSESSMENT
from usecases.people.duties import duty_kind, duty_kinds
from usecases.showing import shows, views

FORM_OF_GRADING = {"grading_area", "grading_summary", "assessment_submitted"}
"""The view grading shows one of three cards, by where the assessment stands."""
ANSWERS = {"acting_as", "did_you_mean", "moved_on", "refused", "typed", "went_wrong"}
"""Cards that answer a press or a message and are never sent by themselves."""
AT_THE_EDGE = {"say_command", "check_access", "request_access"}
"""Verbs that bot/ answers before there is a person to have a right."""
ON_NO_VIEW = {"open_settings"}
"""Buttons of variants that cards can draw and no view asks for."""


@pytest.mark.parametrize("name", verbs())
def test_every_verb_has_a_right(name: str) -> None:
    assert rights().get(name), f"nobody may {name}"


@pytest.mark.parametrize("name", rights())
def test_every_right_has_a_verb(name: str) -> None:
    assert name in verbs()


@pytest.mark.parametrize("name", verbs())
def test_every_verb_has_a_finder(name: str) -> None:
    assert verbs()[name].subject in finders()


@pytest.mark.parametrize("kind", finders())
def test_every_finder_is_asked_for_by_a_verb(kind: str) -> None:
    assert kind in {known.subject for known in verbs().values()}


@pytest.mark.parametrize("kind", views())
def test_every_view_is_a_card_with_examples(kind: str) -> None:
    shown = FORM_OF_GRADING if kind == "grading" else {kind}
    assert all(all_cards()[card].examples() for card in shown)


def test_every_card_is_a_view_or_an_answer() -> None:
    assert all_cards().keys() <= views().keys() | FORM_OF_GRADING | ANSWERS


@pytest.mark.parametrize("kind", [ANSWER_ALLOCATION, SUBMIT_ASSESSMENT])
def test_every_duty_is_described(kind: str) -> None:
    assert kind in duty_kinds()


@pytest.mark.parametrize("view", forms())
def test_a_form_belongs_to_a_view(view: str) -> None:
    assert view in views()


def test_every_button_of_a_view_asks_for_a_verb() -> None:
    unsaid = {
        f"{name}: {node['verb']}"
        for name, card in EVERY_CARD.items()
        for _, node in nodes(card)
        if "verb" in node and node["verb"] not in verbs().keys() | AT_THE_EDGE | ON_NO_VIEW
        if name.split()[0] in views().keys() | FORM_OF_GRADING
    }
    assert unsaid == set()


async def _nothing(*_: object) -> None:
    """Never called."""


def test_the_same_name_cannot_be_taken_twice() -> None:
    async def start_audit(*_: object) -> None:
        """Another use case of the same name."""

    for enter in (
        lambda: verb(subject="seat")(start_audit),  # type: ignore[arg-type]  # no use case
        lambda: subject("seat")(_nothing),
        lambda: shows("my_work")(_nothing),
        lambda: duty_kind(ANSWER_ALLOCATION)(_nothing),
    ):
        with pytest.raises(TwiceRegisteredError):
            enter()
