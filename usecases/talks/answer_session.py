"""Coming to the month's session or not, ideas for it, and its day (SEF-23)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cards.talks.parts import moment
from domain.audits.grading import accept_words
from domain.faults import Fault, NotFoundFault
from domain.refs import Ref
from domain.talks.session import Coming, Place
from domain.talks.when import read_when, start_of
from usecases.asking import Answer, Ask, verb


@verb(subject="place", past="is coming")
async def come_to_session(ask: Ask) -> Answer:
    """Note that the person comes."""
    place = replace(await _place(ask), coming=Coming.YES)
    return await _keep(ask, place, "come_to_session", "Thank you. You are coming.")


@verb(subject="place", past="can't come")
async def miss_session(ask: Ask) -> Answer:
    """Note that the person cannot come."""
    place = replace(await _place(ask), coming=Coming.NO)
    line = "Noted. Your ideas are welcome all the same: type idea: and your words."
    return await _keep(ask, place, "miss_session", line)


@verb(subject="place", past="brought in an idea")
async def bring_idea(ask: Ask) -> Answer:
    """Keep an idea, which those who run the session read."""
    words = accept_words("idea", ask.typed("idea"), said="idea")
    if not words:
        raise Fault("Please write your idea first. Nothing was kept.", field="idea")
    place = replace(await _place(ask), idea=words)
    return await _keep(ask, place, "bring_idea", "Your idea is kept for the session.")


@verb(subject="session", past="set the day")
async def set_session_time(ask: Ask) -> Answer:
    """Set or change the day; it shows on everybody's card."""
    session = await ask.uow.sessions.get(ask.ref.number)
    if session is None:
        raise NotFoundFault
    start = _start(ask)
    if start <= ask.now:
        raise Fault("That time is over already. Please choose a later one.", field="day")
    saved = await ask.uow.sessions.save(replace(session, starts_at=start))
    await ask.uow.trail.record(
        ask.ref,
        "set_session_time",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": saved.version},
    )
    places = [Ref("place", str(p.id)) for p in await ask.uow.sessions.places(session.id)]
    line = f"The session is on {moment(start)}. Everybody who was asked can see it."
    return Answer(view="session_plan", about=ask.ref, changed=(ask.ref, *places), line=line)


def _start(ask: Ask) -> datetime:
    if typed := ask.typed("when"):
        return read_when(typed, ask.today).start
    return start_of(ask.typed("day"), ask.typed("time"), day_field="day", time_field="time")


async def _place(ask: Ask) -> Place:
    place = await ask.uow.sessions.place(ask.ref.number)
    if place is None:
        raise NotFoundFault
    return place


async def _keep(ask: Ask, place: Place, action: str, line: str) -> Answer:
    saved = await ask.uow.sessions.save_place(place)
    await ask.uow.trail.record(
        ask.ref, action, actor=ask.actor.id, now=ask.now, details={"version": saved.version}
    )
    changed = (ask.ref, Ref("session", str(saved.session_id)))
    return Answer(view="session_invitation", about=ask.ref, changed=changed, line=line)
