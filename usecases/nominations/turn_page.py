"""The next few examples of the library."""

from __future__ import annotations

from usecases.asking import Answer, Ask, verb


@verb(subject="library")
async def turn_page(ask: Ask) -> Answer:
    """Another page in place of this one; everybody may read it."""
    return Answer(view="library", about=ask.ref)
