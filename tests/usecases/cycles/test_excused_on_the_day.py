"""Whoever is excused by a deep dive gets the quarter's audit later (LEI-01, LEI-14, E-24)."""

from __future__ import annotations

from datetime import date

import pytest

from domain.audits.audit import SeatState
from tests.town import Town
from tests.usecases.cycles.test_deep_dive import JUNE_1, MAY_1, commission, seats, town
from usecases.audits.after_exemption import send_kept_cards
from usecases.cycles.beginning import begin_cycles
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.planning import Order, plan_cycle

__all__ = ["town"]  # the fixture: it is April, under Leicestershire's framework


@pytest.mark.rows("LEI-01", "LEI-14")
async def test_whoever_is_excused_on_the_opening_day_gets_their_thematic_audit_later(
    town: Town,
) -> None:
    order = Order(programme="thematic_audit", opens_on=date(2026, 5, 1), seed=1, opened_by="quin")
    async with town.units(reading=True) as uow:
        before = await plan_cycle(uow, town.council, order)
    await commission(town)
    town.now = MAY_1
    await town.tick(begin_cycles)
    async with town.units() as uow:
        plan = await plan_cycle(uow, town.council, order)
        await open_cycle(uow, town.council, plan, town.now)
        await uow.commit()
    await town.deliver()
    assert len(plan.audits) == len(before.audits)
    waiting = {s.holder: s.state for s in await seats(town, "thematic_audit")}
    assert waiting["seb"] is SeatState.HELD
    assert waiting["tina"] is SeatState.OFFERED
    assert town.chat("seb").kinds.count("audit_allocated") == 1  # the deep dive's own
    town.now = JUNE_1
    assert await town.tick(send_kept_cards) == 2
    assert "Thematic audit" in town.chat("seb").words("audit_allocated")


async def test_what_would_fall_due_in_the_excused_month_is_due_at_the_end_of_the_next(
    town: Town,
) -> None:
    await commission(town, month="2026-06")
    order = Order(programme="thematic_audit", opens_on=date(2026, 4, 20), seed=1, opened_by="quin")
    async with town.units(reading=True) as uow:
        plan = await plan_cycle(uow, town.council, order)
    due = {seat.holder: seat.due_on for audit in plan.audits for seat in audit.seats}
    assert due["seb"] == due["hope"] == date(2026, 7, 31)
    assert due["tina"] == date(2026, 6, 30)
