"""How asks, leave, months and members of a team are found."""

from __future__ import annotations

from domain.agenda.ask import AskState
from domain.people.lines import manages
from domain.permissions.relations import Relation
from domain.refs import Ref
from usecases.agenda.deciders import may_decide
from usecases.agenda.keep_leave import leave_of
from usecases.agenda.months import month_of
from usecases.asking import Ask, Subject, subject


@subject("duty_ask")
async def find_ask(ask: Ask) -> Subject | None:
    """A question about a duty; those above whoever asked answer it."""
    asked = await ask.uow.duty_asks.get(ask.ref.number)
    person = await ask.uow.people.get(asked.asked_by) if asked else None
    if asked is None or person is None:
        return None
    found = {Relation.COLLEAGUE}
    if await may_decide(ask.uow, ask.council, ask.actor, person, ask.now):
        found.add(Relation.HOLDER)
    done = "answered" if asked.state is not AskState.WAITING else "open"
    return Subject(
        version=asked.version,
        relations=frozenset(found),
        view="duty_ask",
        about=asked.ref,
        what=f"The question about a duty ({done})",
    )


@subject("leave")
async def find_leave(ask: Ask) -> Subject | None:
    """Somebody's leave; a manager above them names who covers."""
    found = await leave_of(ask)
    relations = {Relation.COLLEAGUE}
    if found and await may_decide(ask.uow, ask.council, ask.actor, found[0], ask.now):
        relations.add(Relation.HOLDER)
    return Subject(
        version=1,
        relations=frozenset(relations),
        view="leave_notice",
        about=ask.ref,
        what="That leave",
    )


@subject("month")
async def find_month(ask: Ask) -> Subject | None:
    """A month of whoever looks at it; None where there is no such month."""
    if month_of(ask.ref) is None:
        return None
    return Subject(
        version=1,
        relations=frozenset({Relation.COLLEAGUE, Relation.SELF}),
        view="month",
        about=ask.ref,
        what="Your calendar",
    )


@subject("member")
async def find_member(ask: Ask) -> Subject | None:
    """Somebody of one's team."""
    people = await ask.uow.people.all()
    person = people.get(ask.ref.key)
    if person is None:
        return None
    above = manages(ask.actor, person, people)
    found = {Relation.COLLEAGUE} | ({Relation.HOLDER} if above else set())
    return Subject(
        version=1,
        relations=frozenset(found),
        view="my_team",
        about=Ref("person", ask.actor.id),
        what="Your team",
    )


@subject("reachability")
async def find_reachability(ask: Ask) -> Subject | None:
    """Who can be reached, for those who run cycles."""
    runs = ask.council.coordinates(ask.actor)
    found = {Relation.COLLEAGUE} | ({Relation.COORDINATOR} if runs else set())
    return Subject(
        version=1,
        relations=frozenset(found),
        view="reachability",
        about=ask.ref,
        what="Who can be reached",
    )
