"""Who may have which file, asked for out of a card or by typing."""

from __future__ import annotations

import pytest

from domain.refs import Ref
from scheduler.ticks.forget_offers import TICK
from tests.town import Town
from usecases.files.kinds import contents_of, file_kinds
from usecases.showing import Look

ASKING = "I am asking you below whether I may put the file into your OneDrive."


async def begun(town: Town) -> None:
    await town.audit("C-23087", lead="tess", peer="ada")


async def contents(town: Town, who: str, kind: str, about: Ref) -> object:
    async with town.units(reading=True) as uow:
        reader = await uow.people.get(who)
        assert reader
        look = Look(uow=uow, council=town.council, reader=reader, about=about, now=town.now)
        return await contents_of(kind, look)


def test_there_is_a_file_of_each_kind() -> None:
    assert list(file_kinds()) == ["actions", "duties", "ledger"]


@pytest.mark.parametrize("kind", ["actions", "duties"])
async def test_nobody_gets_what_is_somebody_elses(kind: str, herefordshire: Town) -> None:
    ada = Ref("person", "ada")
    assert await contents(herefordshire, "ada", kind, ada)
    assert await contents(herefordshire, "cora", kind, ada) is None
    assert await contents(herefordshire, "ada", "nothing", ada) is None


async def test_typed_or_pressed_it_is_the_same_question(herefordshire: Town) -> None:
    await begun(herefordshire)
    ada = herefordshire.chat("ada")
    for words in ("my duties as a file", "Calendar file", "duties as a file"):
        assert (await ada.says(words)).line == ASKING
    assert ada.kinds.count("file_offer") == 3
    assert "This chat cannot show that question" in ada.words("file_offer")


async def test_an_empty_file_is_not_asked_about(herefordshire: Town) -> None:
    cora = herefordshire.chat("cora")
    for words in ("my duties as a file", "actions as a file"):
        assert (await cora.says(words)).line.startswith("There is nothing to put into that file")
    assert "file_offer" not in cora.kinds


async def test_a_ledger_that_there_is_not_is_not_told_of(herefordshire: Town) -> None:
    said = await herefordshire.chat("ada").says("ledger IR-7 as a file")
    assert said.line == "That is not here any more. Type my work to see what is waiting for you."


async def test_a_question_is_seen_by_whoever_was_asked_and_nobody_else(
    herefordshire: Town,
) -> None:
    await begun(herefordshire)
    ada, tess = herefordshire.chat("ada"), herefordshire.chat("tess")
    await ada.says("my duties as a file")
    about = Ref("file", "1")
    assert await ada.sees("file_offer", about)
    assert await ada.sees("file_offer", Ref("audit", "1")) is None
    assert await tess.sees("file_offer", about) is None
    assert await ada.sees("file_ready", about) is None  # nothing is there yet
    assert "not here any more" in await tess.tampers("offer_again", "file-1", 1)
    assert await ada.tampers("get_actions_file", "person-tess", 1)
    assert ada.kinds.count("file_offer") == 1


async def test_after_a_week_nothing_is_known_but_the_trail(herefordshire: Town) -> None:
    await begun(herefordshire)
    await herefordshire.chat("ada").says("my duties as a file")
    herefordshire.later(days=7)
    assert await herefordshire.tick(TICK.run) == 0
    herefordshire.later(seconds=1)
    assert await herefordshire.tick(TICK.run) == 1
    (entry,) = await herefordshire.trail("file", 1)
    assert (entry.action, entry.details["kind"]) == ("offer_file", "duties")
