"""I've read this."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.outcome import findings_are_out
from domain.faults import Fault
from usecases.asking import Answer, Ask, verb
from usecases.audits.noticing import keep, notice_for


@verb(subject="notice", past="read the findings")
async def acknowledge_findings(ask: Ask) -> Answer:
    """Note when the findings were read; the first time counts."""
    scene, notice = await notice_for(ask)
    if not findings_are_out(scene.programme, scene.audit.state):
        raise Fault("The findings are not out yet, so nothing was noted. You will get them here.")
    if notice.read_at is None:
        await keep(ask, replace(notice, read_at=ask.now), "acknowledge_findings")
    line = f"Thank you. I have noted that you read the findings of {scene.case.ref}."
    return Answer(view="audit_findings", about=ask.ref, changed=(ask.ref,), line=line)
