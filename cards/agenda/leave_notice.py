"""Somebody is away: for the cover, for whoever must name one, and for the person themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.agenda.my_leave import LeaveDuty
from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    Line,
    Target,
    band,
    button,
    card,
    choice_field,
    escape,
    facts,
    lines,
    noticed,
    opens,
    rows,
    sentence,
    small,
    title,
)
from domain.calendar.wording import say_count, say_date
from domain.refs import Ref

MOST_LINES = 10


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveNotice:
    """``role``: "cover", "names" (who covers is theirs to say), or "self".

    ``over`` says that the leave has ended or was changed. ``reader`` is the subject of their work.
    """

    kind: ClassVar[str] = "leave_notice"

    ref: Ref
    version: int
    reader: Ref
    who: str
    first_day: date
    last_day: date
    role: str = "cover"
    cover: str = ""
    duties: tuple[LeaveDuty, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    over: bool = False
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        if self.over:
            return "A leave has ended"
        falls = say_count(len(self.duties), "thing")
        return f"{falls} to cover" if self.role == "cover" else "Who covers a leave"

    def render(self) -> Json:
        """When, who covers, and what falls due meanwhile."""
        body = [
            band("Leave", "Over" if self.over else "Away"),
            title("The leave is over" if self.over else self._title()),
            sentence(self._sentence()),
            facts(
                ("Away", f"{say_date(self.first_day)} to {say_date(self.last_day)}"),
                ("Cover", self.cover or "Nobody yet"),
            ),
            *self._duties(),
            *self._answers(),
        ]
        fallback = "Somebody is away, and this concerns you. Open Teams to read it."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _title(self) -> str:
        titles = {"cover": "You stand in", "names": "Who covers?"}
        return titles.get(self.role, "Your cover")

    def _sentence(self) -> str:
        who = escape(self.who)
        if self.over:
            return f"**{who}** is back, or their leave was changed. Nothing is left to do here."
        if self.role == "self":
            return "This falls to your cover while you are away."
        if self.role == "names" and not self.cover:
            return f"**{who}** is away and nobody covers what falls due. Please name somebody."
        if self.role == "names":
            return f"**{who}** is away; this falls to whoever covers."
        return (
            f"**{who}** is away and has named you. I remind you of what falls due; you may do "
            "it as if it were yours."
        )

    def _duties(self) -> list[Element]:
        if self.over:
            return []
        if not self.duties:
            return [small("Nothing that is open now falls due meanwhile.")]
        found = lines(
            Line(text=one.text, detail=one.detail, right=say_date(one.due))
            for one in self.duties[:MOST_LINES]
        )
        rest = len(self.duties) - MOST_LINES
        return [*found, *([small(f"{rest} more fall due.")] if rest > 0 else [])]

    def _answers(self) -> list[Element]:
        work = button("My work", "open_work", Target(self.reader))
        if self.over or self.role != "names":
            return rows([work])
        name = opens(
            "Name somebody else" if self.cover else "Name somebody",
            choice_field("cover", "Who covers", self.choices, filtered=True, required=True),
            *rows([button("They cover", "name_cover", self)]),
            primary=not self.cover,
        )
        return rows([name, work])

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """For the cover, for a manager before and after, for the person, over."""
        duty = LeaveDuty(
            text="Grade C-23087", detail="Case file audit, 4 of 6 areas", due=date(2026, 12, 22)
        )
        cover = cls(
            ref=Ref("leave", "2026-12-21-ada"),
            version=1,
            reader=Ref("person", "ivo"),
            who="Ada Okafor",
            first_day=date(2026, 12, 21),
            last_day=date(2027, 1, 3),
            cover="Ivo Hart",
            duties=(duty,),
        )
        names = replace(
            cover, role="names", cover="", choices=(("ivo", "Ivo Hart, IRO"), ("p", "Priya Nair"))
        )
        return (
            cover,
            replace(cover, duties=()),
            names,
            replace(names, cover="Ivo Hart", notice="Ivo Hart covers."),
            replace(cover, role="self"),
            replace(cover, over=True),
        )
