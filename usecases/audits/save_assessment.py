"""Save the summary for later."""

from __future__ import annotations

from usecases.asking import Answer, Ask, verb
from usecases.audits.drafting import move_to, save_typed_overall, showing
from usecases.audits.loading import draft_for


@verb(subject="assessment", past="saved it")
async def save_assessment(ask: Ask) -> Answer:
    """Keep the overall grade and its reason; nothing is sent."""
    scene, draft = await draft_for(ask)
    return showing(ask, await move_to(ask, await save_typed_overall(ask, scene, draft), 0))
