"""Take one record out of a proposed draw; the next of its lot comes in."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.briefing import people_name
from domain.audits.grading import accept_words
from domain.audits.proposal import Proposal
from domain.faults import Fault
from usecases.asking import Answer, Ask, verb
from usecases.cycles.planning import plan_cycle
from usecases.cycles.proposals import waiting
from usecases.cycles.proposing import as_drawn, order_of


@verb(subject="proposal", past="took a record out")
async def leave_out_record(ask: Ask) -> Answer:
    """All other records stay as they were drawn."""
    before = await waiting(ask.uow, ask.ref.number)
    record = _record(before, ask.typed("record"))
    reason = accept_words("reason", ask.typed("reason"))
    if not reason:
        raise Fault(f"Please say why {record} is taken out. Nothing was changed.", field="reason")
    less = replace(before, left_out={**before.left_out, record: reason})
    saved = await ask.uow.proposals.save(await _without(ask, less, record))
    await ask.uow.trail.record(
        ask.ref,
        "leave_out_record",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": saved.version, "record": record},
    )
    came = [ref for ref in saved.drawn if ref not in before.drawn]
    line = f"{record} is out. {came[0]} came in." if came else f"{record} is out; none came in."
    return Answer(view="draw_proposed", about=ask.ref, changed=(ask.ref,), line=line)


async def _without(ask: Ask, less: Proposal, record: str) -> Proposal:
    """Where chance draws, the next of its lot comes in; where people choose, it is one fewer."""
    if people_name(ask.council.framework.programme(less.programme)):
        return replace(less, drawn=tuple(ref for ref in less.drawn if ref != record))
    order = order_of(less, opened_by=ask.actor.id, redraw=True)
    return as_drawn(less, await plan_cycle(ask.uow, ask.council, order))


def _record(proposal: Proposal, typed: str) -> str:
    for record in proposal.drawn:
        if record.casefold() == typed.strip().casefold():
            return record
    raise Fault("That record is not in this draw, so nothing was changed.", field="record")
