"""Draw a proposed cycle again, by the next seed."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.proposal import seed_of
from usecases.asking import Answer, Ask, verb
from usecases.cycles.planning import plan_cycle
from usecases.cycles.proposals import waiting
from usecases.cycles.proposing import as_drawn, order_of


@verb(subject="proposal", past="drew again")
async def draw_again(ask: Ask) -> Answer:
    """Another draw from the same records; what was taken out stays out. The trail keeps both."""
    before = await waiting(ask.uow, ask.ref.number)
    seed = seed_of(ask.council.framework.id, before.programme, before.occasion, before.version + 1)
    anew = replace(before, seed=seed)
    order = order_of(anew, opened_by=ask.actor.id, redraw=True)
    plan = await plan_cycle(ask.uow, ask.council, order)
    saved = await ask.uow.proposals.save(as_drawn(anew, plan))
    await ask.uow.trail.record(
        ask.ref,
        "draw_again",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": saved.version, "seed": seed, "records": len(saved.drawn)},
    )
    line = f"Drawn again by seed {seed}. Nobody has been told."
    return Answer(view="draw_proposed", about=ask.ref, changed=(ask.ref,), line=line)
