"""Report what happened to a record; the audits that the framework wants then are opened."""

from __future__ import annotations

from domain.calendar.wording import say_list
from domain.cases.happening import TITLES, Happening, accept, called_for, reportable
from domain.faults import Fault
from domain.frameworks.cycles import OnDemandCycle
from domain.frameworks.programme import Programme
from usecases.asking import Answer, Ask, verb
from usecases.cycles.planning import Plan
from usecases.cycles.starting import is_on_record, known_record, read_day, start_audits

NONE_CALLED = (
    "Thank you. The framework asks for no audit after that, so none was opened. "
    "If you want one all the same, ask the QA team."
)
NOT_YOURS = (
    "Only people of the record and the QA team can report this, so nothing was opened. "
    "Please ask the worker or the team manager."
)


@verb(subject="person", past="reported what happened")
async def report_event(ask: Ask) -> Answer:
    """Open every audit that the event calls for; one that is open already is not opened again."""
    happening = await _happening(ask)
    programmes = called_for(ask.council.framework, happening)
    said = [await _open(ask, programme, happening) for programme in programmes]
    line = " ".join(said) if said else NONE_CALLED
    return Answer(view="event_report", about=ask.ref, notice=line, line=line)


async def _happening(ask: Ask) -> Happening:
    kind = ask.typed("kind")
    if kind not in reportable(ask.council.framework):
        titles = [TITLES[known] for known in reportable(ask.council.framework)]
        raise Fault(f"Please choose what happened: {say_list(titles, 'or')}.", field="kind")
    record = await known_record(ask, ask.typed("record"))
    if not (_is_asked_to(ask) or await is_on_record(ask, record)):
        raise Fault(NOT_YOURS, field="record")
    ended = ask.typed("last_plan_ended")
    number = ask.typed("plan_number").strip()
    happening = Happening(
        kind=kind,
        case_ref=record,
        happened_on=read_day(ask.typed("happened_on"), ask.today, "happened_on"),
        plan_number=int(number) if number.isdigit() else 2,
        last_plan_ended=read_day(ended, ask.today, "last_plan_ended") if ended else None,
    )
    return accept(happening, ask.today)


def _is_asked_to(ask: Ask) -> bool:
    """Whether a programme that waits for events names one of the person's roles."""
    every = ask.council.framework.programmes.values()
    shapes = [programme.cycle for programme in every if programme.selection.event]
    named = {r for s in shapes if isinstance(s, OnDemandCycle) for r in s.commissioned_by}
    return ask.actor.holds(frozenset(named))


async def _open(ask: Ask, programme: Programme, happening: Happening) -> str:
    known = await ask.uow.audits.cycles(programme.key)
    if any(cycle.occasion == happening.occasion for cycle in known):
        return f"{programme.title}: reported before, so nothing was opened again."
    _, plan = await start_audits(ask, programme, (happening.case_ref,), happening.occasion)
    return f"{programme.title} of {happening.case_ref} is open. {_asked(plan)}"


def _asked(plan: Plan) -> str:
    names = [plan.people[s.holder].name for a in plan.audits for s in a.seats if s.holder]
    return f"{say_list(names)} has been asked." if names else "The QA team looks for an auditor."
