"""A council of any size, made up: auditors with a past in the rota, teams, open records."""

from __future__ import annotations

from datetime import date, timedelta

from domain.audits.eligibility import Requirement
from domain.audits.needs import SeatNeed, Staffing
from domain.audits.rota import Held, Rota
from domain.cases.case import Case
from domain.frameworks.framework import Framework
from domain.people.person import Person

TEAM_SIZE = 10
OPENED = date(2026, 1, 5)
SERVICE = "Safeguarding"


def people(auditors: int) -> dict[str, Person]:
    """So many who may audit, in teams of ten with a manager, and as many who work."""
    found: dict[str, Person] = {}
    for number in range(auditors):
        team = f"Team {number // TEAM_SIZE}"
        boss = f"a{number - number % TEAM_SIZE}"
        role = "team_manager" if number % TEAM_SIZE == 0 else "independent_reviewing_officer"
        auditor = Person(
            id=f"a{number}",
            name=f"Auditor {number}",
            roles=frozenset({role}),
            team=team,
            line_manager=None if role == "team_manager" else boss,
        )
        worker = Person(
            id=f"w{number}",
            name=f"Worker {number}",
            roles=frozenset({"social_worker"}),
            team=team,
            line_manager=boss,
        )
        found |= {auditor.id: auditor, worker.id: worker}
    return found


def records(count: int, auditors: int) -> list[Case]:
    """So many open records, shared out among the workers."""
    return [
        Case(
            ref=f"C-{number}",
            team=f"Team {number % auditors // TEAM_SIZE}",
            service=SERVICE,
            worker=f"w{number % auditors}",
            opened_on=OPENED,
        )
        for number in range(count)
    ]


def rota_needs(
    framework: Framework, programme: str, count: int, auditors: int
) -> tuple[list[SeatNeed], Staffing]:
    """Both seats of every record, and auditors of whom each had one or the other last time."""
    seats = framework.programme(programme).seats
    staff = people(auditors)
    roles = Requirement(roles=frozenset({"team_manager", "independent_reviewing_officer"}))
    needs = [
        SeatNeed(
            key=f"{case.ref}/{seat.key}",
            case=case,
            rule=roles,
            first_day=OPENED,
            last_day=OPENED + timedelta(days=35),
            role=seat.key,
        )
        for case in records(count, auditors)
        for seat in seats
    ]
    past = [
        Held(person_id=f"a{n}", role=seats[n * 7 % 3 % 2].key, opens_on=OPENED)
        for n in range(auditors)
    ]
    return needs, Staffing(people=staff, rota=Rota.of(seats, past))
