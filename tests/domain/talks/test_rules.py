from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.audits.audit import Seat, SeatState
from domain.faults import Fault
from domain.frameworks.meeting import Conversation
from domain.talks.rules import (
    check_booking,
    check_held,
    holds_up,
    is_joint,
    note_keys,
    reason_title,
    still_to_tick,
)
from domain.talks.talk import Talk, TalkState, TalkTick

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
LEARNING = Conversation(
    key="learning", title="Learning", between=("auditor",), people=("worker",), minutes=60
)
JOINT = Conversation(key="joint", title="Joint", between=("lead", "peer"))


def seat(role: str, number: int, holder: str) -> Seat:
    return Seat(
        id=number,
        audit_id=1,
        role=role,
        holder=holder,
        state=SeatState.STARTED,
        due_on=NOW.date(),
        why="",
        since=NOW,
        version=1,
    )


def test_story_12_45_minutes_are_refused_and_60_are_taken() -> None:
    with pytest.raises(Fault, match="at least 60 minutes, and you chose 45") as refused:
        check_booking(LEARNING, NOW + HOUR, 45, NOW)
    assert refused.value.field == "minutes"
    assert "what you chose is still here" in refused.value.message
    check_booking(LEARNING, NOW + HOUR, 60, NOW)


@pytest.mark.parametrize("minutes", [0, -5, 481])
def test_a_talk_without_a_minimum_still_has_a_sensible_length(minutes: int) -> None:
    with pytest.raises(Fault, match="from 1 to 480"):
        check_booking(JOINT, NOW + HOUR, minutes, NOW)


@pytest.mark.parametrize("start", [NOW, NOW - HOUR])
def test_a_time_that_is_over_is_refused(start: datetime) -> None:
    with pytest.raises(Fault, match="over already"):
        check_booking(LEARNING, start, 60, NOW)


def test_a_talk_is_not_noted_before_its_day() -> None:
    check_held(date(2026, 11, 20), NOW.date())
    with pytest.raises(Fault, match="not come yet"):
        check_held(date(2026, 11, 21), NOW.date())


def test_only_a_talk_between_auditors_alone_is_ticked() -> None:
    assert is_joint(JOINT)
    assert not is_joint(LEARNING)
    assert not is_joint(JOINT.model_copy(update={"people": ("worker",)}))


def test_a_talk_holds_up_its_own_seats_where_it_is_required_before_submitting() -> None:
    assert holds_up(LEARNING, "auditor")
    assert not holds_up(LEARNING, "lead")
    assert not holds_up(LEARNING.model_copy(update={"required": False}), "auditor")
    assert not holds_up(LEARNING.model_copy(update={"before": "finalising"}), "auditor")


def test_a_tick_counts_while_the_same_person_holds_the_seat() -> None:
    seats = [seat("lead", 1, "tess"), seat("peer", 2, "ada"), seat("moderator", 3, "mo")]
    assert [one.id for one in still_to_tick(JOINT, seats, {})] == [1, 2]
    ticks = {1: TalkTick(seat_id=1, holder="tess", at=NOW)}
    assert [one.id for one in still_to_tick(JOINT, seats, ticks)] == [2]
    handed_over = {1: TalkTick(seat_id=1, holder="theo", at=NOW)}
    assert [one.id for one in still_to_tick(JOINT, seats, handed_over)] == [1, 2]


def test_the_first_prompts_have_a_field_and_there_is_room_for_more() -> None:
    many = LEARNING.model_copy(update={"prompts": tuple("abcdef")})
    assert note_keys(many) == ("note_1", "note_2", "note_3", "note_4", "note_more")
    assert note_keys(LEARNING) == ("note_more",)


def test_a_reason_is_said_in_words() -> None:
    assert reason_title("declined") == "The worker did not want to"
    assert not reason_title("unheard_of")


@pytest.mark.parametrize(
    ("state", "settled"),
    [
        (TalkState.OPEN, False),
        (TalkState.BOOKED, False),
        (TalkState.HELD, True),
        (TalkState.NOT_HELD, True),
    ],
)
def test_a_talk_is_settled_by_a_note_or_a_reason(state: TalkState, *, settled: bool) -> None:
    talk = Talk(id=1, audit_id=1, key="learning", state=state, version=1, starts_at=NOW, minutes=60)
    assert talk.settled is settled
    assert talk.ends_at == NOW + HOUR
