"""The trackers: what is open, due this week, overdue and returned, by team (SEF-15, HER-14)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.refs import Ref


class Standing(StrEnum):
    """What a tracker can be filtered by."""

    ALL = ""
    WEEK = "week"
    OVERDUE = "overdue"
    RETURNED = "returned"
    TO_SIGN = "to_sign"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedLine:
    """One line: an action, or a recommendation of an audit (COL-03); people by name.

    ``opens`` is the verb that opens it for whoever may; ``words`` are its own, letter by letter.
    """

    ref: Ref
    version: int
    opens: str
    label: str
    words: str
    owner: str
    team: str
    due_on: date
    case_ref: str = ""
    tag: str = ""
    state: str = ""
    signer: str = ""
    closed_on: date | None = None
    returned: int = 0
    back: bool = False
    claimed: bool = False
    latest_on: date | None = None
    progress: str = ""

    @property
    def live(self) -> bool:
        """Whether it is still open."""
        return self.closed_on is None

    def stands(self, standing: Standing, today: date) -> bool:
        """Whether a filter keeps it; nothing that is done but under ``DONE``."""
        if standing is Standing.DONE or not self.live:
            return standing is Standing.DONE and not self.live
        return {
            Standing.ALL: True,
            Standing.WEEK: today <= self.due_on <= end_of_week(today),
            Standing.OVERDUE: self.due_on < today,
            Standing.RETURNED: self.back,
            Standing.TO_SIGN: self.claimed,
        }[standing]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamCount:
    """How many of a team's are open; of these due this week, overdue, returned."""

    team: str
    open: int
    week: int
    overdue: int
    returned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackerFilter:
    """A team, a standing; nothing means everything that is open."""

    team: str = ""
    standing: Standing = Standing.ALL

    @classmethod
    def read(cls, team: str, standing: str) -> TrackerFilter:
        """Out of the inputs of a card; an unknown word filters nothing."""
        known = {each.value: each for each in Standing}
        return cls(team=team, standing=known.get(standing, Standing.ALL))

    def keep(self, lines: Iterable[TrackedLine], today: date) -> list[TrackedLine]:
        """What it keeps, soonest first."""
        kept = [
            line
            for line in lines
            if line.stands(self.standing, today) and self.team in {"", line.team}
        ]
        return sorted(kept, key=lambda line: (line.due_on, line.label))


def end_of_week(day: date) -> date:
    """The Sunday of the day's week."""
    return day + timedelta(days=6 - day.weekday())


def by_team(lines: Sequence[TrackedLine], today: date) -> list[TeamCount]:
    """The counts of every team that has something open, by name."""
    live = [line for line in lines if line.live]
    return [_count(team, live, today) for team in sorted({line.team for line in live})]


def _count(team: str, live: Sequence[TrackedLine], today: date) -> TeamCount:
    own = [line for line in live if line.team == team]

    def number(standing: Standing) -> int:
        return sum(line.stands(standing, today) for line in own)

    return TeamCount(
        team=team,
        open=len(own),
        week=number(Standing.WEEK),
        overdue=number(Standing.OVERDUE),
        returned=number(Standing.RETURNED),
    )
