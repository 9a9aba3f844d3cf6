"""I've seen this."""

from __future__ import annotations

from dataclasses import replace

from usecases.asking import Answer, Ask, verb
from usecases.audits.noticing import answered, keep, notice_for


@verb(subject="notice", past="saw it")
async def acknowledge_notice(ask: Ask) -> Answer:
    """Note when the notice was seen; the first time counts."""
    scene, notice = await notice_for(ask)
    if notice.seen_at is None:
        await keep(ask, replace(notice, seen_at=ask.now), "acknowledge_notice")
    return answered(ask, f"Thank you. I have noted that you know of the audit of {scene.case.ref}.")
