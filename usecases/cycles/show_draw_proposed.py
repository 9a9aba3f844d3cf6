"""A proposed draw, for those whose word it needs."""

from __future__ import annotations

from datetime import date

from cards.cycles.draw_proposed import DrawnRecord, DrawProposed
from domain.audits.proposal import Proposal, ProposalState
from domain.calendar.wording import say_count, say_day
from domain.calendar.working_days import local_day
from domain.faults import Fault
from domain.frameworks.cycles import card_day
from domain.frameworks.meeting import notice_on
from domain.frameworks.programme import Programme
from domain.people.on_record import on_record
from usecases.cycles.planning import Plan, plan_cycle
from usecases.cycles.proposals import decides
from usecases.cycles.proposing import order_of
from usecases.showing import Look, shows

MOST_NAMES = 10


@shows("draw_proposed")
async def show_draw_proposed(look: Look) -> DrawProposed | None:
    """The records with who would be asked; None for anybody whose word is not asked for."""
    proposal = await look.uow.proposals.get(look.about.number)
    if proposal is None:
        return None
    programme = look.council.framework.programme(proposal.programme)
    if not decides(look.council, programme, look.reader):
        return None
    plan = await _plan(look, proposal)
    told = _told(plan) if plan else set()
    return DrawProposed(
        ref=look.about,
        version=proposal.version,
        programme=programme.title,
        cycle=f"{proposal.opens_on:%B %Y}",
        opens_on=proposal.opens_on,
        tells=_first_day(look, programme, proposal),
        pool=proposal.pool_size,
        seed=proposal.seed,
        people=len(told),
        records=await _records(look, proposal, plan),
        notes=(*proposal.notes, *_vacant(plan), *await _unreached(look, told)),
        left_out=tuple(proposal.left_out.items()),
        state="waiting" if proposal.state is ProposalState.WAITING else "confirmed",
        decided=await _decided(look, proposal),
        notice=look.notice or None,
    )


async def _plan(look: Look, proposal: Proposal) -> Plan | None:
    """What confirming it would do now; None once its cycle is open."""
    if proposal.state is not ProposalState.WAITING:
        return None
    try:
        return await plan_cycle(look.uow, look.council, order_of(proposal, opened_by=""))
    except Fault:  # opened on the command line meanwhile
        return None


async def _records(look: Look, proposal: Proposal, plan: Plan | None) -> tuple[DrawnRecord, ...]:
    seats = {audit.case_ref: audit.seats for audit in plan.audits} if plan else {}
    cases = await look.uow.cases.all()
    found = []
    for ref in proposal.drawn:
        case = cases.get(ref)
        asked = []
        for seat in seats.get(ref, ()):
            label = plan.programme.seat(seat.role).label.capitalize() if plan else ""
            name = plan.people[seat.holder].name if plan and seat.holder else "nobody yet"
            asked.append(f"{label}: {name}")
        found.append(DrawnRecord(case=ref, team=case.team if case else "", seats=". ".join(asked)))
    return tuple(found)


def _told(plan: Plan) -> set[str]:
    """Everybody who would hear of it: auditors, and the people of the record."""
    told = {seat.holder for audit in plan.audits for seat in audit.seats if seat.holder}
    rule = plan.programme.notice
    if rule:
        for case in plan.draw.chosen:
            told |= on_record(rule.to, case, plan.people).keys()
    return told


async def _unreached(look: Look, told: set[str]) -> list[str]:
    """Who would not hear of it, so that it can be put right before the cycle opens."""
    known = await look.uow.addresses.all()
    people = await look.uow.people.all()
    lost = sorted(
        people[one].name
        for one in told
        if one in people and (one not in known or known[one].blocked is not None)
    )
    if not lost:
        return []
    rest = f" and {len(lost) - MOST_NAMES} more" if len(lost) > MOST_NAMES else ""
    return [f"I cannot reach {', '.join(lost[:MOST_NAMES])}{rest}: ask them to add the app."]


def _vacant(plan: Plan | None) -> list[str]:
    if plan is None or not plan.vacant:
        return []
    return [f"{say_count(len(plan.vacant), 'seat')} without anybody who may take it."]


def _first_day(look: Look, programme: Programme, proposal: Proposal) -> date:
    opens = card_day(proposal.opens_on, look.council.calendar)
    rule = programme.notice
    told = notice_on(rule, proposal.opens_on, look.council.calendar) if rule else opens
    first = min(told, opens)
    return max(first, local_day(proposal.decided_at or look.now))


async def _decided(look: Look, proposal: Proposal) -> str:
    if proposal.decided_by is None or proposal.decided_at is None:
        return ""
    person = await look.uow.people.get(proposal.decided_by)
    who = person.name if person else "Somebody who has left"
    return f"{who} confirmed it on {say_day(local_day(proposal.decided_at))}"
