"""Show a cycle's board."""

from __future__ import annotations

from usecases.asking import Answer, Ask, verb


@verb(subject="cycle")
async def open_cycle_board(ask: Ask) -> Answer:
    """All seats of the cycle, in place of the pressed card."""
    return Answer(view="cycle_board", about=ask.ref)
