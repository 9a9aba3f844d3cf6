"""A folder of the dataset's tables, as the two lists that the ordinary import checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from domain.lists.table import Table
from imports.ssd.records import Cohorts, read_cohorts, read_records
from imports.ssd.staff import read_staff, read_teams
from imports.unreadable import UnreadableFileFault

STAFF, PEOPLE, INVOLVED, TEAMS = (
    "ssd_professionals.csv",
    "ssd_person.csv",
    "ssd_involvements.csv",
    "ssd_department.csv",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SsdLists:
    """People with the rows of ssd_professionals.csv, cases with those of ssd_person.csv.

    ``untitled`` counts the people of each job title that no role is known for; ``strangers`` the
    children with a plan, an episode or a worker who are not in ssd_person.csv.
    """

    people: Table
    cases: Table
    untitled: Mapping[str, int]
    strangers: int


def read_ssd(folder: Path, titles: Mapping[str, str]) -> SsdLists:
    """Read the folder; ``titles`` gives the key of the role for each job title.

    Raises UnreadableFileFault where a table is missing or cannot be read.
    """
    files = _files(folder)
    missing = [name for name in (STAFF, PEOPLE, INVOLVED) if name not in files]
    if missing:
        raise UnreadableFileFault(
            f"{folder} lacks {', '.join(missing)}, so nothing was written. "
            "Put all tables of one extract into one folder."
        )
    teams = read_teams(files.get(TEAMS))
    staff = read_staff(files[STAFF], teams, titles)
    cohorts: Cohorts = read_cohorts(files, files[INVOLVED])
    cases, strangers = read_records(files[PEOPLE], cohorts, staff, teams)
    return SsdLists(
        people=staff.table, cases=cases, untitled=dict(staff.untitled), strangers=strangers
    )


def _files(folder: Path) -> dict[str, Path]:
    """The folder's files by name in small letters, as not every system keeps them."""
    try:
        return {path.name.casefold(): path for path in sorted(folder.iterdir()) if path.is_file()}
    except OSError as error:
        raise UnreadableFileFault(f"{folder} is no folder, so nothing was written.") from error
