"""I disagree: somebody told of the findings sends the audit to the panel, with a reason."""

from __future__ import annotations

from domain.audits.outcome import findings_are_out
from domain.faults import Fault
from usecases.asking import Answer, Ask, verb
from usecases.audits.noticing import keep, notice_for
from usecases.moderation.disputing import disagree, touched


@verb(subject="notice", past="disagreed with the grade")
async def dispute_findings(ask: Ask) -> Answer:
    """Keep the reason, encrypted; refused with the date where it is too late (E-97)."""
    scene, notice = await notice_for(ask)
    if not findings_are_out(scene.programme, scene.audit.state):
        raise Fault("The findings are not out yet, so nothing was changed.")
    line = await disagree(ask, scene)
    await keep(ask, notice, "dispute_findings")
    changed = (ask.ref, *touched(scene))
    return Answer(view="audit_findings", about=ask.ref, changed=changed, line=line)
