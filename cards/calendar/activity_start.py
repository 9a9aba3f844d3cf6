"""Start one activity or report: by which day, and what it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import (
    band,
    button,
    card,
    date_field,
    escape,
    facts,
    noticed,
    rows,
    sentence,
    subtitle,
    text_field,
    title,
)
from domain.calendar.noting import LIMIT
from domain.calendar.wording import say_day, say_list
from domain.refs import Ref

TITLE = "Start something"


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityStart:
    """``due`` is the day that follows from the file, None where somebody has to say it.

    ``days_before``: it is done so many days ahead of an event, whose day is asked for.
    ``planned``: the council has not begun it.
    """

    kind: ClassVar[str] = "activity_start"

    ref: Ref
    version: int
    name: str
    when: str = ""
    purpose: str = ""
    whose: tuple[str, ...] = ()
    due: date | None = None
    days_before: int = 0
    planned: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a word or a press."""
        return None

    def render(self) -> Json:
        """A day, a line about it, one button."""
        body = [
            band("Calendar", "Planned" if self.planned else "To start"),
            title(TITLE),
            sentence(self._sentence()),
            subtitle(self.name),
            facts(
                ("When", self.when),
                ("Note", self.purpose),
                ("Goes to", say_list(self.whose)),
            ),
            date_field("day", self._label(), value=self._value("day")),
            text_field(
                "about",
                "What is it about?",
                limit=LIMIT,
                value=self._value("about"),
                hint="Topic or reason; no child's name",
            ),
            *rows([button("Start it", "start_activity", self, primary=True)]),
        ]
        fallback = "Type the day by which it is due, then start."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _sentence(self) -> str:
        if self.planned:
            return "This is planned and not running here yet: start it to try it once."
        if self.days_before:
            return escape(f"It is due {self.days_before} days before that day.")
        if self.due:
            return f"Without a day of yours it is due **{say_day(self.due)}**."
        return "Please say by which day it is to be done."

    def _label(self) -> str:
        return "The day of the event" if self.days_before else "Due on"

    def _value(self, key: str) -> str:
        return self.values.get(key, "")

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """With a day of the file, without one, ahead of an event, only planned."""
        dated = cls(
            ref=Ref("calendar_entry", "activities.targeted_audit"),
            version=1,
            name="Targeted audit in a service area",
            when="A service programme or the data points there",
            whose=("Sam Field",),
            due=date(2026, 12, 31),
        )
        ahead = replace(dated, name="Folder for the team", days_before=7, due=None)
        return (
            dated,
            replace(dated, due=None, whose=(), purpose="No interval is given."),
            replace(ahead, values={"day": "2026-12-17", "about": "The team of the north"}),
            replace(dated, planned=True, due=None, when=""),
        )
