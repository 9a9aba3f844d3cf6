"""The notice before an audit: who reads it, and what happens next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from cards.audits.audit_notice import AuditNotice, FamilyContact
from cards.audits.parts import SeatHolder
from domain.refs import Ref
from tests.cards.walk import buttons, find, of_type, words

WORKER = AuditNotice(
    ref=Ref("notice", "7"),
    version=2,
    case="C-24113",
    programme="Deep dive audit",
    auditors=(SeatHolder(label="auditor", name="Ada Okafor", role="PIM"),),
    first_day=date(2026, 11, 2),
    last_day=date(2026, 11, 30),
    look_back_months=6,
    minimum_talk_minutes=60,
    family_contact=FamilyContact.AUDITOR_RINGS,
)
PAIR = replace(
    WORKER,
    auditors=(
        SeatHolder(label="lead auditor", name="Ada Okafor"),
        SeatHolder(label="peer auditor", name="Ivo Hart"),
    ),
)


def test_the_worker_reads_who_when_and_what_is_looked_at() -> None:
    read = words(WORKER.render())
    assert "Auditor\nAda Okafor, PIM" in read
    assert "When\nMonday 2 to Monday 30 November" in read
    assert "Covers\nThe last 6 months" in read


def test_two_months_are_both_named() -> None:
    card = replace(WORKER, first_day=date(2026, 10, 26)).render()
    assert "Monday 26 October to Monday 30 November" in words(card)


def test_the_worker_can_suggest_times() -> None:
    card = WORKER.render()
    assert buttons(card) == ["Suggest times", "I've seen this", "Something to know first"]
    assert [node["id"] for _, node in of_type(card, "Input.")] == [
        "day_1",
        "time_1",
        "day_2",
        "time_2",
        "note",
    ]


def test_only_the_first_time_is_needed() -> None:
    card = WORKER.render()
    needed = [node["id"] for _, node in of_type(card, "Input.") if node.get("isRequired")]
    assert needed == ["day_1", "time_1", "note"]


def test_others_who_are_told_suggest_no_times() -> None:
    card = replace(WORKER, is_worker=False).render()
    assert buttons(card) == ["I've seen this", "Something to know first"]
    assert "You are part of it" not in words(card)
    assert "Ada and the worker on the record talk for at least an hour." in words(card)


def test_a_pair_is_named_by_seat_and_told_together() -> None:
    read = words(PAIR.render())
    assert "Lead\nAda Okafor" in read
    assert "Peer\nIvo Hart" in read
    assert "You and the auditors talk for at least an hour, when it suits you." in read
    assert "The auditors ring the family for their views. Please tell them first." in read
    assert find(PAIR.render(), "Action.Execute", title="Tell the auditors")


def test_of_a_pair_only_whoever_talks_with_the_worker_takes_a_time() -> None:
    card = replace(PAIR, talks_with=("Ivo",)).render()
    assert "You and Ivo talk for at least an hour, when it suits you." in words(card)
    assert "Ivo takes the first that suits." in words(card)
    assert find(card, "Action.Execute", title="Tell the auditors")


def test_where_consent_comes_first_nobody_rings_before() -> None:
    asks = replace(WORKER, family_contact=FamilyContact.WORKER_ASKS_CONSENT)
    assert "Please ask the family whether they agree to be rung." in words(asks.render())
    assert "The worker asks the family" in words(replace(asks, is_worker=False).render())


def test_without_contact_and_talk_only_what_is_true_is_said() -> None:
    card = replace(
        WORKER, family_contact=FamilyContact.NONE, minimum_talk_minutes=None, look_back_months=None
    ).render()
    read = words(card)
    assert "1. You and Ada talk, when it suits you.\n2. You see the findings" in read
    assert "Covers" not in read
    assert "hour" not in read


def test_a_chosen_record_says_why() -> None:
    card = replace(WORKER, chosen_because="it was opened again within a year").render()
    assert "It was chosen because it was opened again within a year." in words(card)
    assert "random" not in words(card)


def test_what_was_seen_says_when_and_still_takes_times() -> None:
    card = replace(WORKER, state="seen", seen_on=date(2026, 10, 27)).render()
    assert card["body"][2]["text"] == "You saw this on Tuesday 27 October."
    assert buttons(card) == ["Suggest times", "Something to know first"]


def test_times_that_were_sent_are_said_in_london_time() -> None:
    times = (datetime(2026, 11, 10, 14, tzinfo=UTC), datetime(2026, 7, 9, 9, tzinfo=UTC))
    card = replace(WORKER, state="times_sent", suggested=times).render()
    assert card["body"][2]["text"] == (
        "You suggested Tuesday 10 November 14:00 or Thursday 9 July 10:00. The answer comes here."
    )
    assert "Suggest other times" in buttons(card)


def test_a_long_first_name_still_makes_a_button() -> None:
    auditor = SeatHolder(label="auditor", name="Wilhelmina-Alexandrina Frost")
    assert "Tell the auditor" in words(replace(WORKER, auditors=(auditor,)).render())
