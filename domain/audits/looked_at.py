"""What one audit of a programme looks at, apart from a single record (COL-07, SOM-14, SOM-15)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from random import Random

from domain.cases.case import Case, CaseKind
from domain.faults import Fault
from domain.frameworks.programme import Area, Programme
from domain.frameworks.selection import SampleRule, SelectionRule
from domain.people.person import Person

LONGEST = 64  # characters of a reference, as the records' own
LONGEST_NAME = 36  # characters of an area's name


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What one audit looks at, and the records in its sample."""

    case: Case
    members: tuple[Case, ...] = ()

    @property
    def all(self) -> tuple[Case, ...]:
        """Everything in it to which somebody may be tied."""
        return (self.case, *self.members)


def team_ref(team: str) -> str:
    """``Team North``: with a blank, which no record's reference has."""
    return _fit(f"Team {team}")


def service_ref(service: str) -> str:
    """``Service Safeguarding``: with a blank, as a team's."""
    return _fit(f"Service {service}")


def supervision_ref(person_id: str) -> str:
    """``Supervision p-17``: by the worker's own reference, as names stand on the cards only."""
    return _fit(f"Supervision {person_id}")


def sample_ref(programme: Programme, occasion: str, number: int = 1) -> str:
    """``Dip sample 5b2c9e``: the same for the same occasion."""
    key = f"{programme.key}/{occasion}/{number}"
    noun = programme.noun[0].upper() + programme.noun[1:]
    return _fit(f"{noun} {sha256(key.encode()).hexdigest()[:6]}")


def _fit(ref: str) -> str:
    """Short enough for a reference; what is cut is told apart by its digest."""
    if len(ref) <= LONGEST:
        return ref
    return f"{ref[: LONGEST - 7].rstrip()} {sha256(ref.encode()).hexdigest()[:6]}"


def teams(people: Iterable[Person], cases: Iterable[Case], today: date) -> dict[str, Case]:
    """Every team with people in it or open records, as what may be audited, by reference."""
    services: dict[str, Counter[str]] = {}
    for person in people:
        if person.team and person.here_on(today):
            services.setdefault(person.team, Counter())[person.service] += 1
    for case in cases:
        if case.team and case.open:
            services.setdefault(case.team, Counter())[case.service] += 1
    found = (
        Case(
            ref=team_ref(team),
            kind=CaseKind.TEAM,
            team=team,
            service=min(names, key=lambda name: (-names[name], name)),
        )
        for team, names in sorted(services.items())
    )
    return {case.ref: case for case in found}


def services(people: Iterable[Person], today: date) -> dict[str, Case]:
    """Every service that somebody belongs to, as what its managers look at, by reference."""
    names = sorted({one.service for one in people if one.service and one.here_on(today)})
    found = (Case(ref=service_ref(name), kind=CaseKind.SERVICE, service=name) for name in names)
    return {case.ref: case for case in found}


def settings(beside: Mapping[str, Case], rule: SelectionRule) -> dict[str, Case]:
    """The settings on the council's list that the programme means, by reference."""
    return {
        ref: case
        for ref, case in beside.items()
        if case.kind is CaseKind.SETTING and case.service == rule.settings and case.open
    }


def new_setting(name: str, rule: SelectionRule) -> Case:
    """A setting as it goes onto the list; raises Fault where its name cannot be a reference."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST or not any(sign.isalpha() for sign in name):
        raise Fault(
            f"I need a name of at most {LONGEST} characters, so nothing was changed. "
            "Write it as everybody knows it, for example: Harbour House.",
            field="names",
        )
    return Case(ref=name, kind=CaseKind.SETTING, service=rule.settings)


def supervisions(people: Mapping[str, Person], cases: Iterable[Case]) -> dict[str, Case]:
    """The supervision of everybody who works on an open record, by reference."""
    workers = {case.worker: case for case in cases if case.open and case.worker in people}
    found = (
        Case(
            ref=supervision_ref(person.id),
            kind=CaseKind.SUPERVISION,
            team=person.team or case.team,
            service=person.service or case.service,
            worker=person.id,
        )
        for case in workers.values()
        for person in [people[case.worker or ""]]
        if person.line_manager
    )
    return {case.ref: case for case in sorted(found, key=lambda case: case.ref)}


def sampled(
    case: Case, rule: SampleRule | None, pool: Iterable[Case], seed: int
) -> tuple[Case, ...]:
    """Those that a team's own audit reads, drawn from the team; none where its auditor names them.

    The same seed and pool give the same ones, however the pool is ordered.
    """
    if rule is None or not rule.number:
        return ()
    lots = Random(f"{seed}/{case.ref}")  # noqa: S311 - repeatable is what is asked for
    theirs = sorted((c for c in pool if c.open and c.team == case.team), key=lambda one: one.ref)
    order = sorted(theirs, key=lambda _: lots.random())
    return tuple(order[: rule.number])


def with_sample(programme: Programme, case: Case) -> Programme:
    """The programme as the audit of this case asks it: with an area for each record in a sample."""
    rule = programme.selection.sample
    if rule is None or not case.records:
        return programme
    first = max(area.number for area in programme.areas) + 1
    more = tuple(
        Area(
            number=number,
            key=f"record_{number}",
            name=ref[:LONGEST_NAME],
            prompts=rule.asks,
            answers=rule.answers,
            ref=rule.ref,
        )
        for number, ref in enumerate(case.records, first)
    )
    return programme.model_copy(update={"areas": (*programme.areas, *more)})


def record_of(programme: Programme, case: Case, number: int) -> str | None:
    """The record in the sample that an area is about; None for an area of the programme."""
    place = number - max(area.number for area in programme.areas) - 1
    return case.records[place] if 0 <= place < len(case.records) else None


def say_answers(titles: Sequence[str]) -> str:
    """``5 records: 3 Yes, 1 In part, 1 No``, in the order in which they first come."""
    counted = Counter(titles)
    return ", ".join(f"{number} {title}" for title, number in counted.items())


def stale(last: Mapping[str, date], wanted: Collection[str], since: date) -> list[str]:
    """Those whose last audit lies before the day or who never had one, the longest wait first."""
    waited = {ref: last.get(ref, date.min) for ref in wanted}
    return sorted((r for r in wanted if waited[r] <= since), key=lambda ref: (waited[ref], ref))
