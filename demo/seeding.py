"""Fills an empty database with the fictional council and opens a cycle of audits in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from demo.council import CASES, PEOPLE, Row, for_framework, make_council
from demo.playground_config import CAST
from domain.calendar.working_days import local_day
from domain.faults import Fault
from domain.frameworks.programme import Programme
from domain.frameworks.spellings import role_spellings
from domain.lists import table
from domain.people.person import Absence, Person
from usecases.audits.scene import Scene, scene_of_audit
from usecases.cases.import_cases import import_cases
from usecases.council import Council
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.planning import Order, plan_cycle
from usecases.people.import_people import import_people
from usecases.ports import UnitOfWork, UnitsOfWork

SEED = 21
ACTOR = "demo"  # who did it, in the trail
COORDINATOR = "Cora Lindley"
# somebody with that role in that team is away for so many days from tomorrow
AWAY = (("team_manager", "Get Safe", 28), ("independent_reviewing_officer", "Review", 14))


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Somebody's part in the audit that is told of: ``lead auditor``."""

    label: str
    person: Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The audit that the demo tells of; every seat of it is held."""

    council: str
    programme: Programme
    case: str
    auditors: tuple[Part, ...]
    worker: Person
    coordinator: Person

    @property
    def people(self) -> tuple[Person, ...]:
        """Those who have to do with the record."""
        return (*(part.person for part in self.auditors), self.worker)


async def seed(units: UnitsOfWork, council: Council, now: datetime) -> Story:
    """Import the council, put somebody on leave, open the first programme's cycle.

    It opened on the last working day, so that its cards go out at once, at night and on Sundays.

    Raises Fault where the lists do not pass the import's checks.
    """
    today = local_day(now)
    async with units() as uow:
        await _import(uow, council, now)
        people = (await uow.people.all()).values()
        await _go_on_leave(uow, people, today)
        coordinator = next(person for person in people if person.name == COORDINATOR)
        order = Order(
            programme=next(iter(council.framework.programmes)),
            opens_on=council.calendar.on_or_before(today - timedelta(days=1)),
            seed=SEED,
            opened_by=coordinator.id,
        )
        cycle = await open_cycle(uow, council, await plan_cycle(uow, council, order), now)
        story = await _story(uow, council, cycle, coordinator)
        await uow.commit()
    return story


async def _import(uow: UnitOfWork, council: Council, now: datetime) -> None:
    lists = for_framework(make_council(as_of=local_day(now)), council.framework)
    staff, records = _table(PEOPLE, lists.people), _table(CASES, lists.cases)
    spelt = role_spellings(council.framework)
    people = await import_people(
        uow, staff, roles=spelt, full=True, dry_run=False, now=now, actor=ACTOR
    )
    cases = await import_cases(uow, records, full=True, dry_run=False, now=now, actor=ACTOR)
    if faults := [*people.faults, *cases.faults]:
        raise Fault("The demo's council could not be imported:\n" + "\n".join(map(str, faults)))


def _table(columns: Iterable[str], rows: Iterable[Row]) -> table.Table:
    numbered = (table.Row(number, row) for number, row in enumerate(rows, 2))
    return table.Table(tuple(columns), tuple(numbered))


async def _go_on_leave(uow: UnitOfWork, people: Iterable[Person], today: date) -> None:
    """The last in the list of each: those whom the documents name come first."""
    first = today + timedelta(days=1)
    for role, team, days in AWAY:
        found = [person for person in people if role in person.roles and person.team == team]
        for person in found[-1:]:
            last = first + timedelta(days=days - 1)
            await uow.people.put_absence(person.id, Absence(first_day=first, last_day=last))


async def _story(uow: UnitOfWork, council: Council, cycle: int, coordinator: Person) -> Story:
    """The audit with most of those whom the local Teams client has in its list of people."""
    people = await uow.people.all()
    told = []
    for audit, _ in await uow.audits.of_cycle(cycle):
        scene = await scene_of_audit(uow, council, audit.id)
        if scene and (found := _told(scene, people, coordinator)):
            told.append(found)
    return max(told, key=lambda story: sum(person.name in CAST for person in story.people))


def _told(scene: Scene, people: Mapping[str, Person], coordinator: Person) -> Story | None:
    """The story of an audit; None where a seat is empty or the record has no worker."""
    parts = tuple(
        Part(label=scene.rule(seat).label, person=people[seat.holder])
        for seat in scene.seats
        if seat.holder
    )
    worker = people.get(scene.case.worker or "")
    if worker is None or len(parts) < len(scene.seats):
        return None
    return Story(
        council=scene.council.framework.name,
        programme=scene.programme,
        case=scene.case.ref,
        auditors=parts,
        worker=worker,
        coordinator=coordinator,
    )
