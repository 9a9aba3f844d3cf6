"""What a coordinator sees of a cycle, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cards.card import Json
from domain.audits.audit import AuditState
from domain.refs import Ref
from tests.cards.walk import find, words
from tests.town import Town


async def cycle_of(town: Town, audit_id: int) -> Ref:
    audit = await town.read(lambda uow: uow.audits.get(audit_id))
    assert audit is not None
    return Ref("cycle", str(audit.cycle_id))


async def progress(town: Town, cycle: Ref, reader: str = "cora") -> Json:
    card = await town.chat(reader).sees("cycle_progress", cycle)
    assert card is not None
    return card


def counts(card: Json) -> dict[str, int]:
    """The stages that are not empty, as the chart shows them."""
    chart = find(card, "Chart.HorizontalBar")
    return {bar["x"]: bar["y"] for bar in chart["data"] if bar["y"]}


async def test_a_new_cycle_has_not_started(sefton: Town) -> None:
    cycle = Ref("cycle", str(await sefton.open_cycle(await sefton.plan())))
    card = await progress(sefton, cycle)
    assert counts(card) == {"Not started": 7}
    assert "0 of 7 audits are submitted" in words(card)
    assert "Deep dive audit · December 2026\nOn time" in words(card)


async def test_an_audit_moves_from_stage_to_stage(herefordshire: Town) -> None:
    town = herefordshire
    cycle = await cycle_of(town, await town.audit("C-23087", lead="tess", peer="ada"))
    ada, tess = town.chat("ada"), town.chat("tess")
    await ada.press("accept_audit")
    assert counts(await progress(town, cycle)) == {"Not started": 1}
    await ada.press("start_audit")
    assert counts(await progress(town, cycle)) == {"Being graded": 1}
    await ada.grades(*["good"] * 6, overall="good")
    assert counts(await progress(town, cycle)) == {"Being graded": 1}
    await tess.press("start_audit")
    await tess.grades(*["good"] * 6, overall="good")
    assert counts(await progress(town, cycle)) == {"Submitted": 1}
    town.later(minutes=11)
    await town.settle()
    card = await progress(town, cycle)
    assert counts(card) == {"Final": 1}
    assert "1 of 1 audit is submitted" in words(card)


async def test_a_difference_is_submitted_but_not_final(herefordshire: Town) -> None:
    town = herefordshire
    cycle = await cycle_of(town, await town.audit("C-23087", lead="tess", peer="ada"))
    for person, grade in (("ada", "good"), ("tess", "inadequate")):
        await town.chat(person).press("start_audit")
        await town.chat(person).grades(*[grade] * 6, overall=grade)
    town.later(minutes=11)
    await town.settle()
    assert counts(await progress(town, cycle)) == {"With a moderator": 1}


async def test_no_grade_is_told(herefordshire: Town) -> None:
    town = herefordshire
    cycle = await cycle_of(town, await town.audit("C-23087", lead="tess", peer="ada"))
    await town.chat("ada").press("start_audit")
    await town.chat("ada").grades(*["inadequate"] * 6, overall="inadequate")
    assert "nadequate" not in str(await progress(town, cycle))


async def test_who_is_late_is_named_with_working_days(herefordshire: Town) -> None:
    town = herefordshire
    audit_id = await town.audit("C-23087", lead="tess", peer="ada")
    cycle = await cycle_of(town, audit_id)
    await town.chat("ada").press("start_audit")
    due = max([(await town.seat(audit_id, role)).due_on for role in ("lead", "peer")])
    town.later(days=(due - town.now.date()).days + 1)
    while not town.council.calendar.is_working(town.now.date()):
        town.later(days=1)
    said = words(await progress(town, cycle))
    assert "C-23087\n" in said
    assert "Ada Byrne" in said.split("C-23087\n")[1]
    assert "Tess Marlow" in said.split("C-23087\n")[1]
    assert "being graded" in said.split("C-23087\n")[1]
    assert said.split("\n")[1] == "1 late"


async def test_nobody_is_late_on_the_last_day(sefton: Town) -> None:
    audit_id = await sefton.audit("C-23087", auditor="ada")
    cycle = await cycle_of(sefton, audit_id)
    due = (await sefton.seat(audit_id, "auditor")).due_on
    sefton.later(days=(due - sefton.now.date()).days)
    assert "nothing is late" in words(await progress(sefton, cycle))
    sefton.later(days=1)
    assert "one is late and not started" in words(await progress(sefton, cycle))


async def test_a_seat_that_nobody_holds_is_late_too(sefton: Town) -> None:
    cycle = await cycle_of(sefton, await sefton.audit("C-23087", auditor=None))
    sefton.later(days=40)
    assert "a vacant seat, not started" in words(await progress(sefton, cycle))


async def test_a_cancelled_audit_is_not_counted(sefton: Town) -> None:
    cycle_id = await sefton.open_cycle(await sefton.plan())
    (audit, _), *_rest = await sefton.audits(cycle_id)
    async with sefton.units() as uow:
        await uow.audits.set_state(audit, AuditState.CANCELLED)
        await uow.commit()
    card = await progress(sefton, Ref("cycle", str(cycle_id)))
    assert counts(card) == {"Not started": 6}
    assert "1 audit was cancelled and not counted." in words(card)


async def test_people_who_left_are_named_still(sefton: Town) -> None:
    cycle = await cycle_of(sefton, await sefton.audit("C-23087", auditor="ada"))
    ada = (await sefton.read(lambda uow: uow.people.all()))["ada"]
    sefton.later(days=40)
    await sefton.hires(replace(ada, left_on=sefton.now.date()))
    assert "Ada Byrne, not started" in words(await progress(sefton, cycle))


@pytest.mark.parametrize("reader", ["ada", "tess", "hal", "otto"])
async def test_whoever_runs_no_cycles_is_shown_nothing(sefton: Town, reader: str) -> None:
    cycle = await cycle_of(sefton, await sefton.audit("C-23087", auditor="ada"))
    assert await sefton.chat(reader).sees("cycle_progress", cycle) is None


async def test_a_cycle_that_is_not_there_shows_nothing(sefton: Town) -> None:
    assert await sefton.chat("cora").sees("cycle_progress", Ref("cycle", "999")) is None
