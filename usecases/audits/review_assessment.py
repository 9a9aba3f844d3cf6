"""Go to the summary from any area: save what was typed and show all grades."""

from __future__ import annotations

from usecases.asking import Answer, Ask, verb
from usecases.audits.drafting import move_to, save_typed_area, showing
from usecases.audits.loading import draft_for


@verb(subject="area", past="saved it")
async def review_assessment(ask: Ask) -> Answer:
    """Save the area, complete or not; the summary says what is missing."""
    scene, draft = await draft_for(ask)
    saved = await save_typed_area(ask, scene, draft)
    return showing(ask, await move_to(ask, draft, 0), progressed=saved.progressed)
