"""Show how one's team stands."""

from __future__ import annotations

from usecases.asking import Answer, Ask, verb


@verb(subject="person")
async def open_team_quota(ask: Ask) -> Answer:
    """The roll-up in place of the pressed card."""
    return Answer(view="team_quota", about=ask.ref)
