"""Back: save the area and go to the one before it."""

from __future__ import annotations

from usecases.asking import Answer, Ask, verb
from usecases.audits.drafting import move_to, save_typed_area, showing
from usecases.audits.loading import draft_for


@verb(subject="area", past="saved it")
async def leave_area(ask: Ask) -> Answer:
    """Save what was typed, complete or not, and go back; the first area stays where it is."""
    scene, draft = await draft_for(ask)
    saved = await save_typed_area(ask, scene, draft)
    moved = await move_to(ask, draft, max(1, saved.entry.number - 1))
    return showing(ask, moved, progressed=saved.progressed)
