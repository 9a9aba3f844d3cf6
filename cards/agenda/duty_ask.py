"""Somebody asks about a duty: later reminders after its day, or another holder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    band,
    button,
    card,
    choice_field,
    escape,
    facts,
    noticed,
    opens,
    rows,
    sentence,
    small,
    title,
)
from domain.calendar.wording import say_day
from domain.refs import Ref

STATES = {"waiting": "Waits", "agreed": "Agreed", "refused": "Stays", "over": "Over"}


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class DutyAskCard:
    """``until`` set: later reminders; else somebody else is to have it.

    ``decides``: the reader answers it, else they asked. ``choices`` are those who may have it, as
    (id, words); empty where it changes hands elsewhere. ``outcome`` is what was decided, in words.
    """

    kind: ClassVar[str] = "duty_ask"

    ref: Ref
    version: int
    who: str
    what: str
    detail: str
    due: date
    until: date | None = None
    decides: bool = False
    state: Literal["waiting", "agreed", "refused", "over"] = "waiting"
    outcome: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line; it names nobody's record."""
        if self.state != "waiting":
            return f"{STATES[self.state]}: what was asked about a duty"
        return "A question about who does what" if self.until is None else "A later day is asked"

    def render(self) -> Json:
        """What is asked, of which duty, and the two answers."""
        body = [
            band("Asked about a duty", STATES[self.state]),
            title("A later day?" if self.until else "Who has this?"),
            sentence(self._sentence()),
            facts(
                ("What", self.what),
                ("Part of", self.detail),
                ("Due", say_day(self.due)),
                ("Remind again", say_day(self.until) if self.until else ""),
                ("Decided", self.outcome),
            ),
            *self._answers(),
        ]
        fallback = "Somebody asks about a duty. Open Teams to answer."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _sentence(self) -> str:
        who = escape(self.who)
        if self.state != "waiting":
            return "This is answered; nothing is left to do here."
        if not self.decides:
            return "It is with your manager. Until then it stays in your work."
        if self.until:
            return (
                f"**{who}** asks for reminders after the due day. The day it is due stays on "
                "record; those above hear of it later."
            )
        return f"**{who}** says that this is not theirs to do. Please decide."

    def _answers(self) -> list[Element]:
        if not self.decides or self.state != "waiting":
            return []
        stays = button("It stays as it is", "refuse_duty_ask", self)
        if self.until:
            return rows([button("Agree", "agree_put_off", self, primary=True), stays])
        if not self.choices:
            where = "It cannot change hands here: please settle it where it began."
            return [small(where), *rows([stays])]
        give = opens(
            "Give it to",
            choice_field("person", "Who has it", self.choices, filtered=True, required=True),
            *rows([button("Ask them", "give_duty", self)]),
            primary=True,
        )
        return rows([give, stays])

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """A later day, another holder, one that changes hands elsewhere, answered, one's own."""
        later = cls(
            ref=Ref("duty_ask", "7"),
            version=1,
            who="Ada Okafor",
            what="Grade C-23087",
            detail="Case file audit, 4 of 6 areas",
            due=date(2026, 12, 22),
            until=date(2027, 1, 4),
            decides=True,
        )
        choices = (("ivo", "Ivo Hart, IRO"), ("priya", "Priya Nair, Team Manager"))
        other = replace(later, until=None, choices=choices)
        return (
            later,
            other,
            replace(other, choices=(), notice="Please choose who has it."),
            replace(later, state="agreed", outcome="Agreed by Helen Brandt"),
            replace(other, decides=False),
            replace(other, decides=False, state="agreed", outcome="Ivo Hart has it"),
        )
