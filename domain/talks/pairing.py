"""New auditors: who is new, who reads their work before it is final (SEF-44, E-66)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.audits.eligibility import Requirement, absent, tie
from domain.cases.case import Case
from domain.frameworks.programme import Programme
from domain.frameworks.seats import NewAuditors, SeatRule
from domain.people.person import Person


class Reading(StrEnum):
    """How far the reading has come."""

    WAITING = "waiting"  # the new auditor has not submitted
    TO_READ = "to_read"
    SENT_BACK = "sent_back"
    FINE = "fine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """An experienced auditor beside a new one, for one seat; ``words`` go to the new one."""

    id: int
    seat_id: int
    auditor: str
    helper: str
    version: int
    reading: Reading = Reading.WAITING
    words: str = ""
    read_at: datetime | None = None


def rule_for(programme: Programme) -> NewAuditors | None:
    """The programme's rule, if it is switched on and somebody reads."""
    rule = programme.new_auditors
    return rule if rule and rule.on and rule.paired else None


def is_new(rule: NewAuditors, person_id: str, completed: Mapping[str, int]) -> bool:
    """Whether the person has completed fewer audits than the council asks for."""
    return completed.get(person_id, 0) < rule.fewer_than


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """Who there is: people by id, how many audits each has completed, how many each helps now."""

    people: Mapping[str, Person]
    completed: Mapping[str, int]
    busy: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What the helper is sought for: a seat on a record, from the first to the last day."""

    seat: SeatRule
    case: Case
    first_day: date
    last_day: date
    not_these: frozenset[str]


def find_helper(rule: NewAuditors, place: Place, who: Experience) -> Person | None:
    """Whoever is experienced, here, apart from the record, and helps least so far.

    None where nobody is: then the new auditor works without, and only the help on call is named.
    """
    needed = Requirement(
        roles=frozenset(place.seat.eligible_roles), independent=place.seat.independent
    )
    able = [
        person
        for person in who.people.values()
        if person.id not in place.not_these
        and person.holds(needed.roles)
        and not is_new(rule, person.id, who.completed)
        and absent(person, place.first_day, place.last_day) is None
        and tie(person, place.case, needed, who.people) is None
    ]
    return min(able, key=lambda p: (who.busy.get(p.id, 0), p.id), default=None)


def on_call(rule: NewAuditors, people: Iterable[Person], day: date) -> list[Person]:
    """Who can be asked on that day, by name (SEF-44)."""
    roles = frozenset(rule.help_from)
    here = [p for p in people if p.holds(roles) and p.here_on(day) and not p.absence_on(day)]
    return sorted(here, key=lambda person: person.name)


def helping(pairings: Iterable[Pairing]) -> Mapping[str, int]:
    """How many new auditors each person helps now."""
    return Counter(one.helper for one in pairings if one.reading is not Reading.FINE)
