"""First auditors' work as it stands in the database once it is in; talks are other tests'."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from domain.audits.assessment import AreaEntry, AssessmentState
from domain.audits.audit import SeatState
from domain.duties import DutyState
from domain.refs import Ref
from storage.work import SqlUnitsOfWork


async def submits(
    units: SqlUnitsOfWork,
    seat_id: int,
    grades: Mapping[int, str | None],
    *,
    now: datetime,
    words: str = "Seen in the record",
) -> None:
    """The seat's assessment is in: the grade of each area, and with 0 the overall one."""
    async with units() as uow:
        seat = await uow.audits.seat(seat_id)
        assert seat is not None
        draft = await uow.assessments.start(seat_id, now)
        for number, grade in grades.items():
            if number:
                entry = AreaEntry(
                    number=number,
                    grade=grade,
                    evidence=words,
                    strengths=f"Strong, {words}",
                    develop=f"To develop, {words}",
                )
                await uow.assessments.save_area(draft, entry)
        state = AssessmentState.SUBMITTED
        await uow.assessments.save(
            replace(
                draft, state=state, overall=grades.get(0), reason=words, at_area=0, submitted_at=now
            )
        )
        await uow.audits.save_seat(replace(seat, state=SeatState.SUBMITTED, since=now))
        await uow.duties.close(Ref("seat", str(seat_id)), DutyState.DONE, now)
        await uow.outbox.refresh(Ref("seat", str(seat_id)), now=now)
        await uow.outbox.send("grading", Ref("form", str(seat_id)), seat.holder or "", now=now)
        await uow.commit()
