"""Coming to the month's session or not, ideas for it, and its day (SEF-23)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from cards.talks.parts import moment
from domain.audits.grading import accept_words
from domain.calendar.wording import say_list
from domain.faults import Fault, NotFoundFault
from domain.refs import Ref
from domain.talks.session import Coming, Place
from domain.talks.when import read_when, start_of
from usecases.asking import Answer, Ask, verb


@verb(subject="place", past="is coming")
async def come_to_session(ask: Ask) -> Answer:
    """Note that the person comes."""
    place = replace(await _before(ask), coming=Coming.YES)
    return await _keep(ask, place, "come_to_session", "Thank you. You are coming.")


@verb(subject="place", past="can't come")
async def miss_session(ask: Ask) -> Answer:
    """Note that the person cannot come."""
    place = replace(await _before(ask), coming=Coming.NO)
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


@verb(subject="session", past="noted who was there")
async def note_attendance(ask: Ask) -> Answer:
    """Keep who was there; it can be put right later. Whoever is not named was not."""
    session = await ask.uow.sessions.get(ask.ref.number)
    if session is None:
        raise NotFoundFault
    if session.starts_at is None or session.starts_at > ask.now:
        raise Fault("The session has not begun, so nobody can have been there yet.", field="came")
    places = await ask.uow.sessions.places(session.id)
    there = await _there(ask, places)
    for place in places:
        came = Coming.CAME if place.person_id in there else Coming.MISSED
        await ask.uow.sessions.save_place(replace(place, coming=came))
    saved = await ask.uow.sessions.save(session)
    details = {"version": saved.version, "came": len(there), "asked": len(places)}
    await ask.uow.trail.record(
        ask.ref, "note_attendance", actor=ask.actor.id, now=ask.now, details=details
    )
    line = f"Noted: {len(there)} of {len(places)} were there."
    changed = (ask.ref, *(Ref("place", str(place.id)) for place in places))
    return Answer(view="session_plan", about=ask.ref, changed=changed, line=line)


async def _there(ask: Ask, places: Sequence[Place]) -> frozenset[str]:
    """The ids of those who were there, given as ids or as names; raises Fault for a stranger."""
    people = await ask.uow.people.all()
    asked = {place.person_id for place in places}
    known = {one: one for one in asked}
    known |= {people[one].name.casefold(): one for one in asked if one in people}
    said = [word.strip() for word in ask.typed("came").split(",") if word.strip()]
    if strangers := [word for word in said if word.casefold() not in known]:
        raise Fault(
            f"{say_list(strangers, 'and')}: not asked to this session, so nothing was noted. "
            "Write the names as they stand in the list, with commas between.",
            field="came",
        )
    return frozenset(known[word.casefold()] for word in said)


def _start(ask: Ask) -> datetime:
    if typed := ask.typed("when"):
        return read_when(typed, ask.today).start
    return start_of(ask.typed("day"), ask.typed("time"), day_field="day", time_field="time")


async def _place(ask: Ask) -> Place:
    place = await ask.uow.sessions.place(ask.ref.number)
    if place is None:
        raise NotFoundFault
    return place


async def _before(ask: Ask) -> Place:
    """The place while it can still be answered; raises Fault once the session was held."""
    place = await _place(ask)
    if place.coming.noted:
        raise Fault("The session was held, and who was there is noted. Nothing was changed.")
    return place


async def _keep(ask: Ask, place: Place, action: str, line: str) -> Answer:
    saved = await ask.uow.sessions.save_place(place)
    await ask.uow.trail.record(
        ask.ref, action, actor=ask.actor.id, now=ask.now, details={"version": saved.version}
    )
    changed = (ask.ref, Ref("session", str(saved.session_id)))
    return Answer(view="session_invitation", about=ask.ref, changed=changed, line=line)
