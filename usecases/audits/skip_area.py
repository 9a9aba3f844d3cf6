"""Skip: save the area and go on, complete or not; the summary will say what is missing."""

from __future__ import annotations

from usecases.asking import Answer, Ask, verb
from usecases.audits.drafting import after, move_to, save_typed_area, showing
from usecases.audits.loading import draft_for


@verb(subject="area", past="saved it")
async def skip_area(ask: Ask) -> Answer:
    """Save what was typed and go to the next area, or to the summary after the last."""
    scene, draft = await draft_for(ask)
    saved = await save_typed_area(ask, scene, draft)
    moved = await move_to(ask, draft, after(scene, saved.entry))
    return showing(ask, moved, progressed=saved.progressed)
