"""tick, rehearse: what the clock does at a moment, and what it is going to send."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import UTC, date, datetime, time
from typing import Annotated, Protocol

import typer

from cli.service import Open, console, run
from domain.calendar.working_days import LONDON, end_of_day
from domain.faults import Fault
from domain.sending import Sending
from scheduler.running import run_tick
from scheduler.tick import ticks
from usecases.council import Council
from usecases.ports import UnitsOfWork
from usecases.rehearsing.clockwork import Clockwork
from usecases.rehearsing.rehearsal import rehearse

DAY = ["%Y-%m-%d"]
NOTHING_SENT = "Nothing was sent or changed: this was a rehearsal."


class Copying(Protocol):
    """The council's clock on a copy of its database; the copy goes at the end."""

    def __call__(
        self, units: UnitsOfWork, council: Council
    ) -> AbstractAsyncContextManager[Clockwork]:
        """Make the copy."""


def add_to(app: typer.Typer, open_service: Open, on_copy: Copying) -> None:
    """Add the commands."""

    @app.command("tick")
    def tick(
        at: Annotated[str, typer.Option(help="an ISO moment with its zone; now without")] = "",
        *,
        dry_run: Annotated[
            bool, typer.Option("--dry-run", help="who would get what; change nothing")
        ] = False,
    ) -> None:
        """Run every tick once, for now or for any moment."""
        run(_tried(open_service, on_copy, at) if dry_run else _tick(open_service, at))

    @app.command("rehearse")
    def rehearse_days(
        first: Annotated[datetime, typer.Option("--from", formats=DAY, help="the first day")],
        last: Annotated[datetime, typer.Option("--to", formats=DAY, help="the last day")],
        *,
        as_json: Annotated[bool, typer.Option("--json", help="for other tools")] = False,
    ) -> None:
        """Who would be sent what, when and why, if nobody did anything; sends nothing."""
        found = run(_rehearse(open_service, on_copy, first.date(), last.date()))
        if as_json:
            print(json.dumps([_data(each) for each in found], ensure_ascii=False))  # noqa: T201 - a pipe reads it
            return
        _show(found)


async def _tick(open_service: Open, at: str) -> None:
    async with open_service() as service:
        now = moment(at) if at else service.clock()
        for tick in ticks().values():
            moved = await run_tick(tick, service.units, service.council, now)
            console.print(f"{tick.name}: {moved}")


async def _tried(open_service: Open, on_copy: Copying, at: str) -> None:
    async with open_service() as service:
        now = moment(at) if at else service.clock()
        async with on_copy(service.units, service.council) as clock:
            _show(await rehearse(clock, await _names(service.units), now, now))


async def _rehearse(
    open_service: Open, on_copy: Copying, first: date, last: date
) -> Sequence[Sending]:
    begins = datetime.combine(first, time(0), LONDON).astimezone(UTC)
    async with open_service() as service, on_copy(service.units, service.council) as clock:
        people = await _names(service.units)
        return await rehearse(clock, people, max(begins, service.clock()), end_of_day(last))


async def _names(units: UnitsOfWork) -> dict[str, str]:
    async with units(reading=True) as uow:
        return {one.id: one.name for one in (await uow.people.all()).values()}


def _show(found: Sequence[Sending]) -> None:
    for each in found:
        console.print(each.line, markup=False)
    console.print(f"{len(found)} messages. {NOTHING_SENT}")


def _data(sending: Sending) -> dict[str, str]:
    return {
        "at": sending.at.isoformat(),
        "who": sending.who,
        "kind": sending.kind,
        "what": sending.what,
        "why": sending.why,
    }


def moment(text: str) -> datetime:
    """The moment that was typed; raises Fault on anything else."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise Fault(f"{text!r} is no moment. Write 2026-11-21T09:00:00+00:00.") from error
    if found.tzinfo is None:
        raise Fault(f"{text!r} has no zone. Write 2026-11-21T09:00:00+00:00, or end it with Z.")
    return found
