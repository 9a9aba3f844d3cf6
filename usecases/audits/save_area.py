"""Save for later: keep what was typed, complete or not."""

from __future__ import annotations

from usecases.asking import Answer, Ask, verb
from usecases.audits.drafting import move_to, save_typed_area, showing
from usecases.audits.loading import draft_for


@verb(subject="area", past="saved it")
async def save_area(ask: Ask) -> Answer:
    """Save the area and stay on it."""
    scene, draft = await draft_for(ask)
    saved = await save_typed_area(ask, scene, draft)
    stayed = await move_to(ask, draft, saved.entry.number)
    return showing(ask, stayed, progressed=saved.progressed)
