"""A cycle begins on its days: first the notices, then the allocation cards (SEF-01, HER-02)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from domain.audits.audit import Audit, Cycle, Seat, SeatState
from domain.calendar.working_days import local, local_day
from domain.cases.case import Case
from domain.delivery.message import Letter
from domain.frameworks.cycles import card_day
from domain.frameworks.meeting import NoticeRule, notice_on
from domain.frameworks.programme import Programme
from domain.people.on_record import on_records
from domain.refs import Ref
from usecases.audits.allocating import offer_all
from usecases.audits.excusing import exempt_between, keep_back
from usecases.audits.occasions import audits_begun
from usecases.audits.scene import Scene
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell_all

MORNING = time(8)
"""Nobody is asked for work before it, in London; no document says (E-98)."""


TOGETHER = 120
"""Audits of which something goes out in one transaction: some tenths of a second for whoever
wants to write meanwhile."""

Opened = tuple[Audit, list[Seat]]


@dataclass(frozen=True, slots=True)
class Begins:
    """What of a cycle goes out now."""

    notices: bool
    cards: bool


async def begin_cycles(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Send what has become due of the cycles that are open; gives how many moved on.

    Safe to repeat, and on two replicas: what went out is noted first. The caller commits. Of a
    great many audits only a part goes out; the rest is due again at once.
    """
    moved, room = 0, TOGETHER
    for cycle in await uow.audits.to_begin():
        done = await _part(uow, council, cycle, now, room)
        moved += done is not None
        room -= done or 0
        if room <= 0:
            break
    return moved


async def begin(uow: UnitOfWork, council: Council, cycle: Cycle, now: datetime) -> bool:
    """Send what is due of one cycle, at most a part; False where nothing is."""
    return await _part(uow, council, cycle, now, TOGETHER) is not None


async def go_on(uow: UnitOfWork, council: Council, cycle_id: int, now: datetime) -> bool:
    """Send the next part of a cycle; False once all that is due is out. The caller commits."""
    cycle = await uow.audits.cycle(cycle_id)
    return cycle is not None and await begin(uow, council, cycle, now)


async def _part(
    uow: UnitOfWork, council: Council, cycle: Cycle, now: datetime, room: int
) -> int | None:
    """The cards of so many audits, then notices for as many as there is room left.

    None where nothing is due, or another replica has just sent it.
    """
    programme = council.framework.programme(cycle.programme)
    due = what_begins(programme, cycle, council, now)
    if not (due.notices or due.cards):
        return None
    cards, after = [], cycle.offered_to
    if due.cards:
        cards = await uow.audits.some_of_cycle(cycle.id, after=after, most=room)
    rest, told, after = room - len(cards), [], cycle.noticed_to
    if due.notices and programme.notice and rest:
        told = await uow.audits.some_of_cycle(cycle.id, after=after, most=rest)
    all_told = due.notices and (programme.notice is None or len(told) < rest)
    noted = await uow.audits.begin(
        cycle,
        noticed_at=now if all_told else cycle.noticed_at,
        offered_at=now if due.cards and rest else cycle.offered_at,
        noticed_to=told[-1][0].id if told else 0,
        offered_to=cards[-1][0].id if cards else 0,
    )
    if not noted:
        return None
    await _cards(uow, council, cycle, cards, now)
    if programme.notice:
        await _notices(uow, programme.notice, told, now)
    return len(cards) + len(told)


def what_begins(programme: Programme, cycle: Cycle, council: Council, now: datetime) -> Begins:
    """Notices on the day that the framework says, cards on the printed day (E-02, E-68)."""
    moment = local(now)
    opens = card_day(cycle.opens_on, council.calendar)
    rule = programme.notice
    told = notice_on(rule, cycle.opens_on, council.calendar) if rule else opens
    day = moment.date()
    awake = moment.time() >= MORNING
    return Begins(
        notices=cycle.noticed_at is None and (day > told or (day == told and awake)),
        cards=cycle.offered_at is None and (day > opens or (day == opens and awake)),
    )


async def _cards(
    uow: UnitOfWork, council: Council, cycle: Cycle, audits: Sequence[Opened], now: datetime
) -> None:
    """The cards; that of somebody who is excused waits until their month is over (E-24)."""
    programme, today = council.framework.programme(cycle.programme), local_day(now)
    exempt = await exempt_between(uow, council, today, today, but=cycle.id)
    seats = [seat for _, of_one in audits for seat in of_one]
    for seat in seats:
        if seat.holder in exempt:
            await keep_back(uow, seat, now)
    asked = [seat for seat in seats if seat.holder not in exempt]
    # one that waits for another seat keeps waiting, but its holder is told that it will come
    wait = {s.id for s in asked if s.panel or programme.seat(s.role).after}
    held = [s for s in asked if s.state is SeatState.HELD]
    given = await uow.audits.offer_held([s for s in held if s.id not in wait], now)
    given += [s for s in held if s.id in wait]
    given += [s for s in asked if s.state is SeatState.OFFERED and s.id not in wait]
    scenes = await _scenes(uow, council, cycle, audits, {seat.id: seat for seat in given})
    told = sorted(given, key=lambda seat: seat.id)
    await offer_all(uow, [(scenes[seat.audit_id], seat) for seat in told], now)
    await audits_begun(uow, list(scenes.values()), now)


async def _scenes(
    uow: UnitOfWork,
    council: Council,
    cycle: Cycle,
    audits: Sequence[Opened],
    moved: Mapping[int, Seat],
) -> dict[int, Scene]:
    """What is around each audit, by its id; ``moved`` are seats as they have become."""
    cases = await _looked_at(uow, audits)
    return {
        audit.id: Scene(
            council=council,
            cycle=cycle,
            audit=audit,
            case=cases[audit.case_ref],
            seats=tuple(moved.get(seat.id, seat) for seat in seats),
            members=_members(cases[audit.case_ref], cases),
        )
        for audit, seats in audits
    }


async def _looked_at(uow: UnitOfWork, audits: Sequence[Opened]) -> dict[str, Case]:
    """What the audits look at, with the records in samples, by reference."""
    cases = await uow.cases.named({audit.case_ref for audit, _ in audits})
    return cases | await uow.cases.named({ref for one in cases.values() for ref in one.records})


def _members(case: Case, cases: Mapping[str, Case]) -> tuple[Case, ...]:
    return tuple(cases[ref] for ref in case.records if ref in cases)


async def _notices(
    uow: UnitOfWork, rule: NoticeRule, audits: Sequence[Opened], now: datetime
) -> None:
    """Notices as the framework says, but none to somebody who audits the record anyway."""
    cases = await _looked_at(uow, audits)
    people = await uow.people.all()
    told = []
    for audit, seats in audits:
        auditors = {seat.holder for seat in seats}
        case = cases[audit.case_ref]
        found = on_records(rule.to, (case, *_members(case, cases)), people)
        told += [(audit.id, who, part) for who, part in found.items() if who not in auditors]
    notices = await uow.notices.add_all(told)
    letters = [
        Letter(Ref("notice", str(notices[audit_id, who])), who, "told") for audit_id, who, _ in told
    ]
    await tell_all(uow, "audit_notice", letters, now=now)
