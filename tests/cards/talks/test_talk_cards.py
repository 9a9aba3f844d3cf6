"""What the cards of talks say and offer in each state."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from cards.audits.grading_summary import GradingSummary, Way
from cards.card import Card
from cards.kit import Unsafe
from cards.talks.assessment_to_read import AssessmentToRead
from cards.talks.audit_talks import AuditTalks
from cards.talks.family_consent import FamilyConsent
from cards.talks.family_contact import FamilyContactCard
from cards.talks.joint_talk import JointTalk
from cards.talks.parts import PROTECTED
from cards.talks.session_invitation import SessionInvitation
from cards.talks.talk import TalkCard
from cards.talks.talk_invitation import TalkInvitation
from domain.refs import Ref
from tests.cards.walk import nodes, words

UNSAFE = Unsafe(label="Child may be unsafe", ref=Ref("assessment", "4"))


def verbs(card: Card) -> set[str]:
    return {str(node["verb"]) for _, node in nodes(card.render()) if "verb" in node}


def inputs(card: Card) -> set[str]:
    drawn = nodes(card.render())
    return {str(node["id"]) for _, node in drawn if str(node.get("type")).startswith("Input.")}


@pytest.mark.parametrize("talk", TalkCard.examples(), ids=lambda one: one.state)
def test_a_talk_offers_what_its_state_allows(talk: TalkCard) -> None:
    offered = verbs(talk)
    assert "note_talk" in offered
    assert ("cancel_talk" in offered) == (talk.state == "booked")
    assert ("book_talk" in offered) == (talk.state != "held")
    assert ("talk_not_held" in offered) == (talk.state in {"open", "booked"})


def test_a_talk_says_its_minimum_and_keeps_what_was_typed() -> None:
    talk = replace(TalkCard.examples()[0], values={"minutes": "45", "day": "2026-11-26"})
    said = str(talk.render())
    assert "It takes at least 60 minutes." in said
    assert "'value': '45'" in said
    assert "'value': '2026-11-26'" in said


def test_protected_time_is_spoken_of_before_the_talk_only() -> None:
    line = "it is protected for this"
    booked = replace(TalkCard.examples()[3], protected=True)
    assert line in words(booked.render())
    assert line not in words(replace(booked, state="held").render())


def test_a_joint_talk_shows_each_tick_and_no_grade() -> None:
    talk = JointTalk.examples()[2]
    assert "tick_talk" in verbs(talk)
    assert "peer auditor, ticked at" in words(talk.render())
    done = JointTalk.examples()[3]
    assert verbs(done) == set()
    assert "Each of you can submit now." in words(done.render())


@pytest.mark.parametrize("invitation", TalkInvitation.examples(), ids=lambda one: one.state)
def test_an_invitation_is_answered_while_the_talk_is_booked(invitation: TalkInvitation) -> None:
    offered = verbs(invitation)
    answers = invitation.state in {"waiting", "suits", "other"}
    assert ("decline_talk_time" in offered) == answers
    assert ("accept_talk_time" in offered) == (answers and invitation.state != "suits")


def test_a_locked_family_offers_nothing() -> None:
    locked = FamilyContactCard.examples()[0]
    assert (verbs(locked), inputs(locked)) == (set(), set())
    assert "Nobody" not in words(locked.render())


def test_a_refusal_offers_no_hearing_and_a_silence_only_a_reason() -> None:
    silent = next(one for one in FamilyContactCard.examples() if one.state == "reason_only")
    assert "speaker" not in inputs(silent)
    assert "reason" in inputs(silent)
    refused = FamilyContactCard.examples()[-1]
    assert "speaker" not in inputs(refused)


def test_an_open_family_asks_who_speaks() -> None:
    for agreed in FamilyContactCard.examples()[1:3]:
        assert "speaker" in inputs(agreed)
        assert "begin_voice" in verbs(agreed)


def test_a_reminder_says_that_it_is_one() -> None:
    new = FamilyConsent.examples()[0]
    assert new.summary == "Please ask the family of C-23087"
    again = replace(new, reminder=1)
    assert again.summary == "Reminder: please ask the family of C-23087"
    assert "Reminder 1" in words(again.render())


def test_work_can_be_judged_only_while_it_is_there_to_be_read() -> None:
    for one in AssessmentToRead.examples():
        judged = {"pass_assessment", "send_back_assessment"}
        assert verbs(one) == (judged if one.state == "to_read" else set())


def test_the_list_counts_what_is_waiting_and_names_who_helps() -> None:
    said = words(AuditTalks.examples()[0].render())
    assert "2 talks are still to be noted" in said
    assert "Jonah Peck reads your audit before it is final." in said
    assert "On call for questions: Lena Frost." in said


def test_a_session_without_a_day_says_that_it_follows() -> None:
    asked, planned, *_ = SessionInvitation.examples()
    assert "The day follows here" in words(asked.render())
    assert "Thursday 10 December at 14:00" in words(planned.render())
    assert planned.starts_at == datetime(2026, 12, 10, 14, tzinfo=UTC)


def test_the_summary_has_as_many_ways_as_there_is_room_for() -> None:
    whole = GradingSummary.examples()[0]
    ways = tuple(
        Way(title=f"Way {n}", verb="go_to_talk", ref=Ref("talk", str(n)), version=1)
        for n in range(9)
    )
    assert shown_ways(replace(whole, ways=ways)) == 4
    full = replace(whole, ways=ways, may_add_action=True, unsafe=UNSAFE)
    assert shown_ways(full) == 2


def shown_ways(card: Card) -> int:
    drawn = nodes(card.render())
    return sum(node.get("type") == "Action.Execute" and "Way" in node["title"] for _, node in drawn)


def test_protected_time_is_said_until_the_talk_is_over() -> None:
    asked = replace(TalkInvitation.examples()[0], protected=True)
    assert PROTECTED in words(asked.render())
    assert PROTECTED in words(replace(asked, state="suits").render())
    assert PROTECTED not in words(replace(asked, state="over").render())
    assert PROTECTED not in words(replace(asked, protected=False).render())
