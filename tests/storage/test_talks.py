from __future__ import annotations

from dataclasses import replace

import pytest

from domain.faults import MovedOnFault
from domain.talks.talk import Reply, TalkState, TalkTick
from storage.work import SqlUnitsOfWork
from tests.storage.seeds import MINUTE, NOW, committed_seat

KEYS = ["reflective_talk", "joint_talk"]


async def test_an_audit_has_each_talk_once_in_the_order_asked_for(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        first = await uow.talks.start(seat.audit_id, KEYS)
        again = await uow.talks.start(seat.audit_id, KEYS[::-1])

        assert [talk.key for talk in first] == KEYS
        assert again == first[::-1]
        assert {talk.state for talk in first} == {TalkState.OPEN}
        assert await uow.talks.get(first[-1].id + 1) is None


async def test_a_talk_comes_back_as_it_was_saved(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        talk, _ = await uow.talks.start(seat.audit_id, KEYS)
        held = replace(
            talk,
            state=TalkState.HELD,
            starts_at=NOW,
            minutes=75,
            booked_by="ada",
            held_on=NOW.date(),
            took_part=("ada", "ben"),
            notes={"1": "Proud of the direct work", "more": "Nothing else"},
            reason="other",
            words="On the phone",
        )
        saved = await uow.talks.save(held)

        assert saved == replace(held, version=2)
        assert await uow.talks.get(talk.id) == saved
        assert (await uow.talks.of_audit(seat.audit_id))["reflective_talk"] == saved


async def test_notes_that_are_written_anew_take_the_place_of_the_old(
    units: SqlUnitsOfWork,
) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        talk, _ = await uow.talks.start(seat.audit_id, KEYS)
        saved = await uow.talks.save(replace(talk, notes={"1": "First", "2": "Second"}))
        await uow.talks.save(replace(saved, notes={"2": "Better"}))
        kept = await uow.talks.get(talk.id)

    assert kept is not None
    assert kept.notes == {"2": "Better"}


async def test_a_talk_that_has_moved_on_is_not_overwritten(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        talk, _ = await uow.talks.start(seat.audit_id, KEYS)
        await uow.talks.save(replace(talk, minutes=60))
        with pytest.raises(MovedOnFault):
            await uow.talks.save(replace(talk, minutes=90))


async def test_whoever_is_asked_twice_keeps_one_invitation(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        talk, _ = await uow.talks.start(seat.audit_id, KEYS)
        invited = await uow.talks.invite(talk.id, "ben")
        answer = replace(invited, reply=Reply.OTHER, times=(NOW + MINUTE,), words="Court that day")
        saved = await uow.talks.save_invitation(answer)

        assert await uow.talks.invite(talk.id, "ben") == saved == replace(answer, version=2)
        assert await uow.talks.invitation(invited.id) == saved
        assert await uow.talks.invitations(talk.id) == [saved]
        with pytest.raises(MovedOnFault):
            await uow.talks.save_invitation(answer)


async def test_a_seat_ticks_once_and_a_later_holder_anew(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        _, talk = await uow.talks.start(seat.audit_id, KEYS)
        await uow.talks.tick(talk.id, TalkTick(seat_id=seat.id, holder="ada", at=NOW))
        later = TalkTick(seat_id=seat.id, holder="ben", at=NOW + MINUTE)
        await uow.talks.tick(talk.id, later)

        assert await uow.talks.ticks(talk.id) == {seat.id: later}
