"""Change an area: go to it, from the summary or by its number."""

from __future__ import annotations

from usecases.asking import Answer, Ask, verb
from usecases.audits.drafting import move_to, save_typed_overall, showing
from usecases.audits.loading import draft_for
from usecases.audits.subjects import split_area


@verb(subject="area")
async def change_area(ask: Ask) -> Answer:
    """Open an area; the overall grade typed on the summary meanwhile is kept."""
    scene, draft = await draft_for(ask)
    if "overall" in ask.inputs or "reason" in ask.inputs:
        draft = await save_typed_overall(ask, scene, draft)
    return showing(ask, await move_to(ask, draft, split_area(ask.ref)[1]))
