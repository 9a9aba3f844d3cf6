"""What is noted of something in the calendar, as inputs and as it was said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cards.elements import Element
from cards.kit import quote, short_field, text_field
from domain.calendar.noting import LIMIT, WHERE_LIMIT, NoteAsked

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


def said(asked: Iterable[NoteAsked], values: Mapping[str, str]) -> list[Element]:
    """What was noted, in the order of the form."""
    kept = ((note.text, values.get(note.key, "")) for note in asked)
    return [quote(text, words) for text, words in kept if words]


def place(values: Mapping[str, str]) -> list[Element]:
    """Where more of it is, as it was typed: a link can be read and copied."""
    where = values.get("evidence", "")
    return [quote("Where it is", where)] if where else []
