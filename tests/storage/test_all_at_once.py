"""Many rows of a kind by one statement, with the same effect as one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import func, select

from domain.audits.audit import SeatState
from domain.delivery.message import Doubt, Lane, Letter
from domain.duties import NewDuty
from domain.focus import Focus
from domain.refs import Ref
from domain.talks.family import Consent
from domain.trail import Deed, faults
from storage.tables import outbox, talks
from storage.work import SqlUnitsOfWork
from tests.storage.seeds import BEN, NOW, committed_seat

SEATS = [Ref("seat", str(number)) for number in range(1, 4)]
DEEDS = [Deed(subject=seat, action="allocate_seat", details={"version": 1}) for seat in SEATS]
DUTIES = [NewDuty(kind="answer", subject=seat, holder="ada", due_at=NOW) for seat in SEATS]
LETTERS = [Letter(seat, "ada", "v1") for seat in SEATS]


async def test_each_chain_gets_its_next_link(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.trail.record(SEATS[0], "draw", actor="ada", now=NOW)
        await uow.trail.record_all(DEEDS, actor="cora", now=NOW)
        chains = [await uow.trail.of(seat) for seat in SEATS]
        assert [len(chain) for chain in chains] == [2, 1, 1]
        assert [chain[-1].actor for chain in chains] == ["cora"] * 3
        assert [faults(chain) for chain in chains] == [[], [], []]
        await uow.trail.record_all([], actor="cora", now=NOW)


async def test_duties_that_are_open_already_stay_as_they_are(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        first = await uow.duties.open(DUTIES[0], NOW)
        later = [replace(duty, due_at=NOW + timedelta(days=1)) for duty in DUTIES]
        await uow.duties.open_all(later, NOW)
        found = await uow.duties.open_of("ada")
        assert len(found) == 3
        assert found[0] == first


async def test_a_card_of_the_same_occasion_is_queued_once(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        assert await uow.outbox.send("audit_allocated", SEATS[0], "ada", now=NOW, once="v1")
        for _ in range(2):
            await uow.outbox.send_all(
                "audit_allocated", LETTERS, now=NOW, lane=Lane.BULK, doubt=Doubt.LET_BE
            )
        assert (await uow.connection.execute(select(func.count(outbox.c.id)))).scalar_one() == 3
        assert uow.outbox.queued
        messages = await uow.outbox.claim(now=NOW, lease=timedelta(minutes=1), limit=1)
        assert [message.subject for message in messages] == [SEATS[0]]


async def test_notices_keep_the_first_part_of_whoever_was_told(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        first = await uow.notices.add(seat.audit_id, "ada", "worker")
        told = [(seat.audit_id, "ada", "team_manager"), (seat.audit_id, BEN.id, "iro")]
        found = await uow.notices.add_all(told)
        assert found[seat.audit_id, "ada"] == first
        kept = await uow.notices.of_audit(seat.audit_id)
        assert [(one.id, one.role) for one in kept] == [
            (first, "worker"),
            (found[seat.audit_id, BEN.id], "iro"),
        ]
        assert await uow.notices.add_all([]) == {}


async def test_a_family_is_asked_once_for_each_audit(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    new = Consent(id=0, audit_id=seat.audit_id, worker="ada", version=1, asked_at=NOW)
    async with units() as uow:
        (asked,) = await uow.families.ask_all([new])
        assert asked == await uow.families.consent_of(seat.audit_id)
        assert await uow.families.ask_all([new]) == []
        assert await uow.families.ask_all([]) == []
        for _ in range(2):
            await uow.families.start_all([seat.audit_id])
            await uow.talks.start_all([seat.audit_id], ["worker", "iro"])
        assert await uow.families.of_audit(seat.audit_id) is not None
        assert (await uow.connection.execute(select(func.count(talks.c.id)))).scalar_one() == 2


async def test_whoever_has_a_form_open_is_busy(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        await uow.focuses.set("ada", Focus(kind="help", subject=SEATS[0]), NOW)
        assert await uow.focuses.busy({"ada", "tess"}) == {"ada"}
        assert await uow.focuses.busy(()) == set()


async def test_only_what_is_held_still_is_offered(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        assert await uow.audits.offer_held([seat], NOW) == []
        held = await uow.audits.save_seat(replace(seat, state=SeatState.HELD))
        (offered,) = await uow.audits.offer_held([held], NOW)
        assert offered == replace(
            held, state=SeatState.OFFERED, since=NOW, version=held.version + 1
        )
        assert await uow.audits.seat(seat.id) == offered
        assert await uow.audits.offer_held([], NOW) == []


async def test_audits_come_in_portions_with_their_seats(units: SqlUnitsOfWork) -> None:
    seat = await committed_seat(units)
    async with units() as uow:
        audit = await uow.audits.get(seat.audit_id)
        assert audit is not None
        every = await uow.audits.of_cycle(audit.cycle_id)
        assert await uow.audits.some_of_cycle(audit.cycle_id, after=0, most=1) == every[:1]
        last = every[-1][0].id
        assert await uow.audits.some_of_cycle(audit.cycle_id, after=last, most=9) == []
        assert list(await uow.cases.named({audit.case_ref, "C-0"})) == [audit.case_ref]


async def test_a_unit_lets_go_only_of_what_it_has_not_written(units: SqlUnitsOfWork) -> None:
    await committed_seat(units)
    async with units() as uow:
        await uow.people.all()
        async with uow.let_go(), units() as other:  # on SQLite only one can write at a time
            await other.focuses.set("ada", Focus(kind="help", subject=SEATS[0]), NOW)
            await other.commit()
        assert await uow.focuses.of("ada") is not None
        await uow.focuses.clear("ada")
        async with uow.let_go():
            assert await uow.focuses.of("ada") is None
        await uow.commit()
    async with units(reading=True) as uow:
        assert await uow.focuses.of("ada") is None
