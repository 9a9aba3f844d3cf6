"""The duties of the calendar, in words."""

from __future__ import annotations

from domain.calendar.entries import entry_of
from domain.calendar.noting import covered
from domain.calendar.occurrence import OccurrenceState
from domain.duties import Duty
from usecases.calendar.saying import say_months
from usecases.calendar.steps import DO, PASS, PREPARE, TO_PASS, view_of
from usecases.council import Council
from usecases.people.duties import Described, duty_kind
from usecases.ports import UnitOfWork


@duty_kind(DO)
async def describe_activity(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Improvement cycle meeting``; None once it is noted."""
    return await _open_one(uow, council, duty, "")


@duty_kind(PREPARE)
async def describe_report(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Prepare: Monthly QA report``; None once it is given."""
    return await _open_one(uow, council, duty, "Prepare: ")


@duty_kind(PASS)
async def describe_passing(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Pass or return: Monthly QA report``; None once somebody has decided."""
    found = await uow.calendar.get(duty.subject.number)
    entry = entry_of(council.framework, found.entry) if found else None
    if found is None or entry is None or found.state is not OccurrenceState.PASSING:
        return None
    return Described(
        text=f"Pass or return: {entry.title}",
        detail="A report that waits for you",
        view=TO_PASS,
        about=found.passing,
    )


async def _open_one(uow: UnitOfWork, council: Council, duty: Duty, lead: str) -> Described | None:
    found = await uow.calendar.get(duty.subject.number)
    entry = entry_of(council.framework, found.entry) if found else None
    if found is None or entry is None or found.state is not OccurrenceState.OPEN:
        return None
    span = covered(entry.report, found.period) if entry.report else None
    return Described(
        text=f"{lead}{entry.title}",
        detail=f"About {say_months(span)}" if span else "From the calendar",
        view=view_of(found),
        about=found.ref,
    )
