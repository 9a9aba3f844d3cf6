"""A talk was held and is noted, or it was not held for a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.audits.grading import accept_words
from domain.calendar.wording import say_day
from domain.calendar.working_days import local_day
from domain.duties import DutyState
from domain.faults import Fault
from domain.refs import Ref
from domain.talks.rules import NOT_HELD_REASONS, check_held, note_keys, reason_title
from domain.talks.talk import Talk, TalkState
from usecases.asking import Answer, Ask, verb
from usecases.talks.booking import NOTE_TALK
from usecases.talks.finding import TalkAt, back_to_grading, others_of, talk_for

WORDS_LIMIT = 500


@verb(subject="talk", past="noted the talk")
async def note_talk(ask: Ask) -> Answer:
    """Keep what was said under the prompts, who took part and when."""
    at = await talk_for(ask)
    notes = _notes(ask, at)
    day = _day(ask, at)
    check_held(day, ask.today)
    took_part = await _took_part(ask, at)
    held = replace(
        at.talk,
        state=TalkState.HELD,
        notes=notes,
        held_on=day,
        took_part=took_part,
        reason="",
        words="",
    )
    await _settle(ask, at, held, "note_talk")
    line = f"Noted: the talk was held on {say_day(day)}."
    return Answer(view="talk", about=at.ref, changed=at.changed, line=line)


@verb(subject="talk", past="said why the talk was not held")
async def talk_not_held(ask: Ask) -> Answer:
    """Keep the reason, which stands in for the talk."""
    at = await talk_for(ask)
    reason = ask.typed("reason")
    if reason not in dict(NOT_HELD_REASONS):
        raise Fault("Please choose why it was not held. Nothing was kept.", field="reason")
    words = accept_words("words", ask.typed("words"), said="reason")
    if reason == "other" and not words:
        raise Fault("Please say in your words why it was not held.", field="words")
    if len(words) > WORDS_LIMIT:
        raise Fault(
            f"Your reason has {len(words):,} characters and this box takes {WORDS_LIMIT}. "
            "Nothing was kept: please shorten it.",
            field="words",
        )
    missed = replace(at.talk, state=TalkState.NOT_HELD, reason=reason, words=words)
    await _settle(ask, at, missed, "talk_not_held")
    line = f"Kept: {reason_title(reason)}. The talk does not hold your audit up."
    return Answer(view="talk", about=at.ref, changed=at.changed, line=line)


def _notes(ask: Ask, at: TalkAt) -> dict[str, str]:
    """The notes by the number of their prompt; raises Fault where there are none."""
    typed = {key: accept_words(key, ask.typed(key), said="note") for key in note_keys(at.rule)}
    notes = {key.removeprefix("note_"): words for key, words in typed.items() if words}
    if not notes:
        first = note_keys(at.rule)[0]
        raise Fault("Please note a line of what you talked about. Nothing was kept.", field=first)
    return notes


def _day(ask: Ask, at: TalkAt) -> date:
    """The day that was given, else that of the booking, else today."""
    if typed := ask.typed("held_on"):
        try:
            return date.fromisoformat(typed)
        except ValueError as error:
            raise Fault("Please choose the day of the talk.", field="held_on") from error
    if at.talk.held_on:
        return at.talk.held_on
    booked = local_day(at.talk.starts_at) if at.talk.starts_at else ask.today
    return min(booked, ask.today)


async def _took_part(ask: Ask, at: TalkAt) -> tuple[str, ...]:
    """Who was there; whoever was asked, where nobody is ticked. The auditor always was."""
    able = [person.id for person in await others_of(ask.uow, at, but=ask.actor.id)]
    ticked = [one for one in ask.typed("took_part").split(",") if one in able]
    return (ask.actor.id, *(ticked or able))


async def _settle(ask: Ask, at: TalkAt, talk: Talk, action: str) -> None:
    saved = await ask.uow.talks.save(talk)
    await ask.uow.trail.record(
        at.ref, action, actor=ask.actor.id, now=ask.now, details={"version": saved.version}
    )
    await ask.uow.duties.close(at.ref, DutyState.DONE, ask.now, kinds=(NOTE_TALK,))
    for invitation in await ask.uow.talks.invitations(saved.id):
        await ask.uow.outbox.refresh(Ref("invitation", str(invitation.id)), now=ask.now)
    await back_to_grading(ask, at.seats)
