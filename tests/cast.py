"""A small fictional council, for tests of every floor.

Two teams. North: Tess manages, Wes and Wanda work. South: Theo manages, Will works. Sam the
service manager stands above both, Hal the head of service above Sam. Outside the line: Ada the
auditor and Ivy review children's plans, Chip chairs conferences, Mo moderates, Cora coordinates,
Otto answers complaints. Zed is a stranger: in Teams, but not in the staff list.

Roles, teams and services fit both herefordshire.toml and sefton.toml. In Herefordshire a record
of North is led by Tess, and Ada, Ivy or Chip is its peer; in Sefton whoever is outside audits it.
"""

from __future__ import annotations

from datetime import date

from domain.cases.case import Case
from domain.people.person import Person

NORTH, SOUTH = "Safeguarding North", "Children in Care South"
SAFEGUARDING, CARE = "Safeguarding", "Children in Care"


def _person(name: str, role: str, team: str, service: str, boss: str | None) -> Person:
    first = name.split(maxsplit=1)[0].lower()
    return Person(
        id=first,
        name=name,
        email=f"{first}@example.org",
        aad_object_id=f"aad-{first}",
        roles=frozenset({role}),
        team=team,
        service=service,
        line_manager=boss,
    )


REVIEW = "Independent Review"

ADA = _person("Ada Byrne", "independent_reviewing_officer", REVIEW, "Review", "mo")
IVY = _person("Ivy Hart", "independent_reviewing_officer", REVIEW, "Review", "mo")
CHIP = _person("Chip Oakley", "child_protection_chair", REVIEW, "Review", "mo")
MO = _person("Mo Winter", "principal_social_worker", "", "Practice", "hal")
CORA = _person("Cora Lindley", "qa_service_manager", "Quality", "Quality", "hal")
OTTO = _person("Otto Penn", "complaints_team", "Complaints", "Quality", "cora")
HAL = _person("Hal Grove", "head_of_service", "", "Leadership", None)
SAM = _person("Sam Field", "service_manager", "", SAFEGUARDING, "hal")
TESS = _person("Tess Marlow", "team_manager", NORTH, SAFEGUARDING, "sam")
THEO = _person("Theo Brook", "team_manager", SOUTH, CARE, "sam")
WES = _person("Wes Tarn", "social_worker", NORTH, SAFEGUARDING, "tess")
WANDA = _person("Wanda Moor", "social_worker", NORTH, SAFEGUARDING, "tess")
WILL = _person("Will Heath", "social_worker", SOUTH, CARE, "theo")

PEOPLE = {
    one.id: one for one in (ADA, IVY, CHIP, MO, CORA, OTTO, HAL, SAM, TESS, THEO, WES, WANDA, WILL)
}

ZED_ACCOUNT, ZED_NAME = "aad-zed", "Zed Marsh"
"""How Teams names the stranger."""


def _case(ref: str, team: str, worker: str, iro: str | None = None) -> Case:
    service = SAFEGUARDING if team == NORTH else CARE
    return Case(
        ref=ref,
        team=team,
        service=service,
        worker=worker,
        iro=iro,
        cared_for=team == SOUTH,
        opened_on=date(2026, 2, 9),
        last_supervision_on=date(2026, 11, 10),
    )


CASES = {
    one.ref: one
    for one in (
        _case("C-23087", NORTH, "wes"),
        _case("C-23101", NORTH, "wes"),
        _case("C-23145", NORTH, "wanda"),
        _case("C-23210", NORTH, "wanda"),
        _case("C-24113", SOUTH, "will", "ivy"),
        _case("C-24120", SOUTH, "will", "ivy"),
        _case("C-24177", SOUTH, "will", "ada"),
        _case("C-24205", SOUTH, "will"),
    )
}
