"""The form on which an audit out of the cycle is asked for."""

from __future__ import annotations

from cards.cycles.audit_commission import AuditCommission
from domain.delivery.message import Doubt
from usecases.cycles.commission_audit import commissionable
from usecases.cycles.turns_due import turns_due
from usecases.showing import Look, shows


@shows("audit_commission", doubt=Doubt.LET_BE)
async def show_audit_commission(look: Look) -> AuditCommission | None:
    """The kinds that the reader may open; None for anybody who may open none."""
    allowed = commissionable(look.council, look.reader)
    if not allowed or look.about.key != look.reader.id:
        return None
    return AuditCommission(
        ref=look.about,
        version=1,
        programmes=tuple((programme.key, programme.title) for programme in allowed),
        typed=dict(look.typed),
        waiting=await turns_due(look.uow, allowed, look.today),
        notice=look.notice or None,
        field=look.field,
    )
