"""Not mine: whoever answers for somebody decides on a card who has it."""

from __future__ import annotations

from datetime import UTC, datetime

from domain.duties import NewDuty
from domain.refs import Ref
from tests.cards.walk import of_type
from tests.town import Town
from usecases.nudges.nudge_duties import nudge_duties

DUE = datetime(2026, 12, 22, 23, 59, tzinfo=UTC)


async def accepted(town: Town) -> None:
    await town.audit("C-23087", lead="tess", peer="ada")
    for name in ("ada", "tess"):
        await town.chat(name).press("accept_audit")


async def test_it_stays_in_ones_work_until_it_is_decided(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    said = await town.chat("ada").says("not mine 1")
    assert "Mo Winter decides who has it" in said.line
    assert len(await town.duties("ada")) == 1
    assert "this is not theirs" in town.chat("mo").words("duty_ask")


async def test_only_those_who_may_hold_it_are_offered(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    await town.chat("ada").says("not mine 1")
    card = town.chat("mo").cards[-1].card
    (choice,) = [node for _, node in of_type(card, "Input.ChoiceSet")]
    offered = {one["value"] for one in choice["choices"]}
    assert {"ivy", "chip"} <= offered
    assert offered.isdisjoint({"ada", "tess", "wes"})


async def test_the_one_who_is_chosen_has_it_and_nobody_else_is_reminded(
    herefordshire: Town,
) -> None:
    town = herefordshire
    await accepted(town)
    await town.chat("ada").says("not mine 1")
    done = await town.chat("mo").press("give_duty", person="ivy")
    assert done.done, done.line
    assert await town.duties("ada") == []
    assert len(await town.duties("ivy")) == 1
    assert "gave it to Ivy Hart" in town.chat("ada").words("duty_ask")
    town.now = datetime(2026, 12, 15, 9, 1, tzinfo=UTC)
    await town.tick(nudge_duties)
    assert "digest" not in town.chat("ada").kinds


async def test_somebody_who_may_not_hold_it_is_refused_with_the_reason(
    herefordshire: Town,
) -> None:
    town = herefordshire
    await accepted(town)
    await town.chat("ada").says("not mine 1")
    done = await town.chat("mo").press("give_duty", person="wes")
    assert not done.done
    assert "Wes Tarn cannot take it" in done.line
    assert len(await town.duties("ada")) == 1


async def test_what_changes_hands_elsewhere_can_only_stay(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    (mine,) = await town.duties("ada")
    async with town.units() as uow:
        new = NewDuty(kind="decide_moderation", subject=mine.subject, holder="ada", due_at=DUE)
        await uow.duties.close(mine.subject, mine.state.__class__.DONE, town.now)
        await uow.duties.open(new, town.now)
        await uow.commit()
    (duty,) = await town.duties("ada")
    line = await town.chat("ada").tampers("not_mine", "person-ada", 1, duty=str(duty.id))
    assert "still open" in line  # nothing that it is about is there


async def test_without_a_manager_those_who_run_the_audits_decide(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    for boss in ("mo", "hal"):
        await town.away(boss)
    await town.chat("ada").says("not mine 1")
    assert "duty_ask" in town.chat("cora").kinds
    assert "duty_ask" not in town.chat("mo").kinds


async def test_the_answer_counts_once(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    await town.chat("ada").says("not mine 1")
    await town.chat("mo").press("refuse_duty_ask")
    outcome = await town.chat("hal").tampers("give_duty", "duty_ask-1", 1, person="ivy")
    assert "moved on" in outcome
    assert len(await town.duties("ada")) == 1
    entries = await town.trail("duty_ask", 1)
    assert [one.action for one in entries] == ["hand_over_refused"]
    assert Ref("duty_ask", "1") == entries[0].subject
