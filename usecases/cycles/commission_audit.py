"""An audit out of the cycle, of records that somebody names (SEF-29, LEI-13, COL-11, SOM-71)."""

from __future__ import annotations

from domain.audits.grading import accept_words
from domain.calendar.wording import say_count, say_list
from domain.faults import Fault
from domain.frameworks.cycles import OnDemandCycle
from domain.frameworks.framework import Framework
from domain.frameworks.programme import Programme
from domain.people.person import Person
from usecases.asking import Answer, Ask, verb
from usecases.council import Council
from usecases.cycles.starting import commission_of, known_records, start_audits

NOT_YOURS = "Only whoever runs audits or may commission them can do this, so nothing was opened."


def commissionable(council: Council, person: Person) -> tuple[Programme, ...]:
    """The programmes that the person may open for named records.

    Whoever runs cycles may open all that look at records; others what names their role.
    """
    return tuple(
        programme
        for programme in _of_records(council.framework)
        if council.coordinates(person) or person.holds(_commissioners(programme))
    )


def _of_records(framework: Framework) -> tuple[Programme, ...]:
    every = framework.programmes.values()
    found = (p for p in every if p.selection.subject == "record" and not p.selection.event)
    # auditors who are excused other work are picked by name, on a form of its own (LEI-14)
    return tuple(p for p in found if p.excuses is None)


def _commissioners(programme: Programme) -> frozenset[str]:
    shape = programme.cycle
    return frozenset(shape.commissioned_by) if isinstance(shape, OnDemandCycle) else frozenset()


@verb(subject="person", past="asked for an audit")
async def commission_audit(ask: Ask) -> Answer:
    """Open it today; the same records of the same kind on one day are one commission."""
    programme = _programme(ask)
    reason = accept_words("reason", ask.typed("reason"))
    if not reason:
        raise Fault(
            "Please say why, so that it can be explained. Nothing was opened.", field="reason"
        )
    records = await known_records(ask)
    occasion = commission_of("by-hand", ask.today.isoformat(), records)
    cycle, plan = await start_audits(ask, programme, records, occasion, theme=reason)
    line = (
        f"{programme.title} of {say_list(records)} is open as cycle {cycle}: "
        f"{say_count(len(plan.audits), 'audit')}. {' '.join(plan.explained)}"
    ).strip()
    return Answer(view="audit_commission", about=ask.ref, notice=line, line=line)


def _programme(ask: Ask) -> Programme:
    allowed = commissionable(ask.council, ask.actor)
    if not allowed:
        raise Fault(NOT_YOURS)
    for programme in allowed:
        if programme.key == ask.typed("programme"):
            return programme
    titles = say_list([programme.title for programme in allowed], "or")
    raise Fault(f"Please choose the kind of audit: {titles}.", field="programme")
