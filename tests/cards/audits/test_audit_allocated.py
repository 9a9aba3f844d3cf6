"""The card of a seat, state by state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cards.audits.audit_allocated import AuditAllocated
from cards.audits.parts import Draw, SeatHolder
from cards.card import Json
from domain.refs import Ref
from tests.cards.walk import buttons, find, of_type, words

NEW = AuditAllocated(
    ref=Ref("seat", "12"),
    version=4,
    case="C-23087",
    programme="Case file audit",
    seat_label="lead auditor",
    due=date(2026, 10, 22),
    working_days_left=15,
    areas=6,
    team="Children in Care",
    others=(SeatHolder(label="peer auditor", name="Ivo Hart", role="IRO"),),
    why_you="You manage the worker on this record",
    people=(("p-7", "Lena Frost, Team Manager"),),
)
DAY = date(2026, 10, 1)


def said(card: Json) -> str:
    """The sentence under the title."""
    return str(card["body"][2]["text"])


def test_a_new_seat_says_who_what_by_when() -> None:
    card = NEW.render()
    assert card["body"][1]["text"] == "You are lead auditor for C-23087"
    assert said(card) == (
        "Please read the record and grade its six areas by **Thursday 22 October**. "
        "You have 15 working days."
    )
    assert "Peer\nIvo Hart, IRO" in words(card)


def test_a_new_seat_can_be_started_accepted_refused_and_passed_on() -> None:
    assert buttons(NEW.render()) == [
        "Start now",
        "Accept for later",
        "Can't take this one",
        "Hand over",
    ]


def test_nobody_to_take_over_means_no_button_for_it() -> None:
    assert "Hand over" not in buttons(replace(NEW, people=()).render())


def test_a_refusal_asks_for_one_of_four_reasons() -> None:
    reason = find(NEW.render(), "Input.ChoiceSet", id="reason")
    assert [choice["value"] for choice in reason["choices"]] == [
        "conflict",
        "away",
        "workload",
        "other",
    ]
    assert reason["isRequired"] is True


def test_handing_over_offers_those_who_may_take_it() -> None:
    person = find(NEW.render(), "Input.ChoiceSet", id="person")
    assert person["choices"] == [{"title": "Lena Frost, Team Manager", "value": "p-7"}]
    assert person["style"] == "filtered"
    assert find(NEW.render(), "Input.Text", id="why")["maxLength"] == 500


@pytest.mark.parametrize(
    ("button", "verb"),
    [
        ("Start now", "start_audit"),
        ("Accept for later", "accept_audit"),
        ("Tell the QA team", "decline_audit"),
        ("Hand it over", "hand_over_audit"),
    ],
)
def test_each_button_asks_for_its_use_case(button: str, verb: str) -> None:
    press = find(NEW.render(), "Action.Execute", title=button)
    assert (press["verb"], press["data"]) == (verb, {"id": "seat-12", "version": 4})


def test_after_accepting_the_ways_out_are_still_there() -> None:
    card = replace(NEW, state="accepted", state_on=DAY).render()
    assert said(card).startswith("You accepted this on Thursday 1 October. Please read")
    assert buttons(card) == ["Start now", "Can't take this one", "Hand over"]


def test_a_started_audit_says_how_far_it_is() -> None:
    card = replace(NEW, state="started", graded=3, working_days_left=1).render()
    assert find(card, "TextBlock", text="3 of 6")
    assert said(card) == (
        "You have graded 3 of its 6 areas. Please finish it by **Thursday 22 October**. "
        "You have 1 working day."
    )
    assert buttons(card)[0] == "Carry on"


def test_a_started_audit_without_areas_counts_none() -> None:
    card = replace(NEW, state="started", areas=0).render()
    assert find(card, "TextBlock", text="Started")
    assert "graded" not in said(card)


def test_what_is_due_today_says_so() -> None:
    card = replace(NEW, working_days_left=0).render()
    assert said(card).endswith("by **Thursday 22 October**. That is today.")


def test_what_is_late_says_so_in_bold() -> None:
    card = replace(NEW, working_days_left=-2).render()
    assert said(card) == (
        "It was due on **Thursday 22 October** and is **2 working days late**. Please finish it."
    )


def test_one_area_is_one_area() -> None:
    assert "grade its one area by" in said(replace(NEW, areas=1).render())


def test_without_areas_findings_are_asked_for() -> None:
    assert "read the record and write what you find by" in said(replace(NEW, areas=0).render())


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("submitted", "You submitted this on Thursday 1 October."),
        ("handed_over", "You passed this to Ivo Hart on Thursday 1 October. You need do no more."),
        ("withdrawn", "This seat went to somebody else on Thursday 1 October."),
        ("cancelled", "This audit was cancelled on Thursday 1 October."),
        ("declined", "You said on Thursday 1 October that you can't take this one."),
    ],
)
def test_a_finished_seat_says_what_happened_and_asks_for_nothing(state: str, sentence: str) -> None:
    card = replace(NEW, state=state, state_on=DAY, handed_to="Ivo Hart").render()  # type: ignore[arg-type]  # parametrised
    assert said(card).startswith(sentence)
    assert of_type(card, "Input.") == []
    assert "start_audit" not in str(card)


def test_a_submitted_audit_can_be_opened_and_withdrawn_only_while_that_is_allowed() -> None:
    done = replace(NEW, state="submitted", state_on=DAY)
    assert buttons(done.render()) == ["Open"]
    assert buttons(replace(done, may_withdraw=True).render()) == ["Open", "Withdraw"]
    assert "withdraw_assessment" in str(replace(done, may_withdraw=True).render())


def test_the_details_say_how_the_record_was_drawn() -> None:
    draw = Draw(name="2026-10", pool=412, seed=5518, by="the QA team")
    card = replace(NEW, draw=draw, steps=("Grade on your own first.",), read_by="Jo").render()
    assert "Drawn at random from 412 open records by the QA team (draw 2026-10, seed 5518)." in (
        words(card)
    )
    assert "1. Grade on your own first." in words(card)
    assert "Jo reads it before it is final." in words(card)


def test_a_long_name_of_a_seat_still_makes_a_short_title() -> None:
    short = replace(NEW, seat_label="auditor").render()
    assert short["body"][1]["text"] == "You are the auditor for C-23087"
    longer = replace(NEW, seat_label="independent peer evaluator").render()
    assert longer["body"][1]["text"] == "C-23087: independent peer evaluator"
    longest = replace(NEW, seat_label="independent second peer evaluator").render()
    assert longest["body"][1]["text"] == "Your audit of C-23087"


def test_the_notification_says_what_by_when() -> None:
    assert NEW.summary == "Audit allocated: C-23087, due Thursday 22 October"


def test_a_final_audit_says_so_and_can_still_be_opened() -> None:
    done = replace(NEW, state="final", state_on=DAY).render()
    assert "You submitted this on Thursday 1 October. It is final now." in words(done)
    assert buttons(done) == ["Open"]
