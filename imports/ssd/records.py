"""Children of the dataset by reference: who has a plan, an episode of care or a worker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from domain.lists.cells import day_in
from domain.lists.table import Row, Table
from imports.days import first_day
from imports.ssd.staff import Staff, Team, find_team
from imports.streams import stream
from imports.tables import plain

HEADINGS = (
    "ref", "team", "service", "worker", "iro", "cp_chair", "status", "cared_for", "opened_on",
)  # fmt: skip
CARE = "ssd_cla_episodes.csv"
COHORTS = {  # table: whose, from when, until when
    "ssd_cin_plans.csv": (
        "cinp_person_id",
        "cinp_cin_plan_start_date",
        "cinp_cin_plan_end_date",
    ),
    "ssd_cp_plans.csv": ("cppl_person_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"),
    CARE: ("clae_person_id", "clae_cla_episode_start_date", "clae_cla_episode_ceased_date"),
}
INVOLVED = (
    "invo_person_id",
    "invo_professional_id",
    "invo_professional_role_id",
    "invo_professional_team",
    "invo_involvement_start_date",
    "invo_involvement_end_date",
)


class Part(StrEnum):
    """What somebody is to a child; the value is our column."""

    WORKER = "worker"
    IRO = "iro"
    CHAIR = "cp_chair"


@dataclass(frozen=True, slots=True)
class Held:
    """Who has a part now, since when (an ISO day, empty where it is not told) and in which team."""

    professional: str
    team: str
    since: str
    allocated: bool


@dataclass(slots=True)
class Child:
    """What the tables say of one child."""

    starts: list[str] = field(default_factory=list)
    open: bool = False
    cared_for: bool = False
    parts: dict[Part, Held] = field(default_factory=dict)


Cohorts = dict[str, Child]


def read_cohorts(files: Mapping[str, Path], involvements: Path) -> Cohorts:
    """Every child of the tables that are there; blank ends are open ones."""
    found: Cohorts = {}
    for table, wanted in COHORTS.items():
        for person, start, end in _spells(files.get(table), wanted):
            child = found.setdefault(person, Child())
            if not end:
                child.open = True
                child.starts.append(start)
                child.cared_for |= table == CARE
    _involve(found, involvements, told=any(table in files for table in COHORTS))
    return found


def _spells(path: Path | None, wanted: tuple[str, str, str]) -> Iterator[tuple[str, str, str]]:
    if path is None:
        return
    for _, row in stream(path, wanted):
        person, start, end = (row[name] for name in wanted)
        if person:
            yield person, start, end


def _involve(found: Cohorts, path: Path, *, told: bool) -> None:
    """Who works with whom now; without any plans a child with a worker is an open record."""
    for _, row in stream(path, INVOLVED):
        person = row["invo_person_id"]
        if not person or row["invo_involvement_end_date"] or (told and person not in found):
            continue
        child = found.setdefault(person, Child())
        if not told:
            child.open = True
            child.starts.append(row["invo_involvement_start_date"])
        part = _part(row["invo_professional_role_id"])
        held = _held(row, part)
        if _rank(held) >= _rank(child.parts.get(part)):
            child.parts[part] = held


def _part(role: str) -> Part:
    words = set(plain(role).split("_"))
    if "iro" in words or {"independent", "reviewing"} <= words:
        return Part.IRO
    return Part.CHAIR if words & {"chair", "chairperson"} else Part.WORKER


def _held(row: Mapping[str, str], part: Part) -> Held:
    day = day_in(row["invo_involvement_start_date"])
    return Held(
        professional=row["invo_professional_id"],
        team=row["invo_professional_team"],
        since=day.isoformat() if day else "",
        allocated=part is not Part.WORKER or "alloc" in row["invo_professional_role_id"].casefold(),
    )


def _rank(held: Held | None) -> tuple[bool, str]:
    """The allocated worker before any other, then whoever came last."""
    return (held.allocated, held.since) if held else (False, "")


def read_records(
    path: Path, cohorts: Cohorts, staff: Staff, teams: Mapping[str, Team]
) -> tuple[Table, int]:
    """The cases in the order of ssd_person, and how many children are not in it.

    Of that table the reference alone is read.
    """
    rows: list[Row] = []
    seen: set[str] = set()
    for number, row in stream(path, ("pers_person_id",)):
        ref = row["pers_person_id"]
        if ref in cohorts:
            seen.add(ref)
            rows.append(Row(number, _cells(ref, cohorts[ref], staff, teams)))
    return Table(HEADINGS, tuple(rows)), len(cohorts.keys() - seen)


def _cells(ref: str, child: Child, staff: Staff, teams: Mapping[str, Team]) -> dict[str, str]:
    cells = {"ref": ref, "status": "open" if child.open else "closed"}
    if not child.open:
        return cells  # who worked with the child last stays as it is known
    cells["cared_for"] = "yes" if child.cared_for else "no"
    cells["opened_on"] = first_day(child.starts)
    for part in Part:
        held = child.parts.get(part)
        cells[part.value] = staff.ids.get(held.professional, held.professional) if held else ""
    worker = child.parts.get(Part.WORKER)
    team = find_team(worker.team, teams) if worker and worker.team else None
    team = team or find_team(staff.teams.get(cells["worker"], ""), teams)
    return cells | {"team": team.name, "service": team.service}
