"""Everything besides grades that an audit asks for, noted at once: for tests of other things."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.duties import DutyState
from domain.refs import Ref
from domain.talks.family import Agreed
from domain.talks.talk import TalkState, TalkTick
from storage.work import SqlUnitsOfWork


async def note_everything(units: SqlUnitsOfWork, audit_id: int, now: datetime) -> None:
    """The talks are noted and ticked, the family has agreed and was heard."""
    async with units() as uow:
        seats = await uow.audits.seats_of(audit_id)
        for talk in (await uow.talks.of_audit(audit_id)).values():
            held = replace(talk, state=TalkState.HELD, held_on=now.date(), notes={"more": "Noted"})
            await uow.talks.save(held)
            for seat in seats:
                if seat.holder:
                    tick = TalkTick(seat_id=seat.id, holder=seat.holder, at=now)
                    await uow.talks.tick(talk.id, tick)
        if consent := await uow.families.consent_of(audit_id):
            given = replace(consent, agreed=Agreed.GIVEN, asked="Both", next_chase_at=None)
            await uow.families.save_consent(given)
            await uow.duties.close(Ref("consent", str(consent.id)), DutyState.DONE, now)
        if entry := await uow.families.of_audit(audit_id):
            await uow.families.save(replace(entry, heard=True, who="Both", noted_at=now))
        await uow.commit()
