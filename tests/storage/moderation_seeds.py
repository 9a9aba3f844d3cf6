"""Rows of moderation whose every written word is the same."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.audit import Seat
from domain.moderation.moderation import Decision, Dispute, Moderation, View
from storage.work import SqlUnitOfWork
from tests.storage.seeds import DUE, NOW


async def fill_moderations(uow: SqlUnitOfWork, seat: Seat, words: str) -> None:
    """One row of each table of moderation."""
    decision = Decision(reason=words, plan=words, wider=words)
    audit = await uow.audits.get(seat.audit_id)
    assert audit is not None
    await uow.moderations.add(
        Moderation(audit_id=audit.id, settled_on=NOW.date(), decision=decision)
    )
    await uow.moderations.add_dispute(
        Dispute(audit_id=audit.id, person_id="ben", relation="worker", reason=words, at=NOW)
    )
    asked = await uow.moderations.ask_view(
        View(
            id=0,
            audit_id=audit.id,
            person_id="ben",
            asked_by="ada",
            question=words,
            answer=words,
            asked_at=NOW,
        )
    )
    assert asked is not None
    await uow.moderations.open_check(audit.cycle_id, DUE)
    check = await uow.moderations.check_of(audit.cycle_id)
    assert check is not None
    await uow.moderations.save_check(replace(check, themes=words))
