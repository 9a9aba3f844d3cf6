from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from domain.audits.audit import NewSeat
from domain.faults import Fault
from tests.cast import NORTH, PEOPLE
from tests.town import OPENS, Town
from usecases.cycles.describing import describe
from usecases.cycles.planning import Order, Plan, plan_cycle


def chosen(plan: Plan) -> list[tuple[str, str | None]]:
    return [(audit.case_ref, seat.holder) for audit in plan.audits for seat in audit.seats]


async def test_the_draw_is_written_with_its_seed(herefordshire: Town) -> None:
    plan = await herefordshire.plan(seed=23)
    cycle_id = await herefordshire.open_cycle(plan)
    cycle = await herefordshire.read(lambda uow: uow.audits.cycle(cycle_id))
    assert cycle is not None
    assert (cycle.seed, cycle.pool_size, cycle.opened_by) == (23, 8, "cora")
    assert (cycle.opens_on, cycle.due_on) == (date(2026, 12, 1), date(2026, 12, 22))
    written = [
        (audit.case_ref, seat.holder)
        for audit, seats in await herefordshire.audits(cycle_id)
        for seat in seats
    ]
    assert written == chosen(plan)


@pytest.mark.rows("HER-01")
async def test_one_record_is_drawn_from_each_team(herefordshire: Town) -> None:
    plan = await herefordshire.plan()
    north, south = sorted(audit.case_ref for audit in plan.audits)
    assert north.startswith("C-23")
    assert south.startswith("C-24")


@pytest.mark.rows("SEF-01", "SEF-02")
async def test_one_record_is_drawn_for_each_auditor(sefton: Town) -> None:
    plan = await sefton.plan()
    assert len(plan.audits) == 7
    held = Counter(holder for _, holder in chosen(plan))
    # Sam stands above every worker, so six people share the seven records
    assert sorted(held.values()) == [1, 1, 1, 1, 1, 2]
    assert "sam" not in held


async def test_the_same_seed_gives_the_same_draw(sefton: Town) -> None:
    first, again = await sefton.plan(seed=5), await sefton.plan(seed=5)
    assert chosen(first) == chosen(again)


async def test_another_seed_gives_another_draw(sefton: Town) -> None:
    draws = {tuple(chosen(await sefton.plan(seed=seed))) for seed in range(4)}
    assert len(draws) > 1


async def test_planning_writes_nothing(herefordshire: Town) -> None:
    await herefordshire.plan()
    assert await herefordshire.read(lambda uow: uow.audits.cycles("case_file_audit")) == []
    assert await herefordshire.deliver() == []


async def test_a_second_cycle_of_the_same_period_is_refused(herefordshire: Town) -> None:
    await herefordshire.open_cycle(await herefordshire.plan())
    with pytest.raises(Fault, match=r"opened on Tuesday 1 December .*, so nothing was opened"):
        await herefordshire.plan(date(2026, 12, 17), seed=99)
    assert await herefordshire.plan(date(2027, 1, 1))


async def test_records_audited_in_the_last_12_months_are_skipped(herefordshire: Town) -> None:
    first = await herefordshire.plan()
    await herefordshire.open_cycle(first)
    drawn = {audit.case_ref for audit in first.audits}
    for seed in range(6):
        plan = await herefordshire.plan(date(2027, 11, 1), seed=seed)
        assert drawn.isdisjoint(audit.case_ref for audit in plan.audits)
        assert set(plan.draw.skipped_recent) == drawn


async def test_after_12_months_a_record_can_be_drawn_again(herefordshire: Town) -> None:
    await herefordshire.open_cycle(await herefordshire.plan())
    plan = await herefordshire.plan(date(2028, 1, 1))
    assert plan.draw.skipped_recent == ()


async def test_every_holder_gets_one_card_and_one_duty_a_seat(herefordshire: Town) -> None:
    plan = await herefordshire.plan()
    await herefordshire.open_cycle(plan)
    for person_id, count in Counter(holder for _, holder in chosen(plan) if holder).items():
        assert herefordshire.chat(person_id).kinds.count("audit_allocated") == count
        duties = await herefordshire.duties(person_id)
        assert [duty.kind for duty in duties] == ["answer_allocation"] * count
        assert all(f"{duty.due_at:%d %H:%M}" == "04 23:59" for duty in duties)


@pytest.mark.rows("HER-02")
async def test_the_lead_manages_the_team_and_the_peer_stands_outside(herefordshire: Town) -> None:
    plan = await herefordshire.plan()
    for audit in plan.audits:
        lead, peer = audit.seats
        assert lead.holder == ("tess" if audit.case_ref.startswith("C-23") else "theo")
        assert peer.holder in {"ada", "ivy", "chip"}


async def test_only_the_worker_is_told_where_the_framework_says_so(herefordshire: Town) -> None:
    await herefordshire.audit("C-23087", lead="tess", peer="ada")
    told = [name for name in PEOPLE if "audit_notice" in herefordshire.chat(name).kinds]
    assert told == ["wes"]


async def test_everybody_on_the_record_is_told_where_the_framework_says_so(sefton: Town) -> None:
    await sefton.audit("C-24113", auditor="ada")
    told = {name for name in PEOPLE if "audit_notice" in sefton.chat(name).kinds}
    assert told == {"will", "theo", "sam", "ivy"}


async def test_an_auditor_gets_no_notice_of_the_own_audit(sefton: Town) -> None:
    await sefton.audit("C-24113", auditor="theo")
    assert sefton.chat("theo").kinds == ["audit_allocated"]


async def test_the_coordinator_sees_what_was_opened(herefordshire: Town) -> None:
    await herefordshire.open_cycle(await herefordshire.plan(seed=23))
    cora = herefordshire.chat("cora")
    assert cora.kinds == ["cycle_opened"]
    assert "23" in cora.words("cycle_opened")


async def test_a_seat_that_nobody_can_take_stays_vacant_with_the_reason(
    herefordshire: Town,
) -> None:
    for person_id in ("ada", "ivy", "chip", "sam"):
        await herefordshire.away(person_id)
    plan = await herefordshire.plan()
    assert {(case[:4], seat.role) for case, seat in plan.vacant} == {
        ("C-23", "peer"),
        ("C-24", "peer"),
    }
    assert "away" in plan.vacant[0][1].why
    await herefordshire.open_cycle(plan)
    cora = herefordshire.chat("cora")
    assert cora.kinds == ["cycle_opened", "audits_unallocated"]
    for case, _ in plan.vacant:
        assert case in cora.words("audits_unallocated")


async def test_the_trail_tells_the_cycle_and_every_seat(herefordshire: Town) -> None:
    cycle_id = await herefordshire.open_cycle(await herefordshire.plan(seed=23))
    (opened,) = await herefordshire.trail("cycle", cycle_id)
    assert (opened.action, opened.actor) == ("open_cycle", "cora")
    assert opened.details == {"version": 1, "seed": 23, "audits": 2}
    for _, seats in await herefordshire.audits(cycle_id):
        for seat in seats:
            (entry,) = await herefordshire.trail("seat", seat.id)
            assert (entry.action, entry.details["holder"]) == ("allocate_seat", seat.holder)


async def test_no_open_record_is_said_and_nothing_is_opened(herefordshire: Town) -> None:
    async with herefordshire.units() as uow:
        cases = await uow.cases.all()
        await uow.cases.put(replace(case, open=False) for case in cases.values())
        await uow.commit()
    with pytest.raises(Fault, match="no open record to draw from, so nothing was opened"):
        await herefordshire.plan()


async def test_an_unknown_programme_names_those_that_exist(herefordshire: Town) -> None:
    order = Order(programme="mape", opens_on=OPENS, seed=1, opened_by="cora")
    async with herefordshire.units(reading=True) as uow:
        with pytest.raises(Fault, match="It has: case_file_audit"):
            await plan_cycle(uow, herefordshire.council, order)


async def test_the_plan_is_told_line_by_line(herefordshire: Town) -> None:
    await herefordshire.away("chip")
    plan = await herefordshire.plan()
    lines = list(describe(plan))
    assert lines[0] == (
        "Case file audit, opens Tuesday 1 December, due Tuesday 22 December: "
        "2 records drawn from 8 by seed 7"
    )
    assert "  lead: Tess Marlow (tess). " in "\n".join(lines)
    assert lines[-1] == "Somebody can be asked for every seat."


async def test_the_plan_lists_what_stays_vacant(herefordshire: Town) -> None:
    plan = await herefordshire.plan()
    empty = NewSeat(role="peer", holder=None, due_on=OPENS, why="All are away")
    audits = tuple(replace(audit, seats=(empty,)) for audit in plan.audits[:1])
    lines = list(describe(replace(plan, audits=audits)))
    assert "  peer: NOBODY. All are away" in lines
    assert lines[-2:] == [
        "1 seat without anybody:",
        f"  {audits[0].case_ref}, peer: All are away",
    ]
    assert PEOPLE["tess"].team == NORTH
