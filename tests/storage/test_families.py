from __future__ import annotations

from dataclasses import replace

import pytest

from domain.faults import MovedOnFault
from domain.talks.family import Agreed, Consent
from storage.work import SqlUnitsOfWork
from tests.storage.seeds import MINUTE, NOW, committed_seat


async def test_a_family_is_asked_once_for_an_audit(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        question = Consent(id=0, audit_id=seat.audit_id, worker="ben", version=1, asked_at=NOW)
        asked = await uow.families.ask(question)

        assert asked == replace(question, id=asked.id)
        assert await uow.families.ask(replace(question, worker="ada")) == asked
        assert await uow.families.consent_of(seat.audit_id) == asked
        assert await uow.families.consent_of(seat.audit_id + 1) is None


async def test_what_the_family_answered_comes_back(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        asked = await uow.families.ask(
            Consent(id=0, audit_id=seat.audit_id, worker="ben", version=1, asked_at=NOW)
        )
        answer = replace(
            asked, agreed=Agreed.GIVEN, asked="Both parents", answered_on=NOW.date(), chased=1
        )
        saved = await uow.families.save_consent(answer)

        assert await uow.families.consent(asked.id) == saved == replace(answer, version=2)
        with pytest.raises(MovedOnFault):
            await uow.families.save_consent(answer)


async def test_only_reminders_that_are_due_are_found(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        due = Consent(
            id=0,
            audit_id=seat.audit_id,
            worker="ben",
            version=1,
            asked_at=NOW,
            next_chase_at=NOW + MINUTE,
        )
        asked = await uow.families.ask(due)

        assert await uow.families.to_chase(NOW) == []
        assert await uow.families.to_chase(NOW + MINUTE) == [asked]
        await uow.families.save_consent(replace(asked, next_chase_at=None))
        assert await uow.families.to_chase(NOW + 5 * MINUTE) == []


async def test_an_audit_has_one_entry_of_its_family(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        assert await uow.families.of_audit(seat.audit_id) is None
        entry = await uow.families.start(seat.audit_id)
        heard = replace(entry, heard=False, reason="no_reply", words="Rang twice", noted_by="ada")
        saved = await uow.families.save(replace(heard, noted_at=NOW, who="The mother"))

        assert await uow.families.start(seat.audit_id) == saved
        assert await uow.families.get(entry.id) == saved
        assert (saved.version, saved.heard, saved.who) == (2, False, "The mother")
        with pytest.raises(MovedOnFault):
            await uow.families.save(entry)
