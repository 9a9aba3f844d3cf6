"""What the bot knows of the reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import band, button, card, facts, noticed, rows, sentence, small, title
from domain.calendar.wording import say_date, say_list
from domain.refs import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Days away, both included, and who covers."""

    first_day: date
    last_day: date
    cover: str = ""


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class WhoAmI:
    """The reader's row in the staff list; ``roles`` as they are read.

    ``next_roles`` are the seats whose turn comes next, where a programme has a rota (SOM-03).
    """

    kind: ClassVar[str] = "who_am_i"

    ref: Ref
    version: int
    name: str
    roles: tuple[str, ...] = ()
    team: str = ""
    line_manager: str = ""
    away: Away | None = None
    next_roles: tuple[str, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: an answer."""
        return None

    def render(self) -> Json:
        """The facts, and what to do if one is wrong."""
        away = (
            f"{say_date(self.away.first_day)} to {say_date(self.away.last_day)}"
            if self.away
            else ""
        )
        body = [
            band("Practice Loop", "You"),
            title(self.name),
            sentence("This is what the staff list says of you."),
            facts(
                ("Team", self.team),
                ("Manager", self.line_manager),
                ("Away", away),
                ("Cover", self.away.cover if self.away else ""),
                ("Roles", say_list(self.roles) or "None"),
                ("Next turn", say_list(self.next_roles)),
            ),
            small(
                "Something wrong? Tell the QA team. I decide by this list who is asked.", "Medium"
            ),
            *rows([button("Show my work", "open_work", self, primary=True)]),
        ]
        fallback = "What the staff list says of you. Type my work or help."
        return card(fallback=fallback, body=noticed(body, self.notice))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """With everything, away, without roles, with a turn in a rota."""
        ada = cls(
            ref=Ref("person", "ada"),
            version=1,
            name="Ada Okafor",
            roles=("Team manager", "Auditor"),
            team="Children in Care",
            line_manager="Helen Brandt",
        )
        leave = Away(first_day=date(2026, 12, 21), last_day=date(2027, 1, 3), cover="Ivo Hart")
        return (
            ada,
            replace(ada, away=leave),
            replace(ada, next_roles=("Moderator",)),
            replace(ada, roles=(), team="", line_manager="", notice="The list is 9 days old."),
        )
