"""The records of the fictional council: references, who works on them, and a few dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from random import Random

from demo.posts import Team

Row = Mapping[str, str]

NUMBERS = range(22_900, 24_400)
CLOSED, LONG_AGO = 0.06, 0.04
# the records that the documents tell of: both lie with Tess Marlow's team
SHOWN_TEAM = "Safeguarding North"
SHOWN: Mapping[str, Mapping[str, str]] = {
    "C-23087": {"iro": "", "cared_for": "no", "status": "open"},
    "C-24113": {"worker": "Priya Nair", "iro": "Ivo Hart", "cp_chair": "", "cared_for": "yes"},
}


def records_of(
    teams: Sequence[Team], people: Sequence[Row], as_of: date, draw: Random
) -> Iterator[Row]:
    """A row for each record, team by team, references in order within a team."""
    spare = [f"C-{number}" for number in NUMBERS if f"C-{number}" not in SHOWN]
    draw.shuffle(spare)
    ids = {row["name"]: row["id"] for row in people}
    for team in teams:
        shown = list(SHOWN) if team.name == SHOWN_TEAM else []
        refs = shown + [spare.pop() for _ in range(team.records - len(shown))]
        workers = [row["id"] for row in people if row["team"] == team.name][1:]
        for place, ref in enumerate(sorted(refs)):
            row = {
                "ref": ref,
                "team": team.name,
                "service": team.service,
                "worker": workers[place % len(workers)],
                **_review(team, people, draw),
                "status": "closed" if draw.random() < CLOSED else "open",
                **_dates(as_of, draw),
            }
            fixed = SHOWN.get(ref, {})
            yield row | {column: ids.get(value, value) for column, value in fixed.items()}


def _review(team: Team, people: Sequence[Row], draw: Random) -> Row:
    cared_for = draw.randrange(100) < team.cared_for
    protected = not cared_for and draw.randrange(100) < team.protected
    iro = draw.choice(_holders(people, "independent_reviewing_officer"))
    chair = draw.choice(_holders(people, "child_protection_chair"))
    return {
        "iro": iro if cared_for else "",
        "cp_chair": chair if protected else "",
        "cared_for": "yes" if cared_for else "no",
    }


def _holders(people: Sequence[Row], role: str) -> list[str]:
    return [row["id"] for row in people if role in row["roles"].split(";")]


def _dates(as_of: date, draw: Random) -> Row:
    """When the record was opened, and the last supervision: none before the first month is over.

    A few had none for more than six months, which Sefton's framework answers at once (SEF-07).
    """
    open_for = draw.randrange(6, 900)
    since = draw.randrange(190, 260) if draw.random() < LONG_AGO else draw.randrange(2, 34)
    supervised = _weekday(as_of, since) if since < open_for - 28 else ""
    return {"opened_on": _weekday(as_of, open_for), "last_supervision_on": supervised}


def _weekday(as_of: date, days_ago: int) -> str:
    day = as_of - timedelta(days=days_ago)
    return (day - timedelta(days=max(0, day.weekday() - 4))).isoformat()
