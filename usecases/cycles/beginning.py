"""A cycle begins on its days: first the notices, then the allocation cards (SEF-01, HER-02)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from domain.audits.audit import Audit, Cycle, Seat, SeatState
from domain.calendar.working_days import local, local_day
from domain.frameworks.cycles import card_day
from domain.frameworks.meeting import NoticeRule, notice_on
from domain.frameworks.programme import Programme
from domain.people.on_record import on_record
from domain.refs import Ref
from usecases.audits.allocating import offer
from usecases.audits.excusing import exempt_between, keep_back
from usecases.audits.occasions import audit_begun
from usecases.audits.scene import scene_of_audit
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell

MORNING = time(8)
"""Nobody is asked for work before it, in London; no document says (E-98)."""


@dataclass(frozen=True, slots=True)
class Begins:
    """What of a cycle goes out now."""

    notices: bool
    cards: bool


async def begin_cycles(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Send what has become due of the cycles that are open; gives how many moved on.

    Safe to repeat, and on two replicas: what went out is noted first. The caller commits.
    """
    return sum([await begin(uow, council, cycle, now) for cycle in await uow.audits.to_begin()])


async def begin(uow: UnitOfWork, council: Council, cycle: Cycle, now: datetime) -> bool:
    """Send what is due of one cycle; False where nothing is, or another has just sent it."""
    programme = council.framework.programme(cycle.programme)
    due = what_begins(programme, cycle, council, now)
    if not (due.notices or due.cards):
        return False
    noted = await uow.audits.begin(
        cycle,
        noticed_at=now if due.notices else cycle.noticed_at,
        offered_at=now if due.cards else cycle.offered_at,
    )
    if not noted:
        return False
    today = local_day(now)
    exempt = await exempt_between(uow, council, today, today, but=cycle.id)
    audits = await uow.audits.of_cycle(cycle.id)
    for audit, seats in audits if due.cards else ():
        for seat in seats:
            await _card_or_wait(uow, council, programme, seat, exempt, now)
        scene = await scene_of_audit(uow, council, audit.id)
        if scene:
            await audit_begun(uow, scene, now)
    if due.notices and programme.notice:
        await _notices(uow, programme.notice, audits, now)
    return True


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


async def _card_or_wait(
    uow: UnitOfWork,
    council: Council,
    programme: Programme,
    seat: Seat,
    exempt: Collection[str],
    now: datetime,
) -> None:
    """The card; that of somebody who is excused waits until their month is over (E-24)."""
    if seat.holder in exempt:
        await keep_back(uow, seat, now)
    else:
        await _card(uow, council, programme, seat, now)


async def _card(
    uow: UnitOfWork, council: Council, programme: Programme, seat: Seat, now: datetime
) -> None:
    """Offer a seat; one that waits for another seat keeps waiting (SOM-02)."""
    if seat.panel or programme.seat(seat.role).after:
        if seat.state is SeatState.HELD:
            await offer(uow, council, seat, now)  # tells the holder that it will come
        return
    if seat.state is SeatState.HELD:
        seat = await uow.audits.save_seat(replace(seat, state=SeatState.OFFERED, since=now))
    if seat.state is SeatState.OFFERED:
        await offer(uow, council, seat, now)


async def _notices(
    uow: UnitOfWork, rule: NoticeRule, audits: Sequence[tuple[Audit, list[Seat]]], now: datetime
) -> None:
    """Notices as the framework says, but none to somebody who audits the record anyway."""
    cases, people = await uow.cases.all(), await uow.people.all()
    for audit, seats in audits:
        auditors = {seat.holder for seat in seats}
        for person_id, relation in on_record(rule.to, cases[audit.case_ref], people).items():
            if person_id not in auditors:
                notice = await uow.notices.add(audit.id, person_id, relation)
                about = Ref("notice", str(notice))
                await tell(uow, "audit_notice", about, person_id, now=now, once="told")
