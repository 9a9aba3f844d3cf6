"""A fictional council, the same every time: its staff list and its records.

``python -m demo.council [FOLDER]`` writes people.csv and cases.csv, which are also samples of the
two files that ``app.py import`` reads, with the roles of Herefordshire's framework.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from random import Random
from uuid import NAMESPACE_DNS, uuid5

from demo.names import FIRST, LAST
from demo.posts import POSTS, TEAMS, Post
from demo.records import records_of
from domain.frameworks.framework import Framework
from imports.framework_files import load_framework

HERE = Path(__file__).parent
FRAMEWORKS = HERE.parent / "frameworks"
SAMPLES_OF = "herefordshire"
SEED = 5518
AS_OF = date(2026, 11, 20)
PEOPLE = (
    *("id", "name", "email", "aad_object_id", "roles"),
    *("team", "service", "line_manager", "working_days"),
)
CASES = (
    *("ref", "team", "service", "worker", "iro", "cp_chair"),
    *("status", "cared_for", "opened_on", "last_supervision_on"),
)

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """Rows as the import reads them: a text in every column."""

    people: Sequence[Row]
    cases: Sequence[Row]


def make_council(*, as_of: date = AS_OF, seed: int = SEED) -> Council:
    """The council as it stands on a day; only the dates in the records follow the day."""
    draw = Random(seed)  # noqa: S311 - a repeatable draw, not a secret
    people = list(_people(draw))
    return Council(people=people, cases=list(records_of(TEAMS, people, as_of, draw)))


def for_framework(council: Council, framework: Framework) -> Council:
    """The same council with the roles that the framework knows; it serves several."""
    people = [{**row, "roles": _known(row["roles"], framework)} for row in council.people]
    return Council(people=people, cases=council.cases)


def _known(roles: str, framework: Framework) -> str:
    return ";".join(role for role in roles.split(";") if role in framework.roles)


def write_council(council: Council, folder: Path) -> None:
    """Write people.csv and cases.csv into the folder."""
    files = (("people.csv", PEOPLE, council.people), ("cases.csv", CASES, council.cases))
    for name, columns, rows in files:
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def _people(draw: Random) -> Iterator[Row]:
    posts = list(_posts())
    ids = {post.key: f"S{number}" for number, post in zip(count(101), posts, strict=False)}
    names = _names(draw)
    for post in posts:
        name = post.name or next(names)
        yield {
            "id": ids[post.key],
            "name": name,
            "email": f"{name.lower().replace(' ', '.')}@example.org",
            "aad_object_id": str(uuid5(NAMESPACE_DNS, f"{ids[post.key]}.council.example")),
            "roles": ";".join(post.roles),
            "team": post.team,
            "service": post.service,
            "line_manager": ids[post.under] if post.under else "",
            "working_days": "Mon;Tue;Wed;Thu;Fri",
        }


def _posts() -> Iterator[Post]:
    """Managers before those below them, so that a reader meets each id before its use."""
    yield from POSTS
    for team in TEAMS:
        yield Post(
            key=team.key,
            name=team.manager,
            roles=("team_manager",),
            service=team.service,
            team=team.name,
            under=team.under,
        )
        for place, name in enumerate(team.practitioners):
            yield Post(
                key=f"{team.key}-{place}",
                name=name,
                roles=team.roles,
                service=team.service,
                team=team.name,
                under=team.key,
            )


def _names(draw: Random) -> Iterator[str]:
    first, last = list(FIRST), list(LAST)
    draw.shuffle(first)
    draw.shuffle(last)
    return (f"{one} {two}" for one, two in zip(first, last, strict=True))


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    write_council(for_framework(make_council(), load_framework(FRAMEWORKS, SAMPLES_OF)), target)
