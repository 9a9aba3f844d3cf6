"""cycle open, tick: what a coordinator's or operator's machine asks for."""

from __future__ import annotations

import secrets
from datetime import date, datetime
from typing import Annotated

import typer

from cli.service import OPERATOR, Open, console, run
from domain.audits.seeds import SEEDS
from domain.calendar.working_days import local_day
from domain.faults import Fault
from scheduler.running import run_tick
from scheduler.tick import ticks
from usecases.coordinating import coordinators
from usecases.cycles.describing import describe
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.planning import Order, Plan, plan_cycle


def add_to(app: typer.Typer, open_service: Open) -> None:
    """Add the commands."""
    cycles = typer.Typer(no_args_is_help=True, help="Cycles of audits.")
    app.add_typer(cycles, name="cycle")

    @cycles.command("open")
    def open_one(
        programme: Annotated[str, typer.Argument(help="as in the framework's file")],
        on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])] = None,
        seed: Annotated[int | None, typer.Option(help="the same seed draws the same")] = None,
        theme: Annotated[str, typer.Option(help="a theme that the cards name")] = "",
        *,
        dry_run: Annotated[bool, typer.Option("--dry-run", help="show all, do nothing")] = False,
    ) -> None:
        """Draw records, allocate every seat and tell everybody concerned."""
        day = on.date() if on else None
        chosen = secrets.randbelow(SEEDS) if seed is None else seed
        run(_open(open_service, programme, day, seed=chosen, theme=theme, dry_run=dry_run))

    @app.command("tick")
    def tick(
        at: Annotated[str, typer.Option(help="an ISO moment with its zone; now without")] = "",
        *,
        dry_run: Annotated[bool, typer.Option("--dry-run", help="count, change nothing")] = False,
    ) -> None:
        """Run every tick once, for now or for any moment."""
        run(_tick(open_service, at, dry_run=dry_run))


async def _open(
    open_service: Open,
    programme: str,
    on: date | None,
    *,
    seed: int,
    theme: str,
    dry_run: bool,
) -> None:
    async with open_service() as service, service.units() as uow:
        now = service.clock()
        found = await coordinators(uow, service.council, now)
        order = Order(
            programme=programme,
            opens_on=on or local_day(now),
            seed=seed,
            opened_by=found[0].id if found else OPERATOR,
            theme=theme,
        )
        plan = await plan_cycle(uow, service.council, order)
        _show(plan)
        if dry_run:
            console.print("Nothing was opened or sent: this was a rehearsal.")
            return
        number = await open_cycle(uow, service.council, plan, now)
        await uow.commit()
        console.print(f"Cycle {number} is open. Its cards are in the outbox.")


def _show(plan: Plan) -> None:
    for line in describe(plan):
        console.print(line, markup=False)


async def _tick(open_service: Open, at: str, *, dry_run: bool) -> None:
    async with open_service() as service:
        now = _moment(at) if at else service.clock()
        for tick in ticks().values():
            moved = await run_tick(tick, service.units, service.council, now, dry_run=dry_run)
            console.print(f"{tick.name}: {moved}")


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise Fault(f"{text!r} is no moment. Write 2026-11-21T09:00:00+00:00.") from error
    if moment.tzinfo is None:
        raise Fault(f"{text!r} has no zone. Write 2026-11-21T09:00:00+00:00, or end it with Z.")
    return moment
