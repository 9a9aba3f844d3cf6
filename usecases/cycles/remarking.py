"""Reasons that those who run a cycle give for what they change."""

from __future__ import annotations

from domain.audits.grading import accept_words
from domain.audits.remark import Remark, RemarkKind
from domain.faults import Fault
from usecases.asking import Ask


def reason_of(ask: Ask, what: str, field: str = "reason") -> str:
    """The reason that was typed into the field; raises Fault where there is none."""
    reason = accept_words(field, ask.typed(field), said="reason")
    if not reason:
        raise Fault(f"Please say why {what}. Nothing was changed.", field=field)
    return reason


async def remark(ask: Ask, audit_id: int, kind: RemarkKind, text: str) -> None:
    """Keep the reason with the audit."""
    kept = Remark(audit_id=audit_id, kind=kind, person_id=ask.actor.id, text=text, at=ask.now)
    await ask.uow.remarks.add(kept)
