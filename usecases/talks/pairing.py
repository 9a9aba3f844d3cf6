"""A new auditor gets an experienced one beside them, who reads before it is final (SEF-44)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from domain.audits.audit import Seat
from domain.calendar.working_days import end_of_day, local_day
from domain.delivery.message import Letter
from domain.duties import DutyState, NewDuty
from domain.people.person import Person
from domain.refs import Ref
from domain.talks.pairing import (
    Experience,
    Pairing,
    Place,
    Reading,
    find_helper,
    helping,
    is_new,
    on_call,
    rule_for,
)
from domain.trail import Deed
from usecases.asking import Ask
from usecases.audits.occasions import before_settling, on_offered
from usecases.audits.scene import Scene
from usecases.audits.submitting import after_submitting
from usecases.ports import UnitOfWork
from usecases.showing import tell, tell_all

READ_ASSESSMENT = "read_assessment"
READ_WITHIN = timedelta(days=3)  # no document says; a product default (E-98)


def pairing_ref(pairing: Pairing) -> Ref:
    """The subject of a pair's cards."""
    return Ref("pairing", str(pairing.id))


@on_offered
async def pair_new_auditors(
    uow: UnitOfWork, given: Sequence[tuple[Scene, Seat]], now: datetime
) -> None:
    """Pair the holders who are new (E-66); whoever is not new works alone."""
    mine = [(scene, seat) for scene, seat in given if _may_be_new(scene, seat)]
    if not mine:
        return
    known = await uow.pairings.of_seats([seat.id for _, seat in mine])
    given_anew = [
        (scene, seat)
        for scene, seat in mine
        if seat.id not in known or known[seat.id].auditor != seat.holder
    ]
    for _, seat in given_anew:
        if before := known.get(seat.id):
            await uow.duties.close(pairing_ref(before), DutyState.CANCELLED, now)
            await uow.pairings.part(seat.id)
    await _pair(uow, await _helpers(uow, given_anew, now), now)


def _may_be_new(scene: Scene, seat: Seat) -> bool:
    return rule_for(scene.programme) is not None and not seat.panel and seat.holder is not None


async def _helpers(
    uow: UnitOfWork, given: Sequence[tuple[Scene, Seat]], now: datetime
) -> list[tuple[int, str, str]]:
    """Seat, new auditor and helper; each pair counts when the next helper is sought."""
    completed = await uow.pairings.completed()
    busy = Counter(helping(await uow.pairings.open()))
    who = Experience(people=await uow.people.all(), completed=completed, busy=busy)
    found = []
    for scene, seat in given:
        helper = _helper(scene, seat, who, local_day(now))
        if helper and seat.holder:
            busy[helper.id] += 1
            found.append((seat.id, seat.holder, helper.id))
    return found


def _helper(scene: Scene, seat: Seat, who: Experience, today: date) -> Person | None:
    rule = rule_for(scene.programme)
    if rule is None or not is_new(rule, seat.holder or "", who.completed):
        return None
    place = Place(
        seat=scene.rule(seat),
        case=scene.case,
        first_day=today,
        last_day=max(today, seat.due_on),
        not_these=frozenset(other.holder for other in scene.seats if other.holder),
    )
    return find_helper(rule, place, who)


async def _pair(uow: UnitOfWork, pairs: Sequence[tuple[int, str, str]], now: datetime) -> None:
    """Write the pairs and tell the helpers."""
    written = await uow.pairings.pair_all(pairs)
    deeds = [
        Deed(
            subject=pairing_ref(one),
            action="pair_auditor",
            details={"version": one.version, "seat": one.seat_id, "helper": one.helper},
        )
        for one in written
    ]
    await uow.trail.record_all(deeds, actor="practice-loop", now=now)
    letters = [Letter(pairing_ref(one), one.helper, "paired") for one in written]
    await tell_all(uow, "assessment_to_read", letters, now=now)


@after_submitting
async def ask_reader(ask: Ask, scene: Scene, seat: Seat) -> None:
    """Whoever stands beside the auditor reads what is in."""
    pairing = await ask.uow.pairings.of_seat(seat.id)
    if pairing is None:
        return
    saved = await ask.uow.pairings.save(replace(pairing, reading=Reading.TO_READ))
    about = pairing_ref(saved)
    await ask.uow.trail.record(
        about,
        "ask_reader",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": saved.version, "audit": scene.audit.id},
    )
    day = ask.council.calendar.on_or_after(local_day(ask.now + READ_WITHIN))
    duty = NewDuty(kind=READ_ASSESSMENT, subject=about, holder=saved.helper, due_at=end_of_day(day))
    await ask.uow.duties.open(duty, ask.now)
    await ask.uow.outbox.refresh(about, now=ask.now)
    once = f"read{saved.version}"
    await tell(ask.uow, "assessment_to_read", about, saved.helper, now=ask.now, once=once)


@before_settling
async def is_unread(uow: UnitOfWork, scene: Scene) -> bool:
    """Whether somebody still has to read a new auditor's work."""
    found = await uow.pairings.of_seats([seat.id for seat in scene.first_seats])
    return any(pairing.reading is not Reading.FINE for pairing in found.values())


async def names_on_call(uow: UnitOfWork, scene: Scene, now: datetime) -> tuple[str, ...]:
    """Who can be asked today, where the council names roles for it."""
    rule = scene.programme.new_auditors
    if rule is None or not rule.on or not rule.help_from:
        return ()
    people = (await uow.people.all()).values()
    return tuple(person.name for person in on_call(rule, people, local_day(now)))
