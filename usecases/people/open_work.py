"""Show my work."""

from __future__ import annotations

from usecases.asking import Answer, Ask, verb


@verb(subject="person")
async def open_work(ask: Ask) -> Answer:
    """The list of open duties in place of the pressed card."""
    return Answer(view="my_work", about=ask.ref)
