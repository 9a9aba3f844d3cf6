"""The clock after trouble: nobody gets a heap, and nothing that was noted is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from domain.delivery.message import Lane, MessageState
from domain.frameworks.timing import KindSteps
from domain.refs import Ref
from storage.tables import outbox
from tests.faults.fan_out import rows_of
from tests.town import Town
from usecases.nudges.nudge_duties import nudge_duties

GONE = timedelta(days=7)


def at(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 12, day, hour, 1, tzinfo=UTC)


async def accepted(town: Town) -> None:
    """Tess leads and Ada is the peer of C-23087, both due on Tuesday 22 December."""
    await town.audit("C-23087", lead="tess", peer="ada")
    for name in ("ada", "tess"):
        await town.chat(name).press("accept_audit")
    await town.tick(nudge_duties)


async def ticks_without_teams(town: Town, day: int) -> None:
    """The clock runs, and nothing is sent."""
    town.now = at(day)
    async with town.units() as uow:
        await nudge_duties(uow, town.council, town.now)
        await uow.commit()


async def test_digests_of_days_without_teams_become_one(herefordshire: Town) -> None:
    """Seven days of outage on the side of Teams: one card each, as things are now."""
    town = herefordshire
    await accepted(town)
    for day in (15, 21, 22, 23):
        await ticks_without_teams(town, day)
    await town.deliver()
    for name in ("ada", "tess"):
        assert town.chat(name).kinds.count("digest") == 1
        assert "1 overdue" in town.chat(name).words("digest")


async def test_an_escalation_that_was_noted_while_teams_was_away_is_still_told(
    herefordshire: Town,
) -> None:
    town = herefordshire
    await accepted(town)
    for day in (23, 29, 30):
        await ticks_without_teams(town, day)
    town.now = at(31)
    await town.deliver()
    assert "Tess Marlow" in town.chat("sam").words("digest")


async def test_whoever_comes_back_gets_one_digest_not_all_of_them(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    for day in (15, 21, 22):
        await ticks_without_teams(town, day)
        async with town.units() as uow:
            for message in await uow.outbox.claim(now=town.now, lease=GONE, limit=100):
                await uow.outbox.dead(message, now=town.now, error="unreachable")
            await uow.commit()
    async with town.units() as uow:
        assert await uow.outbox.revive("ada", since=town.now - GONE, now=town.now) == 1
        await uow.commit()
    await town.deliver()
    assert town.chat("ada").kinds.count("digest") == 1


async def test_what_cannot_wait_goes_before_the_digests_of_an_outage(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    town.now = at(23)
    async with town.units() as uow:
        await nudge_duties(uow, town.council, town.now)
        about = Ref("person", "tess")
        await uow.outbox.send("welcome", about, "tess", now=town.now, lane=Lane.URGENT)
        await uow.commit()
    async with town.units() as uow:
        claimed = await uow.outbox.claim(now=town.now, lease=GONE, limit=10)
    assert claimed[0].lane is Lane.URGENT
    assert {one.kind for one in claimed[1:]} == {"digest"}


async def test_the_clock_standing_still_for_three_days_tells_each_step_up_once(
    herefordshire: Town,
) -> None:
    town = herefordshire
    await accepted(town)
    town.now = at(29)
    for _ in range(3):
        await town.tick(nudge_duties)
    assert {name: town.chat(name).kinds.count("digest") for name in ("ada", "tess", "sam")} == {
        "ada": 1,
        "tess": 1,
        "sam": 1,
    }


async def test_a_step_after_the_days_card_comes_on_the_next_working_day(
    herefordshire: Town,
) -> None:
    town = herefordshire
    await accepted(town)
    town.now = at(23)
    await town.tick(nudge_duties)
    town.now = at(29)
    await town.tick(nudge_duties)  # Sam's card of the 29th is out
    await town.audit("C-23210", opens_on=at(1).date() - timedelta(days=1), lead="tess", peer="ivy")
    async with town.units() as uow:
        for duty in await uow.duties.open_of("tess"):
            due = at(24, 23)
            await uow.duties.postpone(duty.subject, due, at(24))
        await uow.commit()
    town.now = at(29, 14)
    await town.tick(nudge_duties)
    assert town.chat("sam").kinds.count("digest") == 1
    town.now = at(30)
    await town.tick(nudge_duties)
    assert town.chat("sam").kinds.count("digest") == 2
    assert "Tess Marlow" in town.chat("sam").words("digest")


async def test_a_reminder_held_from_the_first_look_on_is_not_lost(herefordshire: Town) -> None:
    """The duty was opened, the service was down, and on its return the holder is on leave."""
    town = herefordshire
    await town.audit("C-23087", lead="tess", peer="ada")
    for name in ("ada", "tess"):
        await town.chat(name).press("accept_audit")
    town.now = at(15)
    await town.chat("ada").says("away until Thursday 17 December")
    await town.tick(nudge_duties)
    assert "digest" not in town.chat("ada").kinds
    town.now = at(18)
    await town.tick(nudge_duties)
    assert town.chat("ada").kinds.count("digest") == 1


async def test_a_kind_of_duty_may_have_steps_of_its_own(herefordshire: Town) -> None:
    town = herefordshire
    steps = town.council.framework.nudge_steps.model_copy(
        update={"kinds": (KindSteps(kind="submit_assessment", days=(-1,), escalation=()),)}
    )
    framework = town.council.framework.model_copy(update={"nudge_steps": steps})
    town.council = replace(town.council, framework=framework)
    await accepted(town)
    told = []
    for day in (15, 21, 22, 23, 29, 31):
        town.now = at(day)
        if await town.tick(nudge_duties):
            told.append(day)
    assert told == [21]


async def test_what_somebody_lost_holds_is_reminded_of_to_their_manager_who_may_do_it(
    herefordshire: Town,
) -> None:
    town = herefordshire
    await accepted(town)
    async with town.units() as uow:
        await uow.reach.lose("tess", "blocked", town.now)
        await uow.commit()
    town.now = at(15)
    await town.tick(nudge_duties)
    assert "digest" not in town.chat("tess").kinds
    assert "For Tess Marlow" in town.chat("sam").words("digest")
    (duty,) = await town.duties("tess")
    assert (await town.chat("sam").press("open_duty")).done
    assert "not yours" in await town.chat("theo").tampers("open_duty", str(duty.ref), duty.version)


async def test_one_row_waits_for_each_person_however_often_the_clock_runs(
    herefordshire: Town,
) -> None:
    town = herefordshire
    await accepted(town)
    for day in (15, 21, 22):
        for _ in range(2):
            await ticks_without_teams(town, day)
    rows = [row for row in await rows_of(town.units, outbox) if row["kind"] == "digest"]
    waiting = [row["recipient"] for row in rows if row["state"] is MessageState.WAITING]
    assert sorted(waiting) == ["ada", "tess"]
