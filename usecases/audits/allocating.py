"""Giving seats to people: used when a cycle opens and when somebody gives a seat back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from domain.audits.audit import AuditState, Seat, SeatState
from domain.calendar.working_days import end_of_day
from domain.delivery.message import Letter
from domain.duties import DutyState, NewDuty
from domain.refs import Ref
from usecases.audits.occasions import seats_offered
from usecases.audits.scene import Scene, scene_of_seat
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell_all

ANSWER_ALLOCATION = "answer_allocation"
SUBMIT_ASSESSMENT = "submit_assessment"
ANSWER_WITHIN = timedelta(days=3)  # no document says; a product default (E-98)


def seat_ref(seat: Seat) -> Ref:
    """The subject of a seat's card."""
    return Ref("seat", str(seat.id))


def form_ref(seat_id: int) -> Ref:
    """The subject of a seat's grading form, whichever assessment is the present one."""
    return Ref("form", str(seat_id))


async def offer(uow: UnitOfWork, council: Council, seat: Seat, now: datetime) -> None:
    """Tell the holder of a newly given seat, and open the duty to answer."""
    scene = await scene_of_seat(uow, council, seat.id)
    if scene:
        await offer_all(uow, [(scene, seat)], now)


async def offer_all(uow: UnitOfWork, given: Sequence[tuple[Scene, Seat]], now: datetime) -> None:
    """``offer`` for many seats at once, each with what is around it."""
    held = [(scene, seat) for scene, seat in given if seat.holder]
    # those that are held still are told ahead; nothing is asked before their day (SOM-02)
    asked = [(scene, seat) for scene, seat in held if seat.state is not SeatState.HELD]
    await uow.duties.open_all([_to_answer(scene.council, seat, now) for scene, seat in asked], now)
    letters = [_letter(seat) for _, seat in held]
    await tell_all(uow, "audit_allocated", letters, now=now)
    await seats_offered(uow, asked, now)


def _to_answer(council: Council, seat: Seat, now: datetime) -> NewDuty:
    answer_by = council.calendar.on_or_after((now + ANSWER_WITHIN).date())
    due = end_of_day(min(answer_by, seat.due_on))
    holder = seat.holder or ""
    return NewDuty(kind=ANSWER_ALLOCATION, subject=seat_ref(seat), holder=holder, due_at=due)


def _letter(seat: Seat) -> Letter:
    once = "ahead" if seat.state is SeatState.HELD else "v"
    return Letter(seat_ref(seat), seat.holder or "", f"{once}{seat.version}")


async def take_on(uow: UnitOfWork, seat: Seat, state: SeatState, now: datetime) -> Seat:
    """The holder accepts or starts: the duty is now to submit."""
    saved = await uow.audits.save_seat(replace(seat, state=state, since=now))
    await uow.duties.close(seat_ref(seat), DutyState.DONE, now, kinds=(ANSWER_ALLOCATION,))
    if saved.holder:
        duty = NewDuty(
            kind=SUBMIT_ASSESSMENT,
            subject=seat_ref(seat),
            holder=saved.holder,
            due_at=end_of_day(seat.due_on),
        )
        await uow.duties.open(duty, now)
    return saved


async def release(uow: UnitOfWork, seat: Seat, now: datetime) -> None:
    """Before a seat goes to somebody else: its duties and its draft end."""
    await uow.duties.close(seat_ref(seat), DutyState.HANDED_OVER, now)
    draft = await uow.assessments.of_seat(seat.id)
    if draft and not draft.submitted:
        await uow.assessments.set_aside(draft, now)


def may_withdraw(
    council: Council, state: AuditState, submitted_at: datetime, now: datetime
) -> bool:
    """Whether what was submitted can still come back: until the next stage begins."""
    return state is AuditState.OPEN and now < submitted_at + council.withdraw_for
