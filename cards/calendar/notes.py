"""What is noted of something in the calendar, as inputs and as it was said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from cards.elements import Element
from cards.kit import quote, short_field, text_field
from domain.calendar.noting import LIMIT, WHERE_LIMIT, NoteAsked
from domain.calendar.wording import say_day

ROLES = "Roles, not names"


def note_fields(asked: Iterable[NoteAsked], values: Mapping[str, str]) -> list[Element]:
    """A box for each note."""
    return [
        text_field(note.key, note.text, limit=LIMIT, value=values.get(note.key, ""), hint=ROLES)
        for note in asked
    ]


def evidence_field(values: Mapping[str, str], label: str = "Where more of it is") -> Element:
    """A link or a place: nothing is attached here."""
    return short_field(
        "evidence",
        label,
        limit=WHERE_LIMIT,
        value=values.get("evidence", ""),
        hint="A link, or where it is kept",
    )


def told_late(told_on: date | None) -> str:
    """``on Monday 9 November, after its day``; empty where it was told of in time."""
    return f"On {say_day(told_on)}, after its day" if told_on else ""


def said(asked: Iterable[NoteAsked], values: Mapping[str, str]) -> list[Element]:
    """What was noted, in the order of the form."""
    kept = ((note.text, values.get(note.key, "")) for note in asked)
    return [quote(text, words) for text, words in kept if words]


def place(values: Mapping[str, str]) -> list[Element]:
    """Where more of it is, as it was typed: a link can be read and copied."""
    where = values.get("evidence", "")
    return [quote("Where it is", where)] if where else []
