"""Show one audit's board."""

from __future__ import annotations

from usecases.asking import Answer, Ask, verb


@verb(subject="audit")
async def open_audit_board(ask: Ask) -> Answer:
    """Its seats and the ways on, in place of the pressed card."""
    return Answer(view="audit_board", about=ask.ref)
