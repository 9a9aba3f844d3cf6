"""Show the form on which a piece of learning is recorded."""

from __future__ import annotations

from usecases.asking import Answer, Ask, verb


@verb(subject="person")
async def open_piece(ask: Ask) -> Answer:
    """The form in place of the pressed card."""
    return Answer(view="piece_form", about=ask.ref)
