"""The tracker: own actions, a team's, a service's, the council's (SEF-12, SEF-15, HER-14, E-60)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Action, Element
from cards.kit import (
    Line,
    Row,
    band,
    bars_and_table,
    button,
    card,
    escape,
    lines,
    list_field,
    noticed,
    number_table,
    rows,
    sentence,
    shorten,
    small,
    title,
)
from domain.actions.tracker import Standing, TeamCount, TrackedLine
from domain.calendar.wording import say_count, say_date
from domain.refs import Ref

MOST_LINES = 12
MOST_TEAMS = 25
ON_A_LINE = 120
NO_TEAM = "No team"
FILTERS = (
    (Standing.ALL, "All that is open"),
    (Standing.WEEK, "Due this week"),
    (Standing.OVERDUE, "Overdue"),
    (Standing.RETURNED, "Returned"),
    (Standing.TO_SIGN, "To sign off"),
    (Standing.DONE, "Done in the last 90 days"),
)


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ActionTracker:
    """``counts`` are by team, of all that the reader sees; ``shown`` the first of what is kept.

    ``late`` is how many of all that the reader sees are overdue, whatever is filtered.
    ``whose`` is ``Yours``, a team, a service, ``All teams``. ``to_sign`` is how many wait for the
    reader's sign-off; ``form`` whether the reader keeps a tracker form (SEF-12).
    """

    kind: ClassVar[str] = "action_tracker"

    ref: Ref
    version: int
    whose: str
    today: date
    counts: tuple[TeamCount, ...]
    shown: tuple[TrackedLine, ...]
    found: int
    late: int = 0
    teams: tuple[str, ...] = ()
    team: str = ""
    standing: Standing = Standing.ALL
    to_sign: int = 0
    form: bool = False
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a word or a press."""
        return None

    def render(self) -> Json:
        """The counts, the lines, the filters."""
        body = [
            band(f"Actions · {self.whose}", self._state()),
            title(say_count(self.found, "action")),
            sentence(self._sentence()),
            *self._counts(),
            *self._lines(),
            *self._filters(),
            *rows(self._buttons()),
        ]
        fallback = f"Actions, {self.whose}: {say_count(self.found, 'action')}. Type actions."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _state(self) -> str:
        return f"{self.late} overdue" if self.late else "None overdue"

    def _sentence(self) -> str:
        kept = dict(FILTERS)[self.standing]
        team = f", {escape(self.team)}" if self.team else ""
        return f"{kept}{team}. Press a line to open it."

    def _counts(self) -> list[Element]:
        if not self.counts:
            return []
        late = sum(one.overdue for one in self.counts)
        every = sum(one.open for one in self.counts)
        # only words of our own in the bars; teams stand in the table
        bars = [Row("On time", (every - late,)), Row("Overdue", (late,))]
        drawn = [
            Row(one.team or NO_TEAM, (one.open, one.week, one.overdue, one.returned))
            for one in self.counts[:MOST_TEAMS]
        ]
        heads = ["Team", "Open", "Week", "Late", "Back"]
        shares = bars_and_table("Open actions", ["State", "Actions"], bars)
        return [*shares, number_table(heads, drawn)]

    def _lines(self) -> list[Element]:
        drawn = [self._line(line) for line in self.shown[:MOST_LINES]]
        rest = self.found - len(drawn)
        more = [small(f"{rest} more. Choose a team or a state to see them.")] if rest > 0 else []
        return [*lines(drawn, "Medium"), *more]

    def _line(self, line: TrackedLine) -> Line:
        late = line.live and line.due_on < self.today
        days = say_count((self.today - line.due_on).days, "day")
        return Line(
            text=f"{line.label} {shorten(line.words, ON_A_LINE, 'press it to read on')}",
            detail=", ".join(part for part in (line.owner, line.team, line.state) if part),
            right=f"{days} late" if late else say_date(line.closed_on or line.due_on),
            strong=late,
            press_for=(line.opens, line),
        )

    def _filters(self) -> list[Element]:
        standings = ((each.value, name) for each, name in FILTERS)
        state = list_field("standing", "State", standings, value=self.standing.value)
        if len(self.teams) < 2:
            return [state]
        teams = (("", "All teams"), *((team, team) for team in self.teams[:MOST_TEAMS]))
        return [list_field("team", "Team", teams, value=self.team), state]

    def _buttons(self) -> list[Action]:
        found: list[Action] = [button("Show these", "filter_actions", self, primary=True)]
        if self.to_sign:
            found.append(button(f"{self.to_sign} to sign off", "open_sign_offs", self))
        if self.form:
            found.append(button("Tracker form", "open_tracker_form", self))
        if self.found or self.counts:
            found.append(button("Get as a file", "get_actions_file", self))
        return found

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """One's own, a team manager's, the council's, nothing found."""
        line = _example_line()
        own = cls(
            ref=Ref("person", "will"),
            version=1,
            whose="Yours",
            today=date(2026, 4, 7),
            counts=(),
            shown=(line, replace(line, due_on=date(2026, 4, 9), label="A-313")),
            found=2,
            late=1,
        )
        south = TeamCount(team="Children in Care South", open=12, week=3, overdue=2, returned=1)
        north = TeamCount(team="Safeguarding North", open=4, week=1, overdue=0, returned=0)
        council = replace(
            own,
            whose="All teams",
            counts=(south, north),
            teams=(south.team, north.team),
            found=16,
            late=2,
            to_sign=1,
        )
        long = tuple(replace(line, label=f"A-{n}", words="Hold it. " * 50) for n in range(12))
        return (
            own,
            replace(own, counts=(south,), whose=south.team, to_sign=7, form=True),
            council,
            replace(council, shown=long, found=300, standing=Standing.OVERDUE, team=north.team),
            replace(
                own, shown=(), found=0, late=0, standing=Standing.DONE, notice="Nothing is open."
            ),
        )


def _example_line() -> TrackedLine:
    return TrackedLine(
        ref=Ref("action", "312"),
        version=2,
        opens="open_action",
        label="A-312",
        words="Bring the chronology up to date",
        owner="Will Heath",
        team="Children in Care South",
        due_on=date(2026, 4, 3),
        state="waits for sign-off",
    )
