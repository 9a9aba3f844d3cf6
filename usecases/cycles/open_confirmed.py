"""Open what was confirmed: while somebody waits, or, of a great many audits, by a tick."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.audits.proposal import Proposal, ProposalState
from domain.duties import DutyState
from domain.faults import Fault
from usecases.council import Council
from usecases.cycles.asking_first import asks_first
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.planning import Plan, plan_cycle
from usecases.cycles.proposing import order_of, proposal_ref
from usecases.ports import UnitOfWork
from usecases.showing import tell


async def open_confirmed(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Open the next cycle that was confirmed; gives how many. Safe to repeat; the caller commits.

    One at a time, so that what is written together stays small; the others are due again.
    """
    for proposal in (await uow.proposals.to_open())[:1]:
        decided_by = proposal.decided_by or ""
        plan, why_not = await _plan(uow, council, proposal)
        await uow.in_turn(str(proposal_ref(proposal)))
        if await uow.proposals.get(proposal.id) != proposal:
            return 0  # nothing was held while it was planned, and another replica was faster
        if plan:
            about = proposal_ref(proposal)
            why_not = await asks_first(uow, council, plan, about=about, actor=decided_by, now=now)
        if why_not:
            await _given_back(uow, proposal, why_not, now)
        elif plan:
            await open_planned(uow, council, proposal, plan, now)
        await uow.outbox.refresh(proposal_ref(proposal), now=now)
        return 1
    return 0


async def _plan(uow: UnitOfWork, council: Council, proposal: Proposal) -> tuple[Plan | None, str]:
    """The plan, or why there is none: opened on the command line, nothing is open any more."""
    order = order_of(proposal, opened_by=proposal.decided_by or "")
    try:
        return await plan_cycle(uow, council, order, apart=True), ""
    except Fault as fault:
        return None, f"It could not be opened: {fault.message}"


async def open_planned(
    uow: UnitOfWork, council: Council, proposal: Proposal, plan: Plan, now: datetime
) -> None:
    """Open the cycle of a proposal whose ``decided_by`` says by whom; raises Fault."""
    saved = await uow.proposals.save(replace(proposal, state=ProposalState.CONFIRMED))
    cycle = await open_cycle(uow, council, plan, now)
    await uow.duties.close(proposal_ref(saved), DutyState.DONE, now)
    await uow.trail.record(
        proposal_ref(saved),
        "confirm_draw",
        actor=proposal.decided_by or "",
        now=now,
        details={"version": saved.version, "cycle": cycle, "records": len(plan.audits)},
    )


async def _given_back(uow: UnitOfWork, proposal: Proposal, note: str, now: datetime) -> None:
    """It waits for a word again, its card says why, and who gave the word gets it anew."""
    back = replace(
        proposal,
        state=ProposalState.WAITING,
        decided_by=None,
        decided_at=None,
        notes=(*proposal.notes, note),
    )
    saved = await uow.proposals.save(back)
    await uow.trail.record(
        proposal_ref(saved),
        "draw_not_opened",
        actor="practice-loop",
        now=now,
        details={"version": saved.version},
    )
    if proposal.decided_by:
        about, once = proposal_ref(saved), f"again{saved.version}"
        await tell(uow, "draw_proposed", about, proposal.decided_by, now=now, once=once)
