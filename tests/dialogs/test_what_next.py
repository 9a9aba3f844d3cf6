"""Whoever runs cycles asks what is going to be sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from domain.delivery.message import Address
from domain.sending import Sending
from scheduler.scans import scans
from storage.copying import copied
from storage.upcoming import Upcoming
from tests.cast import PEOPLE
from tests.town import Town
from usecases.rehearsing.clockwork import Clockwork
from usecases.rehearsing.rehearsal import rehearse

TUESDAY = datetime(2026, 12, 15, 9, 30, tzinfo=UTC)


def foreseeing(town: Town) -> None:
    """The town can look ahead, as the service can."""

    async def foresee(first: datetime, last: datetime) -> Sequence[Sending]:
        async with copied(town.units) as copy:
            upcoming = Upcoming(copy, town.council.withdraw_for)
            clock = Clockwork(copy, town.council, scans(), upcoming.next)
            names = {one.id: one.name for one in PEOPLE.values()}
            return await rehearse(clock, names, first, last)

    town.council = replace(town.council, foresee=foresee)


async def test_next_week_is_told_line_by_line(herefordshire: Town) -> None:
    town = herefordshire
    await town.audit("C-23087", lead="tess", peer="ada")
    for name in ("tess", "ada"):
        await town.chat(name).press("accept_audit")
    await reached(town)
    foreseeing(town)
    town.now = TUESDAY
    said = (await town.chat("cora").says("What will you send next week?")).line
    assert said.startswith("From 21 December to 27 December I will send")
    assert "nothing was sent or changed" in said
    assert "Ada Byrne: " in said
    assert "Tue 22 Dec 2026 09:00" in said  # the day on which both are due
    assert "15 Dec" not in said


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
