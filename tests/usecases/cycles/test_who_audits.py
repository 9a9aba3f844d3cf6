"""Who gets which seat, council by council."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.cards.walk import words
from tests.cast import CASES
from tests.cast_leicestershire import EAST
from tests.town import Town
from usecases.audits.turns import next_roles

MANAGERS = {"tess", "theo", "sam", "hal", "tina", "seb", "hope"}
OVER_ALL_OF_THE_CAST = {"sam", "hal"}


@pytest.mark.rows("LEI-01")
async def test_every_manager_has_one_thematic_audit_a_quarter_outside_the_own_line(
    leicestershire: Town,
) -> None:
    town = leicestershire
    east = [replace(CASES["C-23087"], ref=f"E-{n}", team=EAST, worker="wyn") for n in range(4)]
    async with town.units() as uow:
        await uow.cases.put(east)
        await uow.commit()
    for seed in range(4):
        plan = await town.plan(date(2026, 10, 1), seed=seed)
        held = {audit.case_ref: audit.seats[0].holder for audit in plan.audits}
        assert len(held) == len(MANAGERS)
        for ref, holder in held.items():
            if holder in OVER_ALL_OF_THE_CAST:
                assert ref.startswith("E-")
            if ref.startswith("E-"):
                assert holder not in {"tina", "seb", "hope"}
        assert max(Counter(holder for holder in held.values() if holder).values()) <= 2


@pytest.mark.rows("COL-01")
async def test_half_of_the_open_records_go_to_independent_auditors_in_even_shares(
    city_of_london: Town,
) -> None:
    plan = await city_of_london.plan(date(2026, 11, 2))
    held = [(audit.case_ref, audit.seats[0].holder) for audit in plan.audits]
    assert len(held) == len(CASES) / 2
    assert sorted(Counter(holder for _, holder in held).values()) == [2, 2]
    assert all(CASES[ref].iro != holder for ref, holder in held)


@pytest.mark.rows("SOM-03")
async def test_who_am_i_shows_the_next_turn_to_those_in_the_pool_only(somerset: Town) -> None:
    somerset.now = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
    await somerset.audit("C-23087", date(2026, 2, 2), evaluator="ada", moderator="ivy")
    turns = {"ada": "Moderator", "ivy": "Evaluator", "chip": "Evaluator"}
    for name, turn in turns.items():
        reply = await somerset.chat(name).says("who am I")
        assert reply.card
        assert f"Next\u00a0turn\n{turn}" in words(reply.card.render())
    async with somerset.units(reading=True) as uow:
        people = await uow.people.all()
        day = date(2026, 2, 2)
        assert await next_roles(uow, somerset.council, people["wes"], day) == ()
        before = date(2026, 2, 1)
        assert await next_roles(uow, somerset.council, people["ada"], before) == ("Evaluator",)
