"""Whoever is invited to a talk says that the time suits, or suggests others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from domain.audits.grading import accept_words
from domain.faults import Fault, NotFoundFault
from domain.refs import Ref
from domain.talks.talk import Invitation, Reply, TalkState
from domain.talks.when import read_when, start_of
from usecases.asking import Answer, Ask, verb
from usecases.showing import tell
from usecases.talks.finding import TalkAt, check_running, talk_at

WORDS_LIMIT = 500


@verb(subject="invitation", past="said that it suits")
async def accept_talk_time(ask: Ask) -> Answer:
    """Note that the time suits."""
    at, invitation = await _booked(ask)
    answer = replace(invitation, reply=Reply.SUITS, times=(), words="")
    return await _keep(ask, at, answer, "accept_talk_time", "Thank you. I have told them.")


@verb(subject="invitation", past="said that it does not suit")
async def decline_talk_time(ask: Ask) -> Answer:
    """Note other times, and ask whoever booked the talk to take one."""
    at, invitation = await _booked(ask)
    times = tuple(_times(ask))
    if not times:
        raise Fault("Please suggest a time that would suit. Nothing was sent.", field="day_1")
    words = accept_words("words", ask.typed("words"), said="line")
    if len(words) > WORDS_LIMIT:
        raise Fault(f"Please keep your line to {WORDS_LIMIT} characters.", field="words")
    answer = replace(invitation, reply=Reply.OTHER, times=times, words=words)
    done = await _keep(
        ask, at, answer, "decline_talk_time", "I have passed your times on. The answer comes here."
    )
    if at.talk.booked_by:
        once = f"no{invitation.id}-{invitation.version}"
        await tell(ask.uow, "talk", at.ref, at.talk.booked_by, now=ask.now, once=once)
    return done


async def _booked(ask: Ask) -> tuple[TalkAt, Invitation]:
    """The invitation and its talk, while the talk is booked; raises Fault."""
    invitation = await ask.uow.talks.invitation(ask.ref.number)
    at = await talk_at(ask.uow, ask.council, invitation.talk_id) if invitation else None
    if invitation is None or at is None:
        raise NotFoundFault
    check_running(at.scene)
    if at.talk.state is not TalkState.BOOKED:
        raise Fault("This talk is not booked any more, so nothing was changed.")
    return at, invitation


def _times(ask: Ask) -> Iterator[datetime]:
    """The starts in UTC; raises Fault on half a choice or a time that is over."""
    if typed := ask.typed("when"):
        yield _ahead(read_when(typed, ask.today).start, ask, "when")
    for number in ("1", "2"):
        day, at = ask.typed(f"day_{number}"), ask.typed(f"time_{number}")
        if day or at:
            names = {"day_field": f"day_{number}", "time_field": f"time_{number}"}
            yield _ahead(start_of(day, at, **names), ask, f"day_{number}")


def _ahead(start: datetime, ask: Ask, field: str) -> datetime:
    if start <= ask.now:
        raise Fault("That time is over already. Please choose a later one.", field=field)
    return start


async def _keep(ask: Ask, at: TalkAt, invitation: Invitation, action: str, line: str) -> Answer:
    saved = await ask.uow.talks.save_invitation(invitation)
    await ask.uow.trail.record(
        ask.ref, action, actor=ask.actor.id, now=ask.now, details={"version": saved.version}
    )
    about = Ref("invitation", str(saved.id))
    return Answer(view="talk_invitation", about=about, changed=(about, at.ref), line=line)
