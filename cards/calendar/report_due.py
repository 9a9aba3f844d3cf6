"""A report that is to be prepared: what is in it, what it covers, where it goes."""

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
    bullets,
    button,
    card,
    escape,
    facts,
    noticed,
    quote,
    rows,
    sentence,
    subtitle,
    title,
)
from domain.calendar.noting import NoteAsked
from domain.calendar.occurrence import OccurrenceState
from domain.calendar.wording import say_day, say_list
from domain.refs import Ref

TITLE = "A report to prepare"


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDue:
    """``covers`` are its months in words, ``contents`` what is in it, ``levels`` down to where.

    ``passes`` says who passes it, ``told`` who hears of it here and ``elsewhere`` to whom it is
    sent by hand. ``others`` prepare it as well: one does it for all. ``reason`` is why it came
    back, ``ended`` what became of it.
    """

    kind: ClassVar[str] = "report_due"

    ref: Ref
    version: int
    today: date
    name: str
    due: date
    asked: tuple[NoteAsked, ...]
    covers: str = ""
    contents: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    purpose: str = ""
    passes: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    about: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    told_on: date | None = None
    state: OccurrenceState = OccurrenceState.OPEN
    ended: str = ""
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"A report for you to prepare, by {say_day(self.due)}"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be given."""
        return self.state is OccurrenceState.OPEN

    def render(self) -> Json:
        """What to prepare; once it is given, where it is."""
        body = [
            band("Report", self._state()),
            title(TITLE),
            sentence(self._sentence()),
            subtitle(self.name),
            quote("Why it came back", self.reason) if self.reason else None,
            quote("What it is about", self.about) if self.about else None,
            *self._contents(),
            self._facts(),
            *(
                self._form()
                if self.is_open
                else [*place(self.values), *said(self.asked, self.values)]
            ),
        ]
        fallback = "A report is to be prepared. Type where it is, or open my work."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _state(self) -> str:
        if self.state is OccurrenceState.DONE:
            return "Given"
        if self.state is OccurrenceState.PASSING:
            return "To be passed"
        return "Late" if self.due < self.today else "To prepare"

    def _sentence(self) -> str:
        if not self.is_open:
            return escape(self.ended)
        late = ", which is past" if self.due < self.today else ""
        return f"Please prepare it by **{say_day(self.due)}**{late}, and say where it is."

    def _contents(self) -> list[Element]:
        if not self.contents:
            return []
        return [subtitle("What is in it"), bullets(self.contents)]

    def _facts(self) -> Element | None:
        return facts(
            ("Covers", self.covers),
            ("By", say_list(self.levels)),
            ("Note", self.purpose),
            ("Passed by", say_list(self.passes, "or")),
            ("Told here", say_list(self.told)),
            ("Send it on to", say_list(self.elsewhere)),
            ("Or prepared by", say_list(self.others, "or")),
            ("Told late", told_late(self.told_on)) if self.is_open else None,
        )

    def _form(self) -> list[Element]:
        return [
            evidence_field(self.values, "Where is the report?"),
            *note_fields(self.asked, self.values),
            *rows(
                [
                    button("Give the report", "give_report", self, primary=True),
                    button("Save for later", "keep_outcome", self),
                ]
            ),
        ]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """To prepare, for others as well, came back, late, being passed, given."""
        to_do = cls(
            ref=Ref("occurrence", "31"),
            version=1,
            today=date(2026, 12, 1),
            name="Managers' briefing",
            due=date(2026, 12, 7),
            asked=(NoteAsked("note_one", "What should whoever gets it know?", "note"),),
            covers="November 2026",
            contents=("Compliance", "Grades", "Themes", "Good practice", "Areas to develop"),
            passes=("Cora Lindley",),
            elsewhere=("Managers' Meeting",),
        )
        placed = {"evidence": "https://example.org/briefing", "note_one": "One table is new."}
        given = replace(to_do, values=placed, ended="You gave it on Monday 7 December.")
        return (
            to_do,
            replace(
                to_do,
                name="QA report to the Improvement Board and everybody",
                levels=("Service area", "Team"),
                others=("Otto Penn",),
                told=("Sam Field",),
                purpose="On the tenth working day after the quarter.",
                about="For the visit in March",
            ),
            replace(to_do, reason="The grades of one team are missing.", values=placed),
            replace(to_do, due=date(2026, 11, 30), notice="Say where.", field="evidence"),
            replace(given, state=OccurrenceState.PASSING),
            replace(given, state=OccurrenceState.DONE),
        )
