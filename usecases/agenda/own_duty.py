"""The duty of one's own that a form or a typed line names."""

from __future__ import annotations

from domain.duties import Duty, DutyState
from domain.faults import Fault
from usecases.asking import Ask
from usecases.people.duties import Described, describe, has_own_pace
from usecases.standing import stands_for

URGENT = (
    "That cannot wait, so its reminders stay as they are. Open it and say there what stands "
    "in the way."
)


async def own_duty(ask: Ask, *, urgent_too: bool = False) -> tuple[Duty, Described]:
    """The duty of the input ``duty``, in words too.

    Raises Fault where none is named, it is over, it is somebody else's, or it is urgent.
    """
    typed = ask.typed("duty").strip()
    duty = await ask.uow.duties.get(int(typed)) if typed.isascii() and typed.isdecimal() else None
    found = await describe(ask.uow, ask.council, duty) if duty else None
    if duty is None or found is None or duty.state is not DutyState.OPEN:
        raise Fault("Please choose one that is still open. Nothing was changed.", field="duty")
    if not await stands_for(ask.uow, ask.actor, duty.holder, ask.today):
        raise Fault("That is not in your work. Nothing was changed.", field="duty")
    if has_own_pace(duty.kind) and not urgent_too:
        raise Fault(URGENT, field="duty")
    return duty, found
