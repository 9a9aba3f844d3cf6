"""Rules of talks: which an audit has, what a booking and a note need (SEF-03, HER-04, SOM-04)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from domain.audits.audit import Seat
from domain.faults import Fault
from domain.frameworks.meeting import Conversation
from domain.frameworks.programme import Programme
from domain.moderation.panel import THIRD, moderators_seats, panel_seats
from domain.talks.talk import TalkTick

USUAL_MINUTES = 60
LONGEST_MINUTES = 480
PROMPTS_ON_CARD = 4

NOT_HELD_REASONS = (
    ("worker_away", "The worker is away or has left"),
    ("declined", "The worker did not want to"),
    ("no_time", "No time could be found"),
    ("too_short", "It was too short to count"),
    ("other", "Something else"),
)


def conversations(programme: Programme) -> tuple[Conversation, ...]:
    """The programme's talks that are switched on."""
    return tuple(one for one in programme.conversations if one.on)


def conversation(programme: Programme, key: str) -> Conversation | None:
    """The talk of that key; None where the council's file has it no more."""
    asked = talk_with_auditors(programme)
    known = (*conversations(programme), *((asked,) if asked else ()))
    return next((one for one in known if one.key == key), None)


def talk_with_auditors(programme: Programme) -> Conversation | None:
    """The talk that whoever moderates may ask the auditors for; None where there is none."""
    rules = programme.moderation
    if rules is None or rules.talk is None:
        return None
    moderators = {*panel_seats(programme), *moderators_seats(programme)} - {THIRD}
    return Conversation(
        key=rules.talk.key,
        title=rules.talk.title,
        between=tuple(sorted(moderators)),
        joined_by=rules.talk.joined_by,
        booked=True,
        required=False,
        before="no_set_time",
        prompts=rules.talk.prompts,
        ref=rules.talk.ref,
        silence=rules.talk.silence,
        note=rules.talk.note,
    )


def seats_with_worker(programme: Programme) -> frozenset[str]:
    """The seats that talk with the worker (HER-04, SOM-04); none where no talk says which."""
    talks = (one for one in conversations(programme) if "worker" in one.people)
    return frozenset(seat for one in talks for seat in one.between)


def is_asked_for(talk: Conversation) -> bool:
    """Whether somebody calls other seats to it, rather than every audit having it (HER-09)."""
    return bool(talk.joined_by)


def is_joint(talk: Conversation) -> bool:
    """Whether it is between auditors alone, so that each of them ticks it (HER-07)."""
    return len(talk.between) > 1 and not talk.people


def holds_up(talk: Conversation, role: str) -> bool:
    """Whether a seat cannot submit before the talk is noted or there is a reason."""
    return talk.required and talk.before == "submission" and role in talk.between


def still_to_tick(
    talk: Conversation, seats: Iterable[Seat], ticks: Mapping[int, TalkTick]
) -> list[Seat]:
    """The seats that have not ticked; a tick counts while the same person holds the seat."""
    return [
        seat
        for seat in seats
        if seat.role in talk.between
        and (seat.id not in ticks or ticks[seat.id].holder != seat.holder)
    ]


def check_booking(talk: Conversation, start: datetime, minutes: int, now: datetime) -> None:
    """Raise Fault where a talk cannot be booked so; the form keeps what was chosen."""
    kept = "Nothing was booked, and what you chose is still here."
    if start <= now:
        raise Fault(f"That time is over already. {kept} Please take a later one.", field="day")
    if not 0 < minutes <= LONGEST_MINUTES:
        raise Fault(f"A talk takes from 1 to {LONGEST_MINUTES} minutes. {kept}", field="minutes")
    if minutes < talk.minutes:
        raise Fault(
            f"This talk takes at least {talk.minutes} minutes, and you chose {minutes}. {kept}",
            field="minutes",
        )


def check_held(day: date, today: date) -> None:
    """Raise Fault where a talk is noted before its day."""
    if day > today:
        raise Fault(
            "That day has not come yet, so the talk was not noted. Your words are still here.",
            field="held_on",
        )


def card_prompts(talk: Conversation) -> tuple[str, ...]:
    """The prompts that have a field of their own; the others are a list to choose from."""
    return talk.prompts[:PROMPTS_ON_CARD]


def note_keys(talk: Conversation) -> tuple[str, ...]:
    """The inputs of a note: ``note_1`` … and ``note_more``."""
    return (*(f"note_{n}" for n, _ in enumerate(card_prompts(talk), 1)), "note_more")


def reason_title(key: str) -> str:
    """Why a talk was not held, in words."""
    return dict(NOT_HELD_REASONS).get(key, "")
