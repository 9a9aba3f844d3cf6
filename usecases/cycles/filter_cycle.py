"""Show the seats of one team or stage."""

from __future__ import annotations

from usecases.asking import Answer, Ask, verb


@verb(subject="cycle")
async def filter_cycle(ask: Ask) -> Answer:
    """The board again, with what its inputs ask for."""
    return Answer(view="cycle_board", about=ask.ref, typed=dict(ask.inputs))
