"""Something of the calendar that is to be done and noted (E-19)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar, Self

from cards.calendar.notes import evidence_field, note_fields, place, said, told_late
from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    band,
    button,
    card,
    date_field,
    escape,
    facts,
    noticed,
    opens,
    quote,
    rows,
    sentence,
    subtitle,
    text_field,
    title,
)
from domain.calendar.noting import LIMIT, NoteAsked
from domain.calendar.occurrence import OccurrenceState
from domain.calendar.wording import say_day, say_list
from domain.refs import Ref

TITLE = "From the calendar"
_ASKED = (
    NoteAsked("note_one", "Findings", "one"),
    NoteAsked("note_two", "Actions with dates", "two"),
)
"""Of the examples."""


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityDue:
    """``purpose`` is the council's note on it, ``whom`` with whom it is held.

    ``about`` is what whoever started it said, ``people`` whom it is for, ``others`` who else has
    it to do: one does it for all. ``latest`` is the last day to which it may be moved. ``ended``
    says by whom and when, once it is closed. ``told_on``: after its day, for an outage.
    """

    kind: ClassVar[str] = "activity_due"

    ref: Ref
    version: int
    today: date
    name: str
    due: date
    asked: tuple[NoteAsked, ...]
    purpose: str = ""
    whom: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    about: str = ""
    link: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    latest: date | None = None
    told_on: date | None = None
    state: OccurrenceState = OccurrenceState.OPEN
    ended: str = ""
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"From the calendar, by {say_day(self.due)}"

    @property
    def is_open(self) -> bool:
        """Whether it is still to do."""
        return self.state is OccurrenceState.OPEN

    def render(self) -> Json:
        """What it is and what to note; once it is closed, what was noted."""
        body = [
            band("Calendar", self._state()),
            title(TITLE),
            sentence(self._sentence()),
            subtitle(self.name),
            self._facts(),
            quote("What it is about", self.about) if self.about else None,
            *(
                self._form()
                if self.is_open
                else [*said(self.asked, self.values), *place(self.values)]
            ),
            quote(self._why(), self.reason) if self.reason else None,
        ]
        fallback = "Something of the calendar is due. Type what came of it, or open my work."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _state(self) -> str:
        if self.state is OccurrenceState.DONE:
            return "Noted"
        if self.state is OccurrenceState.MISSED:
            return "Did not happen"
        return "Late" if self.due < self.today else "To do"

    def _sentence(self) -> str:
        if not self.is_open:
            return escape(self.ended)
        late = ", which is past" if self.due < self.today else ""
        return f"Please note what came of it by **{say_day(self.due)}**{late}."

    def _facts(self) -> Element | None:
        return facts(
            ("Note", self.purpose),
            ("With", say_list(self.whom)),
            ("For", say_list(self.people)),
            ("Or done by", say_list(self.others, "or")),
            ("Your form", self.link) if self.is_open else None,
            ("Told late", told_late(self.told_on)) if self.is_open else None,
        )

    def _form(self) -> list[Element]:
        return [
            *note_fields(self.asked, self.values),
            evidence_field(self.values),
            *rows(
                [
                    button("Note the outcome", "note_outcome", self, primary=True),
                    button("Save for later", "keep_outcome", self),
                ],
                [
                    opens("It did not happen", *self._missed()),
                    opens("Another day", *self._moved()) if self.latest else None,
                ],
            ),
        ]

    def _missed(self) -> list[Element]:
        why = text_field("why_not", "Why not?", limit=LIMIT, required="Please say why.")
        return [why, *rows([button("Close it with this reason", "did_not_happen", self)])]

    def _moved(self) -> list[Element]:
        day = date_field("new_day", "The new day", latest=self.latest)
        why = text_field("why_moved", "Why?", limit=LIMIT, required="Please say why.")
        return [day, why, *rows([button("Move it", "move_occurrence", self)])]

    def _why(self) -> str:
        return "Why it did not happen" if self.state is OccurrenceState.MISSED else "Why it moved"

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """To do, started by somebody, moved, late and half written, noted, not held."""
        to_do = cls(
            ref=Ref("occurrence", "12"),
            version=1,
            today=date(2026, 12, 1),
            name="Senior managers' meeting on wider findings",
            due=date(2026, 12, 31),
            asked=_ASKED,
            purpose="By the last working day of the month; the document gives no day.",
            whom=("Service Director", "Heads of Service"),
            others=("Hal Grove",),
            latest=date(2027, 1, 28),
        )
        written = {"note_one": "Plans name what changes. " * 30, "evidence": "Minutes, folder 12"}
        noted = "Hal Grove noted it on Thursday 17 December."
        return (
            to_do,
            replace(to_do, name="Back to the floor", whom=(), others=(), about="A day in intake"),
            replace(to_do, reason="The room was taken.", link="Form 7", people=("Wes Tarn",)),
            replace(
                to_do,
                due=date(2026, 11, 30),
                values=written,
                latest=None,
                told_on=date(2026, 12, 1),
                notice="Please note what came of it.",
                field="note_one",
            ),
            replace(to_do, values=written, state=OccurrenceState.DONE, ended=noted),
            replace(
                to_do,
                state=OccurrenceState.MISSED,
                ended="Hal Grove noted on Thursday 17 December that it did not happen.",
                reason="Too many were away.",
            ),
        )
