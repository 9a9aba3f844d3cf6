"""reachability, calendar: whom nothing reaches, and somebody's duties as a calendar file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.service import Open, console, run
from domain.calendar.wording import say_count
from domain.faults import Fault
from usecases.agenda.own_calendar import calendar_file, own_calendar
from usecases.people.reachability import who_cannot_be_reached

OUT = typer.Option(help="a file that ends in .ics")


def add_to(app: typer.Typer, open_service: Open) -> None:
    """Add the commands."""

    @app.command("reachability")
    def reachability() -> None:
        """Who cannot be reached, why, and how many duties wait for them."""
        run(_reachability(open_service))

    @app.command("calendar")
    def calendar(
        person: Annotated[str, typer.Argument(help="an id of the staff list")],
        out: Annotated[Path, OUT],
    ) -> None:
        """Somebody's open duties as a file for their own calendar."""
        number, data = run(_calendar(open_service, person, out.suffix))
        out.write_bytes(data)
        console.print(f"{say_count(number, 'duty', 'duties')} in {out}.", markup=False)


async def _reachability(open_service: Open) -> None:
    async with open_service() as service, service.units(reading=True) as uow:
        found = await who_cannot_be_reached(uow, service.clock())
    if not found:
        console.print("Everybody can be reached.")
    for one in found:
        waits = say_count(one.open_duties, "open duty", "open duties")
        why = one.why.value.replace("_", " ")
        console.print(f"{one.person.id}\t{one.person.name}\t{why}\t{waits}", markup=False)


async def _calendar(open_service: Open, person_id: str, ending: str) -> tuple[int, bytes]:
    if ending != ".ics":
        raise Fault(f"I write .ics, not {ending or 'a file without an ending'}.")
    async with open_service() as service, service.units(reading=True) as uow:
        person = await uow.people.get(person_id)
        if person is None:
            raise Fault(f"Nobody in the staff list is called {person_id!r}, so there is no file.")
        duties = await own_calendar(uow, service.council, person)
        data = await calendar_file(uow, service.council, person, service.clock())
    return len(duties), data
