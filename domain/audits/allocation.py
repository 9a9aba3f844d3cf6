"""Allocation: who takes which seat, and why, in words (HER-02, SEF-02, E-09, E-16, E-17).

As many seats as can be are filled, with the work spread as evenly as eligibility allows; equal
people take turns by the seed. To re-allocate a seat, allocate that one need again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from domain.audits.eligibility import Bar, Obstacle
from domain.audits.needs import (
    FULL,
    SEATED,
    Crowd,
    SeatNeed,
    Staffing,
    holder_by_design,
    holders,
)
from domain.audits.spreading import Assigner, Places
from domain.cases.case import CaseKind
from domain.people.person import Person
from domain.people.roles import say_roles

OUTSIDE = "You are outside this team and not in its line of management"
OWN_WORK = {CaseKind.TEAM, CaseKind.SERVICE}  # whoever may look at their own is told so
OUTSIDES = {
    CaseKind.SUPERVISION: "You are not in this worker's team or line of management",
    CaseKind.SAMPLE: "You are outside the teams of these records and their lines of management",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """One seat's answer: its holder and what the holder is told, or nobody and the reason."""

    key: str
    person_id: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Allocation:
    """The answer for all seats by key, in the order in which they were asked for."""

    placements: Mapping[str, Placement]

    @property
    def vacant(self) -> list[Placement]:
        """The seats that nobody can take."""
        return [one for one in self.placements.values() if one.person_id is None]

    def __getitem__(self, key: str) -> Placement:
        return self.placements[key]


def allocate(
    needs: Sequence[SeatNeed],
    staffing: Staffing,
    *,
    seed: int,
    assigner: Assigner,
) -> Allocation:
    """Fill the seats: those by design first, then the rest all at once.

    The same needs, staffing and seed give the same answer, in whatever order they come.
    """
    found: dict[str, Placement] = {}
    for need in sorted(needs, key=lambda need: need.key):
        if placed := _by_design(need, staffing):
            found[need.key] = placed
            staffing = _with(staffing, need, placed.person_id)
    rest = {need.key: need for need in needs if need.key not in found}
    crowds: dict[object, Crowd] = {}
    calls = [_Call.of(rest[key], staffing, crowds) for key in _shuffled(rest, f"{seed}/seats")]
    people = _shuffled({p for call in calls for p in call.free}, f"{seed}/people")
    taken = assigner.assign(_places(calls, people, staffing))
    given = [None if number is None else people[number] for number in taken]
    found |= _answers(calls, given, staffing)
    return Allocation({need.key: found[need.key] for need in needs})


def _by_design(need: SeatNeed, staffing: Staffing) -> Placement | None:
    """The placement that the framework fixes; None where the seat is to be drawn."""
    if need.by_design is None:
        return None
    person, obstacle = holder_by_design(need, staffing)
    if person and not obstacle:
        return Placement(key=need.key, person_id=person.id, why=need.why)
    if need.rule.roles:
        return None
    said = need.by_design.said
    why = f"The {said} {obstacle.said}" if obstacle else f"This record has no {said}"
    return Placement(key=need.key, person_id=None, why=why)


def _with(staffing: Staffing, need: SeatNeed, person_id: str | None) -> Staffing:
    """The staffing after somebody took the seat."""
    if person_id is None:
        return staffing
    seated = {*staffing.seated.get(need.case.ref, ()), person_id}
    return replace(
        staffing,
        loads={**staffing.loads, person_id: staffing.load(person_id) + 1},
        seated={**staffing.seated, need.case.ref: seated},
    )


@dataclass(frozen=True, slots=True)
class _Call:
    """A seat to be drawn: everyone with the role, what bars whom, and who is left."""

    need: SeatNeed
    barred: Mapping[str, Obstacle]
    who: Sequence[Person]
    free: frozenset[str]

    @classmethod
    def of(cls, need: SeatNeed, staffing: Staffing, crowds: dict[object, Crowd]) -> _Call:
        asked = (need.rule.roles, need.among, need.of_team, need.first_day, need.last_day)
        if asked not in crowds:
            crowds[asked] = Crowd.of(need, holders(need, staffing), staffing)
        crowd = crowds[asked]
        barred = crowd.obstacles(need, staffing)
        return cls(need, barred, crowd.who, crowd.ids - barred.keys())

    def why_you(self, person: Person, staffing: Staffing) -> str:
        """What the holder is told."""
        rule = self.need.rule
        if rota := staffing.turns(self.need.role):
            return rota.why(person.id, self.need.role)
        shared = say_roles(person.roles & rule.roles, rule.titles)
        kind = self.need.case.kind
        if kind is CaseKind.SETTING:
            return f"{shared[0].upper()}{shared[1:]} look at these, and it came to you"
        if rule.independent:
            return OUTSIDES.get(kind, OUTSIDE)
        if self.need.of_team or kind in OWN_WORK:
            return self.need.why
        return f"You do not work on this record, and {shared} do these audits"

    def why_nobody(self, seated: Collection[str]) -> str:
        """``4 CP chairs: 2 in the worker's line, 1 away, 1 already in another seat …``."""
        rule = self.need.rule
        if not self.who:
            return f"There are no {rule.holders()} in the staff list"
        late = {id_: SEATED if id_ in seated else FULL for id_ in self.free}
        bars = Counter({**self.barred, **late}[person.id].bar for person in self.who)
        told = sorted(Bar, key=lambda bar: -bars[bar])  # equal ones in the order of their kinds
        reasons = ", ".join(f"{bars[bar]} {bar.value}" for bar in told if bars[bar])
        return f"{len(self.who)} {rule.holders(count=len(self.who))}: {reasons}"


def _places(calls: Sequence[_Call], people: Sequence[str], staffing: Staffing) -> Places:
    number = {person_id: place for place, person_id in enumerate(people)}
    refs: dict[str, int] = {}
    roles = sorted({call.need.role for call in calls})
    turns = staffing.rota is not None
    return Places(
        open_to=[frozenset(number[person_id] for person_id in call.free) for call in calls],
        groups=[refs.setdefault(call.need.case.ref, len(refs)) for call in calls],
        loads=[staffing.load(person_id) for person_id in people],
        most=staffing.most,
        kinds=[roles.index(call.need.role) for call in calls] if turns else (),
        dear=[_dear(role, people, staffing) for role in roles] if turns else (),
    )


def _dear(role: str, people: Sequence[str], staffing: Staffing) -> list[int]:
    """What a seat of that role costs each of them; nothing where it has no part in a rota."""
    rota = staffing.turns(role)
    return [rota.dear(person_id, role) if rota else 0 for person_id in people]


def _answers(
    calls: Sequence[_Call], given: Sequence[str | None], staffing: Staffing
) -> dict[str, Placement]:
    seated: dict[str, set[str]] = {}
    for call, person_id in zip(calls, given, strict=True):
        if person_id:
            seated.setdefault(call.need.case.ref, set()).add(person_id)
    answers = {}
    for call, person_id in zip(calls, given, strict=True):
        key, ref = call.need.key, call.need.case.ref
        why = (
            call.why_you(staffing.people[person_id], staffing)
            if person_id
            else call.why_nobody(seated.get(ref, ()))
        )
        answers[key] = Placement(key=key, person_id=person_id, why=why)
    return answers


def _shuffled(names: Iterable[str], seed: str) -> list[str]:
    """In an order that the seed alone decides; only ``random()`` is promised to stay the same."""
    lots = Random(seed)  # noqa: S311 - repeatable is what is asked for
    return sorted(sorted(names), key=lambda _: lots.random())
