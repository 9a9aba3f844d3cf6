"""Confirm a proposed draw: its cycle is opened with the records that were shown."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.proposal import ProposalState
from usecases.asking import Answer, Ask, verb
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.planning import plan_cycle
from usecases.cycles.proposals import waiting
from usecases.cycles.proposing import order_of


@verb(subject="proposal", past="confirmed it")
async def confirm_draw(ask: Ask) -> Answer:
    """Open the cycle; its cards go out on their days. A record that closed since is left out."""
    proposal = await waiting(ask.uow, ask.ref.number)
    plan = await plan_cycle(ask.uow, ask.council, order_of(proposal, opened_by=ask.actor.id))
    confirmed = replace(
        proposal, state=ProposalState.CONFIRMED, decided_by=ask.actor.id, decided_at=ask.now
    )
    saved = await ask.uow.proposals.save(confirmed)
    cycle = await open_cycle(ask.uow, ask.council, plan, ask.now)
    await ask.uow.trail.record(
        ask.ref,
        "confirm_draw",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": saved.version, "cycle": cycle, "records": len(plan.audits)},
    )
    return Answer(
        view="draw_proposed",
        about=ask.ref,
        changed=(ask.ref,),
        line="Confirmed. The cycle is open, and its cards go out on their days.",
    )
