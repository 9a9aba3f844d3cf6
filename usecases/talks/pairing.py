"""A new auditor gets an experienced one beside them, who reads before it is final (SEF-44)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain.audits.audit import Seat
from domain.calendar.working_days import end_of_day, local_day
from domain.duties import DutyState, NewDuty
from domain.frameworks.seats import NewAuditors
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
from usecases.asking import Ask
from usecases.audits.occasions import before_settling, on_offered
from usecases.audits.scene import Scene
from usecases.audits.submitting import after_submitting
from usecases.ports import UnitOfWork
from usecases.showing import tell

READ_ASSESSMENT = "read_assessment"
READ_WITHIN = timedelta(days=3)  # no document says; a product default (E-98)


def pairing_ref(pairing: Pairing) -> Ref:
    """The subject of a pair's cards."""
    return Ref("pairing", str(pairing.id))


@on_offered
async def pair_new_auditor(uow: UnitOfWork, scene: Scene, seat: Seat, now: datetime) -> None:
    """Pair the holder where they are new (E-66); whoever is not new works alone."""
    rule = rule_for(scene.programme)
    if rule is None or seat.panel or seat.holder is None:
        return
    known = await uow.pairings.of_seat(seat.id)
    if known and known.auditor == seat.holder:
        return
    if known:
        await uow.duties.close(pairing_ref(known), DutyState.CANCELLED, now)
        await uow.pairings.part(seat.id)
    helper = await _helper(uow, scene, seat, rule, now)
    if helper is None:
        return
    pairing = await uow.pairings.pair(seat.id, seat.holder, helper.id)
    about = pairing_ref(pairing)
    await uow.trail.record(
        about,
        "pair_auditor",
        actor="practice-loop",
        now=now,
        details={"version": pairing.version, "seat": seat.id, "helper": helper.id},
    )
    await tell(uow, "assessment_to_read", about, helper.id, now=now, once="paired")


async def _helper(
    uow: UnitOfWork, scene: Scene, seat: Seat, rule: NewAuditors, now: datetime
) -> Person | None:
    completed = await uow.pairings.completed()
    if seat.holder is None or not is_new(rule, seat.holder, completed):
        return None
    today = local_day(now)
    place = Place(
        seat=scene.rule(seat),
        case=scene.case,
        first_day=today,
        last_day=max(today, seat.due_on),
        not_these=frozenset(other.holder for other in scene.seats if other.holder),
    )
    who = Experience(
        people=await uow.people.all(),
        completed=completed,
        busy=helping(await uow.pairings.open()),
    )
    return find_helper(rule, place, who)


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
    found = [await uow.pairings.of_seat(seat.id) for seat in scene.first_seats]
    return any(pairing and pairing.reading is not Reading.FINE for pairing in found)


async def names_on_call(uow: UnitOfWork, scene: Scene, now: datetime) -> tuple[str, ...]:
    """Who can be asked today, where the council names roles for it."""
    rule = scene.programme.new_auditors
    if rule is None or not rule.on or not rule.help_from:
        return ()
    people = (await uow.people.all()).values()
    return tuple(person.name for person in on_call(rule, people, local_day(now)))
