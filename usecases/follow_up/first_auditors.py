"""Who audited a record the first time, when it is audited again (HER-13, E-49)."""

from __future__ import annotations

from domain.frameworks.programme import Programme
from domain.frameworks.re_audit import re_audit_rule
from usecases.ports import UnitOfWork


async def first_auditors(uow: UnitOfWork, audit_id: int) -> frozenset[str]:
    """Everybody who held a seat of the audit, its moderators too."""
    seats = await uow.audits.seats_of(audit_id)
    return frozenset(seat.holder for seat in seats if seat.holder)


async def barred_from(uow: UnitOfWork, programme: Programme, audit_id: int) -> frozenset[str]:
    """Who may not take a seat of an audit because it is a re-audit of theirs; else nobody."""
    rule = re_audit_rule(programme)
    if rule is None or not rule.not_the_auditors:
        return frozenset()
    step = await uow.follow_ups.of_re_audit(audit_id)
    return await first_auditors(uow, step.audit_id) if step else frozenset()
