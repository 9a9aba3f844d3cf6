"""Whoever runs cycles asks what is going to be sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from domain.delivery.message import Address
from domain.sending import Sending
from scheduler.scans import scans
from scheduler.tick import ticks
from storage.copying import copied
from storage.upcoming import Upcoming
from tests.cast import PEOPLE
from tests.town import Town
from usecases.rehearsing.answering import answer_rehearsals
from usecases.rehearsing.clockwork import Clockwork
from usecases.rehearsing.rehearsal import rehearse

TUESDAY = datetime(2026, 12, 15, 9, 30, tzinfo=UTC)


def foreseeing(town: Town) -> None:
    """The town can look ahead, as the service can; on the copy nobody does."""
    council = town.council

    async def foresee(first: datetime, last: datetime) -> Sequence[Sending]:
        async with copied(town.units) as copy:
            upcoming = Upcoming(copy, council.withdraw_for)
            clock = Clockwork(copy, council, scans(), upcoming.next)
            names = {one.id: one.name for one in PEOPLE.values()}
            return await rehearse(clock, names, first, last)

    town.council = replace(town.council, foresee=foresee)


async def nothing(first: datetime, last: datetime) -> Sequence[Sending]:
    """A copy on which nothing is going to be sent."""
    del first, last
    return []


async def test_next_week_is_told_line_by_line(herefordshire: Town) -> None:
    town = herefordshire
    await town.audit("C-23087", lead="tess", peer="ada")
    for name in ("tess", "ada"):
        await town.chat(name).press("accept_audit")
    await reached(town)
    foreseeing(town)
    town.now = TUESDAY
    said = (await town.chat("cora").says("What will you send next week?")).line
    assert said.startswith("I am trying out 21 December to 27 December on a copy")
    assert "week_ahead" not in town.chat("cora").kinds
    assert await town.tick(answer_rehearsals) == 1
    assert await town.tick(answer_rehearsals) == 0
    told = town.chat("cora").words("week_ahead")
    assert "From 21 December to 27 December I will send" in told
    assert "nothing was sent or changed" in told
    assert "Ada Byrne: " in told
    assert "Tue 22 Dec 2026 09:00" in told  # the day on which both are due
    assert "15 Dec" not in told


async def test_the_same_question_twice_is_tried_out_once(herefordshire: Town) -> None:
    town = herefordshire
    town.council = replace(town.council, foresee=nothing)
    for _ in range(2):
        await town.chat("cora").says("what will you send this week")
    assert await town.tick(answer_rehearsals) == 1
    assert await town.tick(answer_rehearsals) == 0
    assert town.chat("cora").kinds == ["week_ahead"]


async def test_nothing_is_held_while_it_is_tried_out(herefordshire: Town) -> None:
    """Somebody writes in the middle of the rehearsal, on the one connection that SQLite has."""
    town = herefordshire
    written = []

    async def foresee(first: datetime, last: datetime) -> Sequence[Sending]:
        async with town.units() as uow:
            await uow.people.put([PEOPLE["ada"]])
            await uow.commit()
        written.append((first, last))
        return []

    town.council = replace(town.council, foresee=foresee)
    await town.chat("cora").says("what will you send this week")
    assert await town.tick(answer_rehearsals) == 1
    assert len(written) == 1
    assert "0 messages" in town.chat("cora").words("week_ahead")


async def test_nobody_else_reads_the_answer_and_it_is_forgotten(herefordshire: Town) -> None:
    town = herefordshire
    town.council = replace(town.council, foresee=nothing)
    await town.chat("cora").says("what will you send this week")
    await town.tick(answer_rehearsals)
    about = town.chat("cora").cards[-1].about
    assert await town.chat("hal").sees("week_ahead", about) is None
    town.later(hours=25)
    assert await town.tick(ticks()["forget_rehearsals"].run) == 1
    assert await town.chat("cora").sees("week_ahead", about) is None


async def test_others_are_not_told_what_colleagues_will_get(herefordshire: Town) -> None:
    foreseeing(herefordshire)
    said = await herefordshire.chat("ada").says("what will you send next week")
    assert said.line.startswith("That is for those who run cycles.")


async def test_where_no_copy_can_be_made_it_says_how_else(herefordshire: Town) -> None:
    said = await herefordshire.chat("cora").says("what will you send this week")
    assert "app.py rehearse" in said.line


async def reached(town: Town) -> None:
    """Everybody has the app."""
    async with town.units() as uow:
        for person in PEOPLE:
            address = Address(
                person_id=person,
                tenant_id="tenant",
                aad_object_id=person,
                teams_user_id=f"29:{person}",
                bot_id="28:bot",
                conversation_id=person,
                service_url="https://teams.example/",
            )
            await uow.addresses.remember(address, town.now)
        await uow.commit()
