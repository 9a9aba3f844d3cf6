"""A cycle that is opened ahead keeps its cards until their days."""

from __future__ import annotations

from datetime import UTC, date, datetime

from domain.audits.audit import SeatState
from tests.cast import PEOPLE
from tests.town import Town
from usecases.cycles.beginning import begin_cycles

EARLY = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def told(town: Town, kind: str) -> set[str]:
    return {name for name in PEOPLE if kind in town.chat(name).kinds}


async def test_allocation_cards_wait_for_the_printed_day(herefordshire: Town) -> None:
    """HER-02: allocated on the 1st."""
    town = herefordshire
    town.now = EARLY
    cycle = await town.open_cycle(await town.plan(date(2026, 12, 1)))
    seats = [seat for _, of_one in await town.audits(cycle) for seat in of_one]
    assert {seat.state for seat in seats} == {SeatState.HELD}
    assert not told(town, "audit_allocated") | told(town, "audit_notice")
    assert all([await town.duties(name) == [] for name in PEOPLE])
    town.now = datetime(2026, 12, 1, 7, 59, tzinfo=UTC)
    assert await town.tick(begin_cycles) == 0
    town.now = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
    assert await town.tick(begin_cycles) == 1
    assert told(town, "audit_allocated") == {seat.holder for seat in seats}
    assert told(town, "audit_notice")
    after = [seat for _, of_one in await town.audits(cycle) for seat in of_one]
    assert {seat.state for seat in after} == {SeatState.OFFERED}


async def test_notices_go_out_before_the_cards(sefton: Town) -> None:
    """SEF-01, E-68: told on the first working day of the last seven of the month."""
    town = sefton
    town.now = EARLY
    await town.open_cycle(await town.plan(date(2026, 12, 1)))
    town.now = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    assert await town.tick(begin_cycles) == 1
    assert told(town, "audit_notice")
    assert not told(town, "audit_allocated")
    town.now = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
    assert await town.tick(begin_cycles) == 1
    assert told(town, "audit_allocated")


async def test_what_went_out_does_not_go_out_again(sefton: Town) -> None:
    town = sefton
    await town.open_cycle(await town.plan(date(2026, 12, 1)))
    before = {name: town.chat(name).kinds for name in PEOPLE}
    assert await town.tick(begin_cycles) == 0
    town.later(days=3)
    assert await town.tick(begin_cycles) == 0
    assert {name: town.chat(name).kinds for name in PEOPLE} == before


async def test_a_day_without_the_clock_is_made_up_for(herefordshire: Town) -> None:
    town = herefordshire
    town.now = EARLY
    await town.open_cycle(await town.plan(date(2026, 12, 1)))
    town.now = datetime(2026, 12, 3, 3, 0, tzinfo=UTC)
    assert await town.tick(begin_cycles) == 1
    assert told(town, "audit_allocated")
