"""Next: save the area and go on, once it is complete."""

from __future__ import annotations

from usecases.asking import Answer, Ask, verb
from usecases.audits.drafting import after, missing_notice, move_to, save_typed_area, showing
from usecases.audits.loading import draft_for


@verb(subject="area", past="graded it")
async def finish_area(ask: Ask) -> Answer:
    """Save what was typed; stay, with one line, where the area is not complete."""
    scene, draft = await draft_for(ask)
    saved = await save_typed_area(ask, scene, draft)
    notice, field = missing_notice(scene.rules_for(draft.seat_id), saved.entry)
    to = saved.entry.number if notice else after(scene, saved.entry)
    moved = await move_to(ask, draft, to)
    return showing(ask, moved, progressed=saved.progressed, notice=notice, field=field)
