"""How what stands in the calendar is found, and who stands how to it."""

from __future__ import annotations

from domain.calendar.entries import entry_of
from domain.calendar.occurrence import Occurrence, OccurrenceState
from domain.calendar.owners import holders
from domain.permissions.relations import Relation
from usecases.asking import Ask, Subject, subject
from usecases.calendar.passing import decides
from usecases.calendar.steps import ENTRY, START, TO_PASS, holds, is_one_of, view_of


@subject("occurrence")
async def find_occurrence(ask: Ask) -> Subject | None:
    """What is to be done; whoever did it and whoever covers may read it as well."""
    found = await _found(ask)
    if found is None:
        return None
    theirs = await holds(ask.uow, ask.council, found, ask.actor, ask.now)
    relations = {Relation.COLLEAGUE} | ({Relation.HOLDER} if theirs else set())
    if ask.council.coordinates(ask.actor):
        relations.add(Relation.COORDINATOR)
    return Subject(
        version=found.version,
        relations=frozenset(relations),
        view=view_of(found),
        about=found.ref,
        what="That",
        kept={**found.notes, "evidence": found.evidence} if theirs else {},
    )


@subject("passing")
async def find_passing(ask: Ask) -> Subject | None:
    """A report on its way, for whoever passes it."""
    found = await _found(ask)
    if found is None:
        return None
    theirs = await decides(ask.uow, ask.council, found, ask.actor, ask.now)
    return Subject(
        version=found.version,
        relations=frozenset({Relation.COLLEAGUE} | ({Relation.HOLDER} if theirs else set())),
        view=TO_PASS,
        about=found.passing,
        what="That report",
    )


@subject(ENTRY)
async def find_entry(ask: Ask) -> Subject | None:
    """Something that people start: those who hold it, and those who run cycles."""
    entry = entry_of(ask.council.framework, ask.ref.key)
    if entry is None or not entry.startable:
        return None
    theirs = is_one_of(
        ask.actor,
        holders(entry, await ask.uow.people.all(), ask.today),
        await ask.uow.people.all(),
        ask.today,
    )
    relations = {Relation.COLLEAGUE}
    if theirs and entry.entry.on:
        relations.add(Relation.HOLDER)
    if ask.council.coordinates(ask.actor):
        relations.add(Relation.COORDINATOR)
    return Subject(
        version=1,
        relations=frozenset(relations),
        view=START,
        about=ask.ref,
        what="That",
    )


async def _found(ask: Ask) -> Occurrence | None:
    found = await ask.uow.calendar.get(ask.ref.number)
    return None if found is None or found.state is OccurrenceState.DROPPED else found
