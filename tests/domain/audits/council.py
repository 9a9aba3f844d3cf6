"""A small made-up council for tests of draw and allocation.

Team North: Nora manages, Will and Wendy work, Sam the service manager stands above Nora.
Team South: Sona manages, Sol works, Sid stands above. Ivy, Ira and Ike are reviewing officers.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.audits.by_design import ByDesign
from domain.audits.eligibility import Requirement
from domain.audits.needs import SeatNeed
from domain.cases.case import Case
from domain.people.person import Person

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 22)
IRO, TM, SM, PSW = (
    "independent_reviewing_officer",
    "team_manager",
    "service_manager",
    "principal_social_worker",
)
PEER = Requirement(roles=frozenset({IRO, SM}))
NOBODY = Requirement(roles=frozenset())


def person(person_id: str, role: str, team: str, boss: str | None = None, /) -> Person:
    """Somebody whose name is their id."""
    return Person(
        id=person_id, name=person_id, roles=frozenset({role}), team=team, line_manager=boss
    )


PEOPLE = {
    one.id: one
    for one in (
        person("head", "head_of_service", "Top"),
        person("sam", SM, "Managers", "head"),
        person("nora", TM, "North", "sam"),
        person("will", "social_worker", "North", "nora"),
        person("wendy", "social_worker", "North", "nora"),
        person("sid", SM, "Managers", "head"),
        person("sona", TM, "South", "sid"),
        person("sol", "social_worker", "South", "sona"),
        person("ivy", IRO, "Review", "head"),
        person("ira", IRO, "Review", "head"),
        person("ike", IRO, "Review", "head"),
    )
}
NORTH = Case(ref="C-1", team="North", service="Safeguarding", worker="will", iro="ivy")
SOUTH = Case(ref="C-2", team="South", service="Safeguarding", worker="sol")


def changed(person_id: str, **values: object) -> dict[str, Person]:
    """The council with one person changed."""
    return PEOPLE | {person_id: replace(PEOPLE[person_id], **values)}  # type: ignore[arg-type]  # any field


def peer(case: Case = NORTH, rule: Requirement = PEER) -> SeatNeed:
    """The need of a record's peer seat."""
    return SeatNeed(key=f"{case.ref}/peer", case=case, rule=rule, first_day=FIRST, last_day=LAST)


def lead(case: Case = NORTH, rule: Requirement = NOBODY) -> SeatNeed:
    """The need of a record's lead seat, the team manager's by design."""
    return SeatNeed(
        key=f"{case.ref}/lead",
        case=case,
        rule=rule,
        first_day=FIRST,
        last_day=LAST,
        by_design=ByDesign.TEAM_MANAGER,
        why="You manage this team, and team managers do the lead audit",
    )
