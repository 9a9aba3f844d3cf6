"""How audits stand to moderation, who disagrees, views asked for, and panels' seats."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.audits.audit import Audit, AuditState, NewSeat, SeatState
from domain.faults import MovedOnFault
from domain.moderation.moderation import Decision, Dispute, Moderation, Reason, View
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from tests.storage.seeds import DUE, MINUTE, NOW, open_cycle

WHY = Reason(key="third", kind="share", title="In this month's moderation", detail="number 1")
OPENS = date(2026, 11, 6)
WHOLE = Decision(
    overall="good", areas={1: "good", 2: "inadequate"}, reason="Seen", plan="Dates", wider="Town"
)
MODERATOR = NewSeat(role="moderator", holder="ben", due_on=DUE, why="Outside", panel=True)


async def audits(uow: SqlUnitOfWork) -> list[Audit]:
    """The two audits of the seeds: C-2 and C-1."""
    cycle_id = await open_cycle(uow)
    return [audit for audit, _ in await uow.audits.of_cycle(cycle_id)]


def standing(audit: Audit, **values: object) -> Moderation:
    """An audit that waits for the draw."""
    base = Moderation(audit_id=audit.id, settled_on=date(2026, 10, 30))
    return replace(base, **values)  # type: ignore[arg-type]  # any field


async def test_it_comes_back_as_it_went_in(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        first, _ = await audits(uow)
        whole = standing(
            first,
            disagree_by=date(2026, 11, 4),
            reasons=(WHY,),
            opens_on=OPENS,
            due_on=DUE,
            opened_at=NOW,
            quorum=2,
            decision=WHOLE,
            agreed=(4, 9),
            decided_at=NOW,
        )
        assert await uow.moderations.of_audit(first.id) is None
        assert await uow.moderations.add(whole)
        assert await uow.moderations.of_audit(first.id) == whole


async def test_an_audit_stands_to_moderation_in_one_way(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        first, _ = await audits(uow)
        assert await uow.moderations.add(standing(first))
        assert not await uow.moderations.add(standing(first, quorum=2))
        kept = await uow.moderations.of_audit(first.id)
        assert kept is not None
        assert kept.quorum == 1


async def test_of_two_saves_of_the_same_version_one_is_lost(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        first, _ = await audits(uow)
        await uow.moderations.add(standing(first))
        saved = await uow.moderations.save(standing(first, decision=WHOLE))
        assert saved.version == 2
        with pytest.raises(MovedOnFault):
            await uow.moderations.save(standing(first))
        assert await uow.moderations.of_audit(first.id) == saved


async def test_graded_audits_wait_and_others_do_not(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        first, second = await audits(uow)
        for audit in (first, second):
            await uow.moderations.add(standing(audit))
        await uow.audits.set_state(second, AuditState.GRADED)
        assert [m.audit_id for m in await uow.moderations.waiting()] == [second.id]
        assert len(await uow.moderations.of_cycle(first.cycle_id)) == 2


async def test_a_panel_is_opened_from_its_day_on_and_once(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        first, second = await audits(uow)
        drawn = standing(first, reasons=(WHY,), opens_on=OPENS)
        await uow.moderations.add(drawn)
        await uow.moderations.add(standing(second))
        await uow.audits.set_state(first, AuditState.MODERATING)
        assert await uow.moderations.to_open(date(2026, 11, 5)) == []
        assert await uow.moderations.to_open(OPENS) == [drawn]
        await uow.moderations.save(replace(drawn, opened_at=NOW))
        assert await uow.moderations.to_open(OPENS) == []


async def test_everybody_disagrees_once(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        first, _ = await audits(uow)
        said = Dispute(audit_id=first.id, person_id="ben", relation="worker", reason="No", at=NOW)
        assert await uow.moderations.add_dispute(said)
        assert not await uow.moderations.add_dispute(replace(said, reason="Still no"))
        later = replace(said, person_id="ada", relation="auditor", at=NOW + MINUTE)
        assert await uow.moderations.add_dispute(later)
        assert await uow.moderations.disputes_of(first.id) == [said, later]


async def test_a_colleague_is_asked_once_and_answers(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        first, _ = await audits(uow)
        new = View(
            id=0,
            audit_id=first.id,
            person_id="ben",
            asked_by="ada",
            question="Usual?",
            asked_at=NOW,
        )
        asked = await uow.moderations.ask_view(new)
        assert asked is not None
        assert await uow.moderations.ask_view(new) is None
        answered = await uow.moderations.save_view(
            replace(asked, answer="Yes", answered_at=NOW + MINUTE)
        )
        assert await uow.moderations.view(asked.id) == answered
        assert await uow.moderations.views_of(first.id) == [answered]
        with pytest.raises(MovedOnFault):
            await uow.moderations.save_view(asked)


async def test_a_cycle_is_checked_once(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        first, _ = await audits(uow)
        assert await uow.moderations.open_check(first.cycle_id, DUE)
        assert not await uow.moderations.open_check(first.cycle_id, OPENS)
        check = await uow.moderations.check_of(first.cycle_id)
        assert check is not None
        assert (check.due_on, check.checked_at) == (DUE, None)
        done = replace(check, themes="Dates", checked_by="ada", checked_at=NOW)
        saved = await uow.moderations.save_check(done)
        assert await uow.moderations.check_of(first.cycle_id) == saved


async def test_a_panel_s_seat_is_added_and_known_apart(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        first, _ = await audits(uow)
        (added,) = await uow.audits.add_seats(first.id, [MODERATOR], NOW)
        assert (added.panel, added.state, added.holder) == (True, SeatState.OFFERED, "ben")
        seats = await uow.audits.seats_of(first.id)
        assert [(seat.role, seat.panel) for seat in seats] == [
            ("lead", False),
            ("peer", False),
            ("moderator", True),
        ]


async def test_an_audit_is_ready_whatever_its_panel_does(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        _, second = await audits(uow)  # C-1 has a lead alone
        (lead,) = await uow.audits.seats_of(second.id)
        await uow.audits.add_seats(second.id, [replace(MODERATOR, held=True)], NOW)
        await uow.audits.save_seat(replace(lead, state=SeatState.SUBMITTED, since=NOW))
        assert [audit.id for audit in await uow.audits.ready(NOW)] == [second.id]


async def test_held_seats_are_found_until_they_are_offered(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        first, _ = await audits(uow)
        vacant = replace(MODERATOR, holder=None, held=True)
        held, empty = await uow.audits.add_seats(
            first.id, [replace(MODERATOR, held=True), vacant], NOW
        )
        assert (held.state, empty.state) == (SeatState.HELD, SeatState.VACANT)
        assert await uow.audits.held_seats() == [held]
        await uow.audits.save_seat(replace(held, state=SeatState.OFFERED))
        assert await uow.audits.held_seats() == []
        assert held.id in [seat.id for seat in await uow.audits.live_seats()]
