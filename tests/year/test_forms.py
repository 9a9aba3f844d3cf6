"""People of the year press what stands on cards, and fill in what cards ask."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

from cards.cycles.event_report import EventReport
from domain.refs import Ref
from year.buttons import buttons
from year.filling import Hand, filled

TODAY = date(2026, 12, 1)


def hand() -> Hand:
    return Hand(
        today=TODAY,
        records=["C-1001"],
        colleagues=["Tess Marlow"],
        draw=Random(1),  # noqa: S311 - a repeatable hand, not a secret
        used=Counter(),
    )


def text(name: str, **more: object) -> dict[str, object]:
    return {"type": "Input.Text", "id": name, **more}


def test_the_button_that_a_card_invites_to_comes_first_with_its_inputs() -> None:
    card = EventReport(
        ref=Ref("person", "p1"), version=1, kinds=(("closes", "It closed"),), today=TODAY
    )
    first = buttons(card.render())[0]
    assert (first.verb, first.ref, first.version, first.primary) == (
        "report_event",
        "person-p1",
        1,
        True,
    )
    assert {asked["id"] for asked in first.around} == {"kind", "record", "happened_on"}


def test_a_form_that_is_folded_up_is_sent_with_its_own_button_alone() -> None:
    inner = {"verb": "b", "type": "Action.Execute", "data": {"id": "x-1", "version": 1}}
    folded = {"type": "Action.ShowCard", "card": {"body": [text("why")], "actions": [inner]}}
    outer = {"verb": "a", "type": "Action.Execute", "data": {"id": "x-1", "version": 1}}
    card = {"body": [text("what"), {"type": "ActionSet", "actions": [outer, folded]}]}
    found = {one.verb: [asked["id"] for asked in one.around] for one in buttons(card)}
    assert found == {"a": ["what"], "b": ["what", "why"]}


def test_each_choice_has_its_turn() -> None:
    asked = {"type": "Input.ChoiceSet", "id": "kind", "choices": [{"value": "a"}, {"value": "b"}]}
    mine = hand()
    assert [filled(mine, [asked])["kind"] for _ in range(4)] == ["a", "b", "a", "b"]


def test_a_day_lies_within_what_the_input_allows() -> None:
    day = {"type": "Input.Date", "id": "on"}
    assert filled(hand(), [day])["on"] == "2026-12-06"
    assert filled(hand(), [{**day, "max": "2026-12-01"}])["on"] == "2026-12-01"
    assert filled(hand(), [{**day, "min": "2027-01-01"}])["on"] == "2027-01-01"
    assert filled(hand(), [{**day, "value": "2026-11-02"}])["on"] == "2026-11-02"


def test_texts_are_no_longer_than_asked_and_records_are_ones_own() -> None:
    found = filled(hand(), [text("why", maxLength=4), text("record"), text("kept", value="Mine")])
    assert found == {"why": "Seen", "record": "C-1001", "kept": "Mine"}
