"""Give an audit more time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.audits.audit import SeatState
from domain.audits.remark import RemarkKind
from domain.calendar.wording import say_day
from domain.calendar.working_days import end_of_day
from domain.faults import Fault
from domain.refs import Ref
from usecases.asking import Answer, Ask, verb
from usecases.cycles.boards import involved, running
from usecases.cycles.remarking import reason_of, remark


@verb(subject="audit", past="extended it")
async def extend_audit(ask: Ask) -> Answer:
    """Every seat that is not in gets the new day, and so do its duties."""
    scene = await running(ask)
    open_seats = [seat for seat in scene.seats if seat.live or seat.state is SeatState.VACANT]
    if not open_seats:
        raise Fault("Every part of it is in, so there is nothing to extend.")
    until = _until(ask, max(seat.due_on for seat in open_seats))
    reason = reason_of(ask, "it is extended", "extend_reason")
    for seat in open_seats:
        about = Ref("seat", str(seat.id))
        later = await ask.uow.audits.save_seat(replace(seat, due_on=until))
        await ask.uow.duties.postpone(about, end_of_day(until), ask.now)
        await ask.uow.trail.record(
            about,
            "extend_seat",
            actor=ask.actor.id,
            now=ask.now,
            details={"version": later.version, "until": until.isoformat()},
        )
    day = say_day(until)
    await remark(ask, scene.audit.id, RemarkKind.EXTENDED, f"To {day}: {reason}")
    line = f"{scene.case.ref} is due on {day} now."
    return Answer(
        view="audit_board", about=ask.ref, changed=involved(scene), notice=line, line=line
    )


def _until(ask: Ask, before: date) -> date:
    try:
        until = date.fromisoformat(ask.typed("until").strip())
    except ValueError:
        raise Fault(
            "Please choose the new day, like 2027-01-08. Nothing was changed.", field="until"
        ) from None
    if until <= before or until <= ask.today:
        raise Fault(
            f"The new day must be after {say_day(max(before, ask.today))}. Nothing was changed.",
            field="until",
        )
    return until
