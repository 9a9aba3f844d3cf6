"""Who is behind, by person, for whoever manages them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    Line,
    Target,
    band,
    button,
    card,
    lines,
    noticed,
    rows,
    sentence,
    small,
    subtitle,
    title,
)
from domain.calendar.wording import say_count, say_date, say_day
from domain.refs import Ref

MOST_LINES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person: what is late and what is due in seven days; ``note`` says that they are away."""

    ref: Ref
    name: str
    late: int = 0
    longest_late: int = 0
    soon: int = 0
    open: int = 0
    worst: str = ""
    note: str = ""
    reminded_on: date | None = None


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class MyTeam:
    """``members`` are those below the reader who hold something, the latest first."""

    kind: ClassVar[str] = "my_team"

    ref: Ref
    version: int
    today: date
    members: tuple[Member, ...] = ()
    leads: bool = True
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: an answer."""
        return None

    def render(self) -> Json:
        """Those who are behind, each pressed to remind them; then the others."""
        behind = [one for one in self.members if one.late]
        others = [one for one in self.members if not one.late]
        body = [
            band("Your team", say_day(self.today)),
            title(self._title(len(behind))),
            sentence(self._sentence(bool(behind))),
            *_section("Behind", behind, remind=True),
            *_section("On time", others, remind=False),
            *rows([button("My work", "open_work", Target(self.ref))]),
        ]
        fallback = "Who is behind in your team. Type my work for your own."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _title(self, behind: int) -> str:
        if not self.leads:
            return "You manage nobody"
        if not behind:
            return "Nobody is behind"
        return f"{say_count(behind, 'person is', 'people are')} behind"

    def _sentence(self, behind: bool) -> str:  # noqa: FBT001 - the only thing it is about
        if not self.leads:
            return "The staff list names you as nobody's manager. Type **my work** for your own."
        if behind:
            return "Press a name to remind them: one card with all that is late, once a day."
        return "Nothing is late among the people whom you manage."

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Two behind and two not, nobody behind, nobody to manage, many."""
        late = Member(
            ref=Ref("member", "ada"),
            name="Ada Okafor",
            late=2,
            longest_late=5,
            open=4,
            worst="Grade C-24098",
        )
        away = replace(
            late, ref=Ref("member", "ivo"), name="Ivo Hart", late=1, note="away, Priya Nair covers"
        )
        fine = Member(ref=Ref("member", "p"), name="Priya Nair", soon=1, open=2)
        team = cls(
            ref=Ref("person", "helen"),
            version=1,
            today=date(2026, 12, 14),
            members=(late, replace(away, reminded_on=date(2026, 12, 14)), fine),
        )
        many = tuple(replace(late, name=f"Person {number}") for number in range(20))
        return (
            team,
            replace(team, members=(fine,)),
            replace(team, members=(), leads=False),
            replace(team, members=many),
            replace(team, notice="Ada Okafor has been reminded of 2 things."),
        )


def _section(name: str, found: Sequence[Member], *, remind: bool) -> list[Element]:
    if not found:
        return []
    rest = len(found) - MOST_LINES
    more = [small(f"{rest} more.")] if rest > 0 else []
    return [
        subtitle(name),
        *lines(_line(one, remind=remind) for one in found[:MOST_LINES]),
        *more,
    ]


def _line(one: Member, *, remind: bool) -> Line:
    told = f"reminded on {say_date(one.reminded_on)}" if one.reminded_on else ""
    if one.late:
        days = f"the longest {say_count(one.longest_late, 'day')}"
        detail = ", ".join(part for part in (one.worst, days, one.note, told) if part)
        right = f"{one.late} late"
    else:
        said = f"{one.soon} due in 7 days" if one.soon else ""
        detail = ", ".join(part for part in (said, one.note) if part)
        right = f"{one.open} open"
    can = remind and not one.reminded_on
    return Line(
        text=one.name,
        detail=detail,
        right=right,
        strong=bool(one.late),
        press_for=("remind_member", Target(one.ref)) if can else None,
    )
