"""Ticks after an audit: talked about, uploaded, shared (HER-10, HER-15, HER-25, LEI-12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import DateInput, Element
from cards.kit import (
    Line,
    Target,
    band,
    button,
    card,
    escape,
    facts,
    fitting,
    lines,
    noticed,
    quote,
    rows,
    sentence,
    shorten,
    small,
    text_field,
    title,
)
from domain.calendar.wording import say_date, say_day
from domain.refs import Ref

LIMIT = 2000
LINES_TO_PASTE = 32  # two for each of ten areas, the grades, and those of a sample


@dataclass(frozen=True, slots=True, kw_only=True)
class TickLine:
    """One tick: what it says, whose it is, and when they set it; ``day`` is when it happened.

    ``ref`` is the tick's own, and set only where the reader may set it.
    """

    text: str
    who: str
    ref: Ref | None = None
    done_on: date | None = None
    by: str = ""
    day: date | None = None
    dated: bool = False


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpConfirm:
    """``activity`` is what the council's file calls it; ``note_label`` what may be added.

    ``paste`` is the text for the case system: nobody here writes there (E-12).
    """

    kind: ClassVar[str] = "follow_up_confirm"

    ref: Ref
    version: int
    programme: str
    case: str
    activity: str
    ticks: tuple[TickLine, ...]
    due: date
    done: bool = False
    practitioner: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    note_label: str = "Something to add"
    paste: str = ""
    typed_note: str = ""
    today: date | None = None
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.case}: please confirm"

    def render(self) -> Json:
        """The ticks, and a button for each of the reader's own."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        body = [
            band(f"{self.programme} · {self.case}", "Confirmed" if self.done else "To confirm"),
            title(f"After the audit of {self.case}"),
            sentence(self._sentence()),
            facts(
                ("Practitioner", self.practitioner),
                ("Due", say_day(self.due)) if not self.done else None,
            ),
            *lines(_line(number, tick) for number, tick in enumerate(self.ticks, 1)),
            *(quote(whose, shorten(words, limit)) for whose, words in self.notes),
            *self._pasted(limit),
            *self._form(),
        ]
        fallback = f"{self.case}: please confirm. Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _sentence(self) -> str:
        if self.done:
            return f"{escape(self.activity)}: confirmed. You need do no more."
        if any(tick.ref for tick in self.ticks):
            return f"{escape(self.activity)}: please confirm it when it is done."
        return f"{escape(self.activity)}: your part is done."

    def _pasted(self, limit: int) -> list[Element]:
        if not self.paste:
            return []
        under = "Copy this into the case system yourself: nothing is written there from here."
        return [quote("To paste", shorten(self.paste, limit), most=LINES_TO_PASTE), small(under)]

    def _form(self) -> list[Element]:
        own = [(number, tick) for number, tick in enumerate(self.ticks, 1) if tick.ref]
        if not own:
            return []
        day = DateInput(
            id="day",
            label="When was it? With a day, your word is enough",
            error_message="Choose a day that is past.",
            max=self.today.isoformat() if self.today else None,
        )
        buttons = [
            button(
                "Confirm" if len(own) == 1 else f"Confirm {number}",
                "confirm_follow_up",
                Target(tick.ref, self.version),
                primary=index == 0,
            )
            for index, (number, tick) in enumerate(own)
            if tick.ref
        ]
        note = text_field("note", self.note_label, limit=LIMIT, value=self.typed_note)
        return [*([day] if any(t.dated for _, t in own) else []), note, *rows(buttons)]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """A supervisor's, a worker's after that, done, two ticks of one person, an upload."""
        own = TickLine(text="Talked about", who="Tess Marlow", ref=_tick("supervisor"), dated=True)
        talk = cls(
            ref=Ref("follow_up", "14"),
            version=2,
            programme="Case file audit",
            case="C-23087",
            activity="Talk about the audit in supervision",
            ticks=(own, TickLine(text="I talked about it", who="Jonah Reed")),
            due=date(2025, 10, 31),
            practitioner="Jonah Reed",
            note_label="Support or learning needed",
            today=date(2025, 10, 20),
        )
        day = date(2025, 10, 17)
        set_one = replace(own, ref=None, done_on=talk.today, by="Tess Marlow", day=day)
        told = TickLine(text="Told individually", who="Tess Marlow", ref=_tick("a"))
        team = replace(told, text="Told to the team", ref=_tick("b"))
        wrote = (("Tess Marlow wrote", "Shadow a court visit."),)
        upload = replace(talk, activity="Upload the audit", practitioner="")
        paste = "Case file audit, final on 19 September 2025.\nOverall: Good."
        return (
            talk,
            replace(talk, ticks=(set_one, talk.ticks[1])),
            replace(talk, ticks=(set_one,), done=True, notes=wrote),
            replace(talk, activity="Feed the findings back", ticks=(told, team)),
            replace(upload, ticks=(replace(told, text="Uploaded", who="QA team"),), paste=paste),
            replace(talk, notice="Thursday 30 October is still to come.", field="day"),
        )


def _tick(key: str) -> Ref:
    return Ref("confirmation", f"14-{key}")


def _line(number: int, tick: TickLine) -> Line:
    held = f", held on {say_date(tick.day)}" if tick.day else ""
    detail = f"{tick.by or tick.who}{held}"
    right = say_date(tick.done_on) if tick.done_on else "open"
    return Line(text=tick.text, detail=detail, number=number, right=right)
