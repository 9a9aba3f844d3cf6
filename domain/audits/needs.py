"""What an allocation starts from: seats that need somebody, and who there is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.audits.by_design import ByDesign, designated
from domain.audits.eligibility import Bar, Obstacle, Requirement, absent, ties
from domain.cases.case import Case
from domain.people.person import Person

SEATED = Obstacle(Bar.OTHER_SEAT, "has another seat of this audit")
REFUSED = Obstacle(Bar.DECLINED, "cannot take it")
FULL = Obstacle(Bar.FULL, "has as many audits as one person may hold")
WORKER = Obstacle(Bar.OWN_WORK, "works on this record")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatNeed:
    """A seat that needs somebody from the first to the last day.

    ``key`` names it in the answer. ``why`` is what a holder by design is told ("You manage this
    team, and team managers do the lead audit"); where that person cannot, the requirement's
    roles may take it, if it lists any.
    """

    key: str
    case: Case
    rule: Requirement
    first_day: date
    last_day: date
    by_design: ByDesign | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staffing:
    """Who there is.

    ``loads`` counts the live seats that people hold already. ``seated`` are the people who
    hold another seat of an audit, by the record's reference; ``refused`` those who declined a
    seat or passed it on, by the need's key. ``most`` caps what one person may hold in all;
    None spreads without a cap.
    """

    people: Mapping[str, Person]
    loads: Mapping[str, int] = field(default_factory=dict)
    seated: Mapping[str, Collection[str]] = field(default_factory=dict)
    refused: Mapping[str, Collection[str]] = field(default_factory=dict)
    most: int | None = None

    def load(self, person_id: str) -> int:
        """How many live seats the person holds."""
        return self.loads.get(person_id, 0)


def holders(need: SeatNeed, staffing: Staffing) -> list[Person]:
    """Everyone still here who has a role that the seat asks for, able to take it or not."""
    return [
        person
        for person in staffing.people.values()
        if person.holds(need.rule.roles) and person.here_on(need.first_day)
    ]


def obstacles(need: SeatNeed, who: list[Person], staffing: Staffing) -> dict[str, Obstacle]:
    """What keeps each of them from the seat; whoever may take it is not in it."""
    found = ties(who, need.case, need.rule, staffing.people)
    for person in who:
        if general := _general(person, need, staffing):
            found[person.id] = general
    return found


def holder_by_design(need: SeatNeed, staffing: Staffing) -> tuple[Person | None, Obstacle | None]:
    """Whom the framework names for the seat, and what keeps them from it (HER-03).

    They are of the record's own team by design; only their own work stays barred to them.
    """
    if need.by_design is None:
        return None, None
    person = designated(need.case, need.by_design, staffing.people)
    if person is None:
        return None, None
    own = WORKER if person.id == need.case.worker else None
    return person, own or _general(person, need, staffing)


def _general(person: Person, need: SeatNeed, staffing: Staffing) -> Obstacle | None:
    if person.id in staffing.seated.get(need.case.ref, ()):
        return SEATED
    if person.id in staffing.refused.get(need.key, ()):
        return REFUSED
    return absent(person, need.first_day, need.last_day)


def candidates(need: SeatNeed, staffing: Staffing) -> list[Person]:
    """Everyone who may take the seat over, whoever holds least first."""
    who = holders(need, staffing)
    barred = obstacles(need, who, staffing)
    free = {person.id: person for person in who if person.id not in barred}
    named, obstacle = holder_by_design(need, staffing)
    if named and not obstacle:
        free[named.id] = named
    roomy = (
        p for p in free.values() if staffing.most is None or staffing.load(p.id) < staffing.most
    )
    return sorted(roomy, key=lambda person: (staffing.load(person.id), person.name, person.id))
