"""How a duty changes hands, by its kind; each kind is one entry, found by the folder scan."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date

from domain.duties import Duty
from domain.faults import Fault
from domain.people.person import Person
from usecases.asking import Ask, TwiceRegisteredError, load_all
from usecases.council import Council
from usecases.people.duties import describe
from usecases.people.heirs import given_to
from usecases.ports import UnitOfWork
from usecases.showing import tell

Candidates = Callable[[UnitOfWork, Council, Duty, date], Awaitable[list[Person]]]
Give = Callable[[Ask, Duty, str], Awaitable[Person]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """``candidates`` may have it; ``give`` passes it to one of them, or raises Fault."""

    candidates: Candidates
    give: Give


_HANDS: dict[str, Hands] = {}


def changes_hands(*kinds: str, candidates: Candidates) -> Callable[[Give], Give]:
    """Make a function the way in which duties of these kinds are passed on."""

    def enter(give: Give) -> Give:
        for kind in kinds:
            if kind in _HANDS:
                raise TwiceRegisteredError(f"the duty {kind!r} is handed over twice: drop one")
            _HANDS[kind] = Hands(candidates=candidates, give=give)
        return give

    return enter


def hands_of(kind: str) -> Hands | None:
    """How duties of the kind are passed on; None where that is settled where they began."""
    load_all()
    return _HANDS.get(kind)


async def those_near(uow: UnitOfWork, holder: str, today: date) -> list[Person]:
    """Everybody here but the holder: those with a role of theirs, their team, their service."""
    people = await uow.people.all()
    person = people[holder]
    here = [one for one in people.values() if one.id != holder and one.here_on(today)]
    return sorted(here, key=lambda one: (_far(one, person), one.name, one.id))


def _far(one: Person, person: Person) -> int:
    if one.holds(person.roles):
        return 0
    if one.team and one.team == person.team:
        return 1
    return 2 if one.service and one.service == person.service else 3


def chosen(able: Sequence[Person], person_id: str) -> Person:
    """The one of them who is meant; raises Fault."""
    taker = next((one for one in able if one.id == person_id), None)
    if taker is None:
        raise Fault("Please choose who has it. Nothing was changed.", field="person")
    return taker


async def pass_to(ask: Ask, duty: Duty, able: Sequence[Person], person_id: str) -> Person:
    """The duty to one of them, with its card; its day stays. Raises Fault."""
    taker = chosen(able, person_id)
    await ask.uow.duties.hand_on(duty, given_to(duty, taker.id), ask.now)
    if found := await describe(ask.uow, ask.council, duty):
        once = f"handed {duty.id}"
        await tell(ask.uow, found.view, found.about, taker.id, now=ask.now, once=once)
        await ask.uow.outbox.refresh(found.about, now=ask.now)
    return taker
