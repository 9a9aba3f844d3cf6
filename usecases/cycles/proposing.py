"""Propose the draws whose day has come, to those whose word they need (HER-01, SEF-01, SOM-01)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from domain.audits.briefing import people_name
from domain.audits.proposal import Proposal, asks_first, propose_on, seed_of
from domain.calendar.working_days import local_day
from domain.faults import Fault
from domain.frameworks.cycles import opening_for, openings
from domain.frameworks.programme import Programme
from domain.people.person import Person
from domain.refs import Ref
from usecases.council import Council
from usecases.cycles.planning import NothingToDrawFault, Order, Plan, plan_cycle
from usecases.cycles.proposal_duty import ask_to_settle
from usecases.ports import UnitOfWork
from usecases.showing import tell

AHEAD = timedelta(days=45)
BEHIND = timedelta(days=14)
"""How late a draw is still proposed, after an outage over its day."""


def proposal_ref(proposal: Proposal) -> Ref:
    """The subject of its card."""
    return Ref("proposal", str(proposal.id))


async def propose_draws(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Draw what is to be confirmed and ask for the word; gives how many. The caller commits.

    Each occasion is proposed once, and not where its cycle is open already.
    """
    today = local_day(now)
    made = 0
    for programme in council.framework.programmes.values():
        for opens_on in openings(programme.cycle, today - BEHIND, today + AHEAD):
            if asks_first(programme) and propose_on(programme, opens_on, council.calendar) <= today:
                made += await _propose(uow, council, programme, opens_on, now)
    return made


async def _propose(
    uow: UnitOfWork, council: Council, programme: Programme, opens_on: date, now: datetime
) -> bool:
    occasion = opening_for(programme.cycle, opens_on).isoformat()
    if await uow.proposals.known(programme.key, occasion):
        return False
    seed = seed_of(council.framework.id, programme.key, occasion, 1)
    proposal = Proposal(
        id=0,
        programme=programme.key,
        occasion=occasion,
        opens_on=opens_on,
        seed=seed,
        proposed_at=now,
    )
    try:
        plan = await plan_cycle(uow, council, order_of(proposal, opened_by="practice-loop"))
    except NothingToDrawFault:
        if not people_name(programme):  # a coordinator opens it by hand
            return False
        kept = await uow.proposals.add(proposal)  # those who choose begin with an empty list
    except Fault:  # open already
        return False
    else:
        kept = await uow.proposals.add(as_drawn(proposal, plan))
    if kept is None:
        return False
    await uow.trail.record(
        proposal_ref(kept),
        "propose_draw",
        actor="practice-loop",
        now=now,
        details={"version": 1, "seed": seed, "records": len(kept.drawn)},
    )
    for person in await deciders(uow, council, programme, today=local_day(now)):
        await tell(uow, "draw_proposed", proposal_ref(kept), person.id, now=now, once="proposed")
        await ask_to_settle(uow, programme, kept, person, now)
    return True


def as_drawn(proposal: Proposal, plan: Plan) -> Proposal:
    """The proposal with what a plan has drawn for it."""
    return replace(
        proposal,
        drawn=tuple(case.ref for case in plan.draw.chosen),
        pool_size=plan.draw.pool_size,
        notes=plan.explained,
    )


def order_of(proposal: Proposal, *, opened_by: str, redraw: bool = False) -> Order:
    """What opening the proposal would order; ``redraw`` draws anew instead of taking the list."""
    return Order(
        programme=proposal.programme,
        opens_on=proposal.opens_on,
        seed=proposal.seed,
        opened_by=opened_by,
        records=() if redraw else proposal.drawn,
        left_out=frozenset(proposal.left_out),
        pool_size=0 if redraw else proposal.pool_size,
        occasion=proposal.occasion,
        theme=proposal.theme,
        template=proposal.template,
    )


async def deciders(
    uow: UnitOfWork, council: Council, programme: Programme, *, today: date
) -> list[Person]:
    """Everyone here whose word the programme's draws need; those who run cycles if nobody is.

    Whoever is to give the form of the period is asked as well (LEI-04).
    """
    here = [p for p in (await uow.people.all()).values() if p.here_on(today)]
    roles = frozenset((*asks_first(programme), *programme.template_by))
    named = [p for p in here if p.holds(roles)]
    found = named or [p for p in here if council.coordinates(p)]
    return sorted(found, key=lambda person: person.id)
