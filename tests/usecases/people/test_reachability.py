"""Whom nothing reaches: told once, put right, and what is theirs goes elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from domain.delivery.message import Address
from domain.refs import Ref
from tests.cast import PEOPLE, TESS
from tests.town import Town
from usecases.people.reach import find_again, lose_reach
from usecases.people.reachability import who_cannot_be_reached
from usecases.people.show_reachability import tell_of_lost

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)


def address(person: str) -> Address:
    return Address(
        person_id=person,
        tenant_id="t",
        aad_object_id=f"aad-{person}",
        teams_user_id=f"29:{person}",
        bot_id="28:bot",
        conversation_id=f"a:{person}",
        service_url="https://smba.example/",
    )


async def everybody_has_the_app(town: Town, *but: str) -> None:
    async with town.units() as uow:
        for person in PEOPLE.keys() - set(but):
            await uow.addresses.remember(address(person), town.now)
        await uow.commit()


async def lost(town: Town) -> list[tuple[str, str, int]]:
    found = await town.read(lambda uow: who_cannot_be_reached(uow, town.now))
    return [(one.person.id, one.why.value, one.open_duties) for one in found]


async def test_each_is_named_with_the_reason_and_what_waits_for_them(herefordshire: Town) -> None:
    town = herefordshire
    await everybody_has_the_app(town, "ada", "wes")
    await town.hires(replace(TESS, left_on=town.now.date()))
    await town.audit("C-23087", lead="tess", peer="ada")
    async with town.units() as uow:
        await uow.addresses.block("ivy", "blocked", town.now)
        await uow.commit()
    assert await lost(town) == [
        ("ada", "not_installed", 1),
        ("tess", "left", 1),
        ("ivy", "blocked", 0),
        ("wes", "not_installed", 0),
    ]


async def test_coordinators_hear_of_it_once_in_one_card(herefordshire: Town) -> None:
    town = herefordshire
    await everybody_has_the_app(town, "ada", "ivy")
    async with town.units() as uow:
        for person in ("ada", "ivy"):
            await lose_reach(uow, person, "not_installed", town.now)
        await uow.commit()
    assert await town.tick(tell_of_lost) == 2
    assert town.chat("cora").kinds == ["reachability"]
    assert "Ada Byrne" in town.chat("cora").words("reachability")
    assert await town.tick(tell_of_lost) == 0
    assert town.chat("mo").kinds == []


async def test_more_on_the_same_day_are_added_to_the_card(herefordshire: Town) -> None:
    town = herefordshire
    await everybody_has_the_app(town)
    for person in ("ada", "ivy"):
        async with town.units() as uow:
            await uow.addresses.block(person, "blocked", town.now)
            await lose_reach(uow, person, "blocked", town.now)
            await uow.commit()
        await town.tick(tell_of_lost)
    assert town.chat("cora").kinds == ["reachability"]
    assert "2 people of" in town.chat("cora").words("reachability")


async def test_whoever_comes_back_leaves_the_card(herefordshire: Town) -> None:
    town = herefordshire
    await everybody_has_the_app(town)
    async with town.units() as uow:
        await uow.addresses.block("ada", "blocked", town.now)
        await lose_reach(uow, "ada", "blocked", town.now)
        await uow.commit()
    await town.tick(tell_of_lost)
    town.later(minutes=1)
    async with town.units() as uow:
        await uow.addresses.remember(address("ada"), town.now)
        await find_again(uow, "ada", town.now)
        await uow.commit()
    await town.deliver()
    assert "Everybody can be reached" in town.chat("cora").words("reachability")
    assert await town.read(lambda uow: uow.reach.lost()) == {}


async def test_who_takes_over_is_named(herefordshire: Town) -> None:
    town = herefordshire
    await everybody_has_the_app(town, "ada")
    await town.audit("C-23087", lead="tess", peer="ada")
    reply = await town.chat("cora").says("who can be reached")
    assert reply.card is not None
    assert "to Mo Winter" in str(reply.card.render())


async def test_it_is_for_those_who_run_the_audits(herefordshire: Town) -> None:
    town = herefordshire
    reply = await town.chat("wes").says("who can be reached")
    assert reply.card is None
    assert "not yours" in await town.chat("wes").tampers("open_reachability", "reachability-all", 1)
    assert await town.chat("wes").sees("reachability", Ref("reachability", "all")) is None


async def test_somebody_unknown_is_not_noted(herefordshire: Town) -> None:
    town = herefordshire
    async with town.units() as uow:
        await lose_reach(uow, "nobody", "blocked", NOW)
        assert await uow.reach.lost() == {}
