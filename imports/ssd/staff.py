"""Teams and workers of the dataset: ssd_department and ssd_professionals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from domain.lists.table import Row, Table
from imports.streams import stream
from imports.tables import plain

HEADINGS = ("id", "name", "roles", "team", "service")


@dataclass(frozen=True, slots=True)
class Team:
    """A team and the name of what it belongs to."""

    name: str
    service: str


@dataclass(frozen=True, slots=True)
class Staff:
    """The staff list, the id and team of each worker by the dataset's key, and strange titles."""

    table: Table
    ids: Mapping[str, str]
    teams: Mapping[str, str]
    untitled: Counter[str]


def read_teams(path: Path | None) -> dict[str, Team]:
    """Teams by id; none where the extract has no such table."""
    if path is None:
        return {}
    wanted = ("dept_team_id", "dept_team_name", "dept_team_parent_id")
    rows = [row for _, row in stream(path, wanted)]
    names = {row["dept_team_id"]: row["dept_team_name"] for row in rows}
    return {
        row["dept_team_id"]: Team(row["dept_team_name"], names.get(row["dept_team_parent_id"], ""))
        for row in rows
    }


def find_team(said: str, teams: Mapping[str, Team]) -> Team:
    """A team by id, as the dataset has it, or by name, as some systems write it."""
    if said in teams:
        return teams[said]
    service = next((team.service for team in teams.values() if team.name == said), "")
    return Team(said, service)


def read_staff(path: Path, teams: Mapping[str, Team], titles: Mapping[str, str]) -> Staff:
    """Everybody of ssd_professionals; ``titles`` gives the role of each job title.

    A title without a role leaves the roles of its people as they are known here.
    """
    wanted = (
        "prof_professional_id",
        "prof_staff_id",
        "prof_professional_name",
        "prof_professional_job_title",
        "prof_professional_department",
    )
    known = {plain(title): role for title, role in titles.items()}
    found = Staff(Table(HEADINGS, ()), {}, {}, Counter())
    rows, ids, places = [], {}, {}
    for number, row in stream(path, wanted):
        staff_id = row["prof_staff_id"] or row["prof_professional_id"]
        team = find_team(row["prof_professional_department"], teams)
        cells = {"id": staff_id, "name": row["prof_professional_name"]}
        cells |= {"team": team.name, "service": team.service}
        title = row["prof_professional_job_title"]
        if role := known.get(plain(title)):
            cells["roles"] = role
        elif title:
            found.untitled[title] += 1
        rows.append(Row(number, cells))
        ids[row["prof_professional_id"] or staff_id] = staff_id
        places[staff_id] = team.name
    return Staff(Table(HEADINGS, tuple(rows)), ids, places, found.untitled)
