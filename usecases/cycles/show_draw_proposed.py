"""A proposed draw, for those whose word it needs."""

from __future__ import annotations

from datetime import date

from cards.cycles.draw_proposed import DrawnRecord, DrawProposed, State
from domain.audits.audit import NewSeat
from domain.audits.briefing import asks_template, asks_theme, people_name
from domain.audits.proposal import Proposal, ProposalState
from domain.calendar.wording import say_count, say_day
from domain.calendar.working_days import local_day
from domain.faults import Fault
from domain.frameworks.cycles import card_day
from domain.frameworks.meeting import notice_on
from domain.frameworks.programme import Programme
from usecases.cycles.planning import Plan, plan_cycle
from usecases.cycles.proposals import briefs, decides
from usecases.cycles.proposing import order_of
from usecases.cycles.reaching import told_of, unreached
from usecases.showing import Look, shows

STATES: dict[ProposalState, State] = {
    ProposalState.WAITING: "waiting",
    ProposalState.OPENING: "opening",
    ProposalState.CONFIRMED: "confirmed",
}
NOUNS = {
    "record": ("record", "records"),
    "sample": ("record", "records"),
    "team": ("team", "teams"),
    "service": ("service", "services"),
    "setting": ("setting", "settings"),
    "supervision": ("worker's supervision", "workers' supervision"),
}


@shows("draw_proposed")
async def show_draw_proposed(look: Look) -> DrawProposed | None:
    """The records with who would be asked; None for anybody whose word is not asked for."""
    proposal = await look.uow.proposals.get(look.about.number)
    if proposal is None:
        return None
    programme = look.council.framework.programme(proposal.programme)
    may_decide = decides(look.council, programme, look.reader)
    if not (may_decide or briefs(programme, look.reader)):
        return None
    plan = await _plan(look, proposal)
    told = told_of(plan) if plan else set()
    lost = await unreached(look.uow, plan, look.now) if plan else []
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
        notes=(*proposal.notes, *_vacant(plan), *lost),
        left_out=tuple(proposal.left_out.items()),
        state=STATES[proposal.state],
        decided=await _decided(look, proposal),
        notice=look.notice or None,
        field=look.field,
        noun=NOUNS[programme.selection.subject],
        may_decide=may_decide,
        may_name=people_name(programme),
        may_draw_again=programme.selection.kind == "random" or bool(proposal.drawn),
        theme=proposal.theme,
        template=proposal.template,
        asks_theme=asks_theme(programme),
        asks_template=asks_template(programme),
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
    seats = _seats_by_drawn(plan) if plan else {}
    cases = {**await look.uow.cases.all(), **await look.uow.cases.beside()}
    if plan:
        cases |= {case.ref: case for case in plan.draw.chosen}
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


def _seats_by_drawn(plan: Plan) -> dict[str, tuple[NewSeat, ...]]:
    """The seats of each that was drawn; one person reads the whole of a sample."""
    if plan.programme.selection.subject == "sample":
        return dict.fromkeys((case.ref for case in plan.draw.chosen), plan.audits[0].seats)
    each = zip(plan.draw.chosen, plan.audits, strict=True)
    return {case.ref: audit.seats for case, audit in each}


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
