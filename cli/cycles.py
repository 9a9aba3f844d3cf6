"""cycle open: what a coordinator's or operator's machine asks for."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

import typer

from cli.progress import Steps
from cli.service import OPERATOR, Open, console, run
from domain.audits.briefing import accept_template, asks_template, asks_theme
from domain.audits.seeds import SEEDS
from domain.calendar.wording import say_count
from domain.calendar.working_days import local_day
from domain.faults import Fault
from domain.frameworks.programme import Programme
from usecases.coordinating import coordinators
from usecases.council import Council
from usecases.cycles.asking_first import too_many
from usecases.cycles.beginning import TOGETHER, go_on
from usecases.cycles.describing import describe
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.planning import Order, Plan, plan_cycle
from usecases.cycles.reaching import unreached
from usecases.ports import UnitOfWork

EVERYBODY = "Everybody who would hear of it can be reached."


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be opened; ``people`` is how many it may message, where that is many."""

    programme: str
    on: date | None
    seed: int
    theme: str
    template: str
    people: int


def add_to(app: typer.Typer, open_service: Open) -> None:
    """Add the commands."""
    cycles = typer.Typer(no_args_is_help=True, help="Cycles of audits.")
    app.add_typer(cycles, name="cycle")

    @cycles.command("open")
    def open_one(  # noqa: PLR0913 - a command has that many options
        programme: Annotated[str, typer.Argument(help="as in the framework's file")],
        on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])] = None,
        seed: Annotated[int | None, typer.Option(help="the same seed draws the same")] = None,
        theme: Annotated[str, typer.Option(help="a theme that the cards name")] = "",
        template: Annotated[str, typer.Option(help="the address of this cycle's form")] = "",
        people: Annotated[int, typer.Option(help="how many it may message, if that is many")] = 0,
        *,
        dry_run: Annotated[bool, typer.Option("--dry-run", help="show all, do nothing")] = False,
    ) -> None:
        """Draw records, allocate every seat and tell everybody concerned."""
        day = on.date() if on else None
        chosen = secrets.randbelow(SEEDS) if seed is None else seed
        wanted = Wanted(
            programme=programme,
            on=day,
            seed=chosen,
            theme=theme.strip(),
            template=template,
            people=people,
        )
        run(_open(open_service, wanted, dry_run=dry_run))


async def _open(open_service: Open, wanted: Wanted, *, dry_run: bool) -> None:
    async with open_service() as service, service.units() as uow:
        now = service.clock()
        order = await _ordered(uow, service.council, wanted, now)
        if not dry_run:
            _check_given(service.council.framework.programme(order.programme), order)
        with Steps(1) as step:
            step("Drawing records and allocating every seat")
            plan = await plan_cycle(uow, service.council, order, apart=True)
        _show(plan, await unreached(uow, plan, now))
        if dry_run:
            console.print("Nothing was opened or sent: this was a rehearsal.")
            return
        reach = await too_many(uow, service.council, plan, now)
        if reach and reach.told != wanted.people:
            raise Fault(
                f"{reach.said}, so nothing was opened. If that is right, say --people {reach.told}."
            )
        number = await _write(uow, service.council, plan, now)
        console.print(f"Cycle {number} is open. Its cards are in the outbox.")


def _check_given(programme: Programme, order: Order) -> None:
    """Raises Fault where people must give more than is said, as a draw in chat waits for it."""
    if asks_theme(programme) and not order.theme:
        raise Fault(
            "This cycle needs a theme, so nothing was opened. Say --theme and what it is.",
            field="theme",
        )
    if asks_template(programme) and not order.template:
        raise Fault(
            "This cycle needs the template of its form, so nothing was opened. Say --template and "
            "the form's address, which begins with https://.",
            field="template",
        )


async def _ordered(uow: UnitOfWork, council: Council, wanted: Wanted, now: datetime) -> Order:
    found = await coordinators(uow, council, now)
    return Order(
        programme=wanted.programme,
        opens_on=wanted.on or local_day(now),
        seed=wanted.seed,
        opened_by=found[0].id if found else OPERATOR,
        theme=wanted.theme,
        template=accept_template(wanted.template),
    )


async def _write(uow: UnitOfWork, council: Council, plan: Plan, now: datetime) -> int:
    """Open it and queue its cards, part by part, so that the service need not wait for all."""
    parts = 1 + 2 * len(plan.audits) // TOGETHER
    with Steps(parts + 1) as step:
        step(f"Opening {say_count(len(plan.audits), 'audit')}")
        number = await open_cycle(uow, council, plan, now)
        await uow.commit()
        step("Queueing its cards")
        while await go_on(uow, council, number, now):
            await uow.commit()
            step("Queueing its cards")
    return number


def _show(plan: Plan, lost: Sequence[str]) -> None:
    for line in (*describe(plan), *(lost or [EVERYBODY])):
        console.print(line, markup=False)
