"""What an allocation starts from: seats that need somebody, and who there is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from domain.audits.by_design import ByDesign, designated
from domain.audits.eligibility import Bar, Obstacle, Requirement, absent, bosses, ties
from domain.audits.exemption import Spell, excused
from domain.audits.rota import Rota
from domain.cases.case import Case, CaseKind
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
    roles may take it, if it lists any. ``among`` are the only people who may hold it, where
    somebody picked them (LEI-14). ``role`` is the seat's key in the framework, for the rota;
    ``members`` are the records in a sample, to which nobody who reads it may be tied either.
    """

    key: str
    case: Case
    rule: Requirement
    first_day: date
    last_day: date
    by_design: ByDesign | None = None
    why: str = ""
    among: frozenset[str] | None = None
    role: str = ""
    members: tuple[Case, ...] = ()

    @property
    def of_team(self) -> str:
        """The team from which the holder must come: a team looks at its own work (SOM-14)."""
        own = self.case.kind is CaseKind.TEAM and self.by_design is ByDesign.TEAM_MANAGER
        return self.case.team if own else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staffing:
    """Who there is.

    ``loads`` counts the live seats that people hold already. ``seated`` are the people who
    hold another seat of an audit, by the record's reference; ``refused`` those who declined a
    seat or passed it on, by the need's key. ``most`` caps what one person may hold in all;
    None spreads without a cap. ``exempt`` are the days in which people have no audit but one
    (E-24); ``rota`` says whose turn it is, where seats alternate (SOM-03).
    """

    people: Mapping[str, Person]
    loads: Mapping[str, int] = field(default_factory=dict)
    seated: Mapping[str, Collection[str]] = field(default_factory=dict)
    refused: Mapping[str, Collection[str]] = field(default_factory=dict)
    most: int | None = None
    exempt: Mapping[str, Sequence[Spell]] = field(default_factory=dict)
    rota: Rota | None = None

    def load(self, person_id: str) -> int:
        """How many live seats the person holds."""
        return self.loads.get(person_id, 0)

    def turns(self, role: str) -> Rota | None:
        """The rota, where the seat of that key has part in one."""
        return self.rota if self.rota and role in self.rota.labels else None


def holders(need: SeatNeed, staffing: Staffing) -> list[Person]:
    """Everyone still here who has a role that the seat asks for, able to take it or not."""
    return [
        person
        for person in staffing.people.values()
        if person.holds(need.rule.roles)
        and person.here_on(need.first_day)
        and (need.among is None or person.id in need.among)
        and (not need.of_team or person.team == need.of_team)
    ]


@dataclass(frozen=True, slots=True)
class Crowd:
    """Everyone with the roles of some seats, and what keeps whom from any work of their days.

    It is the same for all records of a cycle, so it is worked out once for all of them.
    """

    who: Sequence[Person]
    ids: frozenset[str]
    gone: Mapping[str, Obstacle]
    managers: frozenset[str]

    @classmethod
    def of(cls, need: SeatNeed, who: Sequence[Person], staffing: Staffing) -> Crowd:
        """The crowd of a seat."""
        gone = {person.id: bar for person in who if (bar := _gone(person, need, staffing))}
        ids = frozenset(person.id for person in who)
        return cls(who, ids, gone, bosses(staffing.people))

    def obstacles(self, need: SeatNeed, staffing: Staffing) -> dict[str, Obstacle]:
        """What keeps each of them from the seat; whoever may take it is not in it."""
        found: dict[str, Obstacle] = {}
        for case in (*need.members, need.case):
            found |= ties(self.who, case, need.rule, staffing.people, self.managers)
        found |= self.gone
        found |= dict.fromkeys(self.ids.intersection(staffing.refused.get(need.key, ())), REFUSED)
        seated = self.ids.intersection(staffing.seated.get(need.case.ref, ()))
        return found | dict.fromkeys(seated, SEATED)


def obstacles(need: SeatNeed, who: Sequence[Person], staffing: Staffing) -> dict[str, Obstacle]:
    """What keeps each of them from the seat; whoever may take it is not in it."""
    return Crowd.of(need, who, staffing).obstacles(need, staffing)


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
    return _gone(person, need, staffing)


def _gone(person: Person, need: SeatNeed, staffing: Staffing) -> Obstacle | None:
    """What keeps the person from any work of these days."""
    gone = absent(person, need.first_day, need.last_day)
    mine = staffing.exempt.get(person.id, ())
    return gone or excused(mine, need.first_day, need.last_day)


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
    rota = staffing.turns(need.role)

    def order(person: Person) -> tuple[int, int, str, str]:
        turn = rota.dear(person.id, need.role) if rota else 0
        return staffing.load(person.id), turn, person.name, person.id

    return sorted(roomy, key=order)
