"""An audit out of the cycle, of records that somebody names (SEF-29, LEI-13, COL-11, SOM-71)."""

from __future__ import annotations

from domain.audits.choosing import drawn_ahead
from domain.audits.eligibility import ties
from domain.audits.grading import accept_words
from domain.calendar.wording import say_count, say_list
from domain.faults import Fault
from domain.frameworks.cycles import OnDemandCycle
from domain.frameworks.framework import Framework
from domain.frameworks.parts import Relation
from domain.frameworks.programme import Programme
from domain.people.on_record import on_records
from domain.people.person import Person
from usecases.asking import Answer, Ask, verb
from usecases.audits.staffing import requirement
from usecases.council import Council
from usecases.cycles.name_subjects import resolve, split_names
from usecases.cycles.pools import pool_of
from usecases.cycles.starting import commission_of, start_audits

MANAGERS: tuple[Relation, ...] = ("team_manager", "service_manager", "head_of_service")
NOT_YOURS = "Only whoever runs audits or may commission them can do this, so nothing was opened."


def commissionable(council: Council, person: Person) -> tuple[Programme, ...]:
    """The programmes that the person may open for what they name.

    Whoever runs cycles may open all but those of people's own pieces; others what names their
    role.
    """
    return tuple(
        programme
        for programme in _of_records(council.framework)
        if council.coordinates(person) or person.holds(_commissioners(programme))
    )


def _of_records(framework: Framework) -> tuple[Programme, ...]:
    every = framework.programmes.values()
    found = (p for p in every if not p.selection.event and not _own_pieces(p))
    # auditors who are excused other work are picked by name, on a form of its own (LEI-14)
    return tuple(p for p in found if p.excuses is None)


def _own_pieces(programme: Programme) -> bool:
    """Whether a plan or a quota brings it, so that nobody asks for it (LEI-09)."""
    selection = programme.selection
    if selection.follows:
        return True
    return selection.kind == "by_auditor" and not (drawn_ahead(programme) or _taken(programme))


def _taken(programme: Programme) -> bool:
    """Whether whoever asks for it looks into it themselves (COL-33, LEI-10)."""
    selection = programme.selection
    asked_for = selection.subject == "team" and isinstance(programme.cycle, OnDemandCycle)
    return selection.kind == "by_auditor" and (selection.subject == "record" or asked_for)


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
    records = await _named(ask, programme)
    occasion = commission_of("by-hand", ask.today.isoformat(), records)
    among = await _themselves(ask, programme, records)
    cycle, plan = await start_audits(ask, programme, records, occasion, theme=reason, among=among)
    line = (
        f"{programme.title} of {say_list(records)} is open as cycle {cycle}: "
        f"{say_count(len(plan.audits), 'audit')}. {' '.join(plan.explained)}"
    ).strip()
    return Answer(view="audit_commission", about=ask.ref, notice=line, line=line)


async def _named(ask: Ask, programme: Programme) -> tuple[str, ...]:
    """What was typed under ``records``: records, teams, settings or workers, as the kind asks."""
    try:
        names = split_names(ask.typed("records"), programme)
        return await resolve(ask, programme, names)
    except Fault as fault:
        raise Fault(fault.message, field="records") from None


async def _themselves(
    ask: Ask, programme: Programme, records: tuple[str, ...]
) -> frozenset[str] | None:
    """Whoever checks takes a record: nobody else is asked, unless they may not hold the seat."""
    roles = frozenset(role for seat in programme.seats for role in seat.eligible_roles)
    if not _taken(programme):
        return None
    if not ask.actor.holds(roles):
        return await _those_of_the_team(ask, programme, records, roles)
    people, rule = await ask.uow.people.all(), requirement(programme.seats[0])
    for ref in records:
        case = await ask.uow.cases.get(
            ref
        )  # a team has no record yet, and anybody may ask about it
        if case and (bar := ties([ask.actor], case, rule, people).get(ask.actor.id)):
            raise Fault(
                f"You cannot look at {ref}: {ask.actor.name} {bar.said}. Nothing was opened.",
                field="records",
            )
    return frozenset({ask.actor.id})


async def _those_of_the_team(
    ask: Ask, programme: Programme, records: tuple[str, ...], roles: frozenset[str]
) -> frozenset[str] | None:
    """A hunch about a team is looked into by its own managers (LEI-10); None: by anybody."""
    if programme.selection.subject != "team":
        return None
    people = await ask.uow.people.all()
    pool = await pool_of(ask.uow, programme, people, ask.today)
    found = on_records(MANAGERS, (pool[ref] for ref in records), people)
    return frozenset(one for one in found if people[one].holds(roles)) or None


def _programme(ask: Ask) -> Programme:
    allowed = commissionable(ask.council, ask.actor)
    if not allowed:
        raise Fault(NOT_YOURS)
    for programme in allowed:
        if programme.key == ask.typed("programme"):
            return programme
    titles = say_list([programme.title for programme in allowed], "or")
    raise Fault(f"Please choose the kind of audit: {titles}.", field="programme")
