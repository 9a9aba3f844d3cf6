"""Show everything that can be typed."""

from __future__ import annotations

from usecases.asking import Answer, Ask, verb


@verb(subject="person")
async def open_help(ask: Ask) -> Answer:
    """The list of commands in place of the pressed card."""
    return Answer(view="help", about=ask.ref)
