"""Good practice that managers are asked to name: asking, finding, describing (SEF-30)."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.audits.example import Example, ExampleState
from domain.calendar.working_days import end_of_day, local_day
from domain.duties import Duty, NewDuty
from domain.faults import Fault, NotFoundFault
from domain.frameworks.programme import Programme
from domain.people.person import Person
from domain.permissions.relations import Relation
from domain.refs import Ref
from usecases.asking import Ask, Subject, subject
from usecases.council import Council
from usecases.people.duties import Described, duty_kind
from usecases.ports import UnitOfWork
from usecases.showing import tell

NAME_EXAMPLE = "name_example"
WITHIN = timedelta(days=7)  # no document says; a product default (E-98)


def example_ref(example: Example) -> Ref:
    """The subject of its card."""
    return Ref("example", str(example.id))


async def ask_for_examples(
    uow: UnitOfWork, council: Council, programme: Programme, actor: Person, now: datetime
) -> int:
    """Ask everybody whom the framework names; whoever is asked already is not asked twice."""
    asked = 0
    roles = frozenset(programme.selection.chosen_by)
    due = council.calendar.on_or_after(local_day(now) + WITHIN)
    for person in sorted((await uow.people.all()).values(), key=lambda one: one.id):
        if not (person.holds(roles) and person.here_on(local_day(now))):
            continue
        wanted = Example(
            id=0, programme=programme.key, asked_of=person.id, asked_by=actor.id, asked_at=now
        )
        kept = await uow.examples.ask(wanted)
        if kept is None:
            continue
        about = example_ref(kept)
        duty = NewDuty(kind=NAME_EXAMPLE, subject=about, holder=person.id, due_at=end_of_day(due))
        await uow.duties.open(duty, now)
        await tell(uow, "example_requested", about, person.id, now=now, once="asked")
        await uow.trail.record(about, "ask_for_example", actor=actor.id, now=now)
        asked += 1
    return asked


@subject("example")
async def find_example(ask: Ask) -> Subject | None:
    """A request, for whoever was asked and for those who run audits."""
    example = await ask.uow.examples.get(ask.ref.number)
    if example is None:
        return None
    found = {Relation.COLLEAGUE}
    if example.asked_of == ask.actor.id:
        found.add(Relation.HOLDER)
    if ask.council.coordinates(ask.actor):
        found.add(Relation.COORDINATOR)
    return Subject(
        version=example.version,
        relations=frozenset(found),
        view="example_requested",
        about=ask.ref,
        what="Good practice to name",
        kept={"why": example.why},
    )


async def example_in(ask: Ask, state: ExampleState) -> Example:
    """The request while it is in that state; raises Fault."""
    example = await ask.uow.examples.get(ask.ref.number)
    if example is None:
        raise NotFoundFault
    if example.state is not state:
        raise Fault("This was answered already, so nothing was changed.")
    return example


@duty_kind(
    NAME_EXAMPLE,
    not_mine=(
        "You were asked for your own area of work. Open it and press None just now, or tell "
        "whoever runs audits whom to ask."
    ),
)
async def describe_example(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Name good practice``."""
    example = await uow.examples.get(duty.subject.number)
    if example is None:
        return None
    return Described(
        text="Name good practice",
        detail=council.framework.programme(example.programme).title,
        view="example_requested",
        about=duty.subject,
    )
