"""What follows from an audit, filled for tests of storage."""

from __future__ import annotations

from datetime import date

from domain.audits.audit import Seat
from domain.follow_up.step import NewStep, Party, Reply, StepKind
from storage.work import SqlUnitOfWork
from tests.storage.seeds import NOW

DAY = date(2026, 10, 2)


async def fill_follow_ups(uow: SqlUnitOfWork, seat: Seat, words: str) -> None:
    """A recommendation and one reply, both with those words."""
    new = NewStep(
        kind=StepKind.RECOMMENDATION,
        rule="recommendations",
        once="recommendations/seed",
        programme="case_file_audit",
        audit_id=seat.audit_id,
        case_ref="C-2",
        because=(seat.audit_id,),
        opens_on=DAY,
        due_on=DAY,
        words=words,
        parties=(Party(part="write", person_id="ben"),),
    )
    step = await uow.follow_ups.add(new, NOW)
    assert step is not None
    said = Reply(part="write", person_id="ben", at=NOW, round=1, words=words)
    await uow.follow_ups.say(step, [said])
