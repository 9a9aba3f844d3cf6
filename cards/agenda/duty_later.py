"""Later, or not mine: one's duties to choose from, and a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    band,
    button,
    card,
    date_field,
    facts,
    list_field,
    noticed,
    opens,
    rows,
    sentence,
    small,
    title,
)
from domain.calendar.wording import say_date, say_day
from domain.refs import Ref

MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterLine:
    """One duty to choose: its number, its words, its day; ``asked`` what waits for an answer."""

    key: str
    text: str
    due: date
    snoozed_until: date | None = None
    asked: str = ""


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLater:
    """``chosen`` is the key of the line that the form begins with."""

    kind: ClassVar[str] = "duty_later"

    ref: Ref
    version: int
    today: date
    lines: tuple[LaterLine, ...] = ()
    manager: str = ""
    chosen: str = ""
    until: str = ""
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """None: an answer."""
        return None

    def render(self) -> Json:
        """Which one, until when, and the way to say that it is not one's own."""
        body = [
            band("Reminders", say_day(self.today)),
            title("Later, or not mine"),
            sentence(self._sentence()),
            *self._form(),
            facts(*self._standing()),
            *rows([button("My work", "open_work", self)]),
        ]
        fallback = "Later, or not mine. Type snooze 2 until Friday, or not mine 2."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _sentence(self) -> str:
        if not self.lines:
            return "Nothing waits for you, so there is nothing to put off."
        return "Choose one. I remind you again on the day that you say."

    def _form(self) -> list[Element]:
        if not self.lines:
            return []
        choices = [(one.key, f"{one.text}, due {say_date(one.due)}") for one in self.lines[:MOST]]
        whose = self.manager or "Your manager"
        return [
            list_field("duty", "Which one", choices, value=self.chosen or choices[0][0]),
            date_field("until", "Remind me on", value=self.until),
            small(f"Up to its due day you decide. For a later day I ask {whose}."),
            *rows(
                [
                    button("Remind me then", "put_off", self, primary=True),
                    opens(
                        "Not mine",
                        small(f"{whose} decides who has it. Until then it stays with you."),
                        *rows([button("Ask for that", "not_mine", self)]),
                    ),
                ]
            ),
        ]

    def _standing(self) -> list[tuple[str, str]]:
        """What is put off, and what waits for an answer."""
        said = []
        for one in self.lines[:MOST]:
            if one.snoozed_until:
                said.append((one.text, f"no reminder before {say_day(one.snoozed_until)}"))
            if one.asked:
                said.append((one.text, one.asked))
        return said

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Two to choose from, one put off and one asked for, nothing, a mistake."""
        grade = LaterLine(key="91", text="Grade C-23087", due=date(2026, 12, 22))
        note = LaterLine(key="92", text="Note the talk for C-24113", due=date(2026, 12, 18))
        plain = cls(
            ref=Ref("person", "ada"),
            version=1,
            today=date(2026, 12, 14),
            lines=(note, grade),
            manager="Helen Brandt",
        )
        put_off = replace(note, snoozed_until=date(2026, 12, 17))
        asked = replace(grade, asked="Helen Brandt decides about Monday 4 January")
        return (
            plain,
            replace(plain, lines=(put_off, asked)),
            replace(plain, lines=()),
            replace(plain, notice="Please choose a day after today.", field="until"),
        )
