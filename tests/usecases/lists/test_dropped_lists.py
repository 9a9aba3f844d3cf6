from __future__ import annotations

from dataclasses import replace

import pytest

from cards.people.import_preview import ImportPreview, Step
from domain.faults import Fault, NotAllowedFault
from domain.people.person import Person
from domain.refs import Ref
from imports.tables import read_table
from scheduler.running import run_tick
from scheduler.tick import ticks
from tests.cards.walk import buttons, words
from tests.cast import CORA, PEOPLE
from tests.town import Town
from usecases.lists.checking import UnclearListFault
from usecases.lists.drop_list import drop_list
from usecases.pressing import Outcome, Press
from usecases.showing import Look, look_at

STAFF = (
    b"id,name,roles,team\nnew-1,Nell Reed,social_worker,North\nwes,Wes Tarn,social_worker,East\n"
)
CASES = b"ref,team,worker,status\nC-23087,Safeguarding North,wes,closed\n"
LATER_FAULTY = b"ref,team,worker,status\nC-1,North,nell,open\n"


@pytest.fixture
def town(herefordshire: Town) -> Town:
    herefordshire.council = replace(herefordshire.council, read_table=read_table)
    return herefordshire


async def drop(town: Town, data: bytes, actor: Person = CORA) -> Ref:
    async with town.units() as uow:
        about = await drop_list(uow, town.council, actor, data, town.now)
        await uow.commit()
    return about


async def shown(town: Town, about: Ref, reader: Person = CORA) -> ImportPreview | None:
    async with town.units(reading=True) as uow:
        look = Look(uow=uow, council=town.council, reader=reader, about=about, now=town.now)
        card = await look_at("import_preview", look)
    assert card is None or isinstance(card, ImportPreview)
    return card


async def pressed(town: Town, verb: str, about: Ref, who: str = "cora") -> Outcome:
    return await town.chat(who).send(Press(verb=verb, ref=str(about), version=1))


async def person(town: Town, person_id: str) -> Person | None:
    return await town.read(lambda uow: uow.people.get(person_id))


async def test_a_dropped_list_is_shown_and_nothing_is_written(town: Town) -> None:
    card = await shown(town, await drop(town, STAFF))

    assert card
    assert (card.step, card.noun, card.to_write) == (Step.READY, "people", 2)
    read = words(card.render())
    assert "New: new-1" in read
    assert "wes from Safeguarding North to East" in read
    assert await person(town, "new-1") is None


async def test_applying_writes_the_very_list_and_deletes_the_file(town: Town) -> None:
    about = await drop(town, STAFF)
    outcome = await pressed(town, "apply_import", about)

    assert outcome.done
    assert isinstance(outcome.card, ImportPreview)
    assert outcome.card.step is Step.APPLIED
    assert outcome.card.counts == (("new", 1), ("changed", 1))
    assert buttons(outcome.card.render()) == []
    nell, wes = await person(town, "new-1"), await person(town, "wes")
    assert nell
    assert wes
    assert wes.team == "East"
    assert await town.read(lambda uow: uow.lists.get(about.number)) is None


async def test_cases_are_told_from_people_by_their_headings(town: Town) -> None:
    about = await drop(town, CASES)
    card = await shown(town, about)
    assert card
    assert card.noun == "records"
    await pressed(town, "apply_import", about)
    case = await town.read(lambda uow: uow.cases.get("C-23087"))
    assert case
    assert not case.open


async def test_both_trails_tell_who_applied_which_bytes(town: Town) -> None:
    about = await drop(town, CASES)
    await pressed(town, "apply_import", about)
    entries = await town.read(lambda uow: uow.trail.of(about))
    assert [(one.action, one.actor) for one in entries] == [
        ("drop_list", "cora"),
        ("apply_import", "cora"),
    ]
    assert len(str(entries[0].details["digest"])) == 64
    imported = await town.read(lambda uow: uow.trail.of(Ref("directory", "cases")))
    assert [(one.action, one.actor) for one in imported] == [("imported", "cora")]


async def test_a_second_press_changes_nothing_and_shows_the_end(town: Town) -> None:
    about = await drop(town, STAFF)
    await pressed(town, "apply_import", about)
    again = await pressed(town, "apply_import", about)

    assert not again.done
    assert again.line == "That was already done."
    assert isinstance(again.card, ImportPreview)
    assert again.card.step is Step.APPLIED
    assert len(await town.read(lambda uow: uow.trail.of(about))) == 2


async def test_a_forgotten_list_cannot_be_applied(town: Town) -> None:
    about = await drop(town, STAFF)
    assert (await pressed(town, "forget_import", about)).done
    late = await pressed(town, "apply_import", about)

    assert not late.done
    assert isinstance(late.card, ImportPreview)
    assert late.card.step is Step.FORGOTTEN
    assert await person(town, "new-1") is None


async def test_faults_are_shown_with_their_rows_and_cannot_be_applied(town: Town) -> None:
    about = await drop(town, LATER_FAULTY)
    card = await shown(town, about)
    assert card
    assert card.step is Step.FAULTY
    assert "row 2, worker: is not the id of anybody in the staff list" in words(card.render())
    assert buttons(card.render()) == ["Forget it"]

    outcome = await pressed(town, "apply_import", about)
    assert not outcome.done
    assert "does not fit it any more" in outcome.notice
    assert await town.read(lambda uow: uow.cases.get("C-1")) is None
    assert await town.read(lambda uow: uow.lists.get(about.number))


async def test_it_is_checked_again_against_the_directory_as_it_is_then(town: Town) -> None:
    about = await drop(town, LATER_FAULTY)
    await town.hires(replace(PEOPLE["wes"], id="nell", aad_object_id=None, email=""))
    card = await shown(town, about)
    assert card
    assert card.step is Step.READY
    assert (await pressed(town, "apply_import", about)).done
    assert await town.read(lambda uow: uow.cases.get("C-1"))


@pytest.mark.parametrize("verb", ["apply_import", "forget_import"])
async def test_only_a_coordinator_may_press(town: Town, verb: str) -> None:
    about = await drop(town, STAFF)
    outcome = await pressed(town, verb, about, who="ada")
    assert (outcome.done, outcome.card) == (False, None)
    assert await town.read(lambda uow: uow.lists.get(about.number))


async def test_only_a_coordinator_may_drop_and_see(town: Town) -> None:
    with pytest.raises(NotAllowedFault, match="not opened"):
        await drop(town, STAFF, PEOPLE["ada"])
    assert await shown(town, await drop(town, STAFF), PEOPLE["ada"]) is None


async def test_a_list_that_could_be_either_is_not_kept(town: Town) -> None:
    with pytest.raises(UnclearListFault, match="people need id, name, roles and team"):
        await drop(town, b"team,service\nNorth,Care\n")
    with pytest.raises(Fault, match="No headings"):
        await drop(town, b"Hello,there\n1,2\n")
    with pytest.raises(Fault, match="is empty"):
        await drop(town, b" ")


async def test_a_list_is_kept_for_a_day_and_then_says_so(town: Town) -> None:
    about = await drop(town, STAFF)
    tick = ticks()["forget_lists"]
    town.later(days=1)
    assert await run_tick(tick, town.units, town.council, town.now) == 0
    town.later(minutes=1)
    assert await run_tick(tick, town.units, town.council, town.now) == 1
    assert await run_tick(tick, town.units, town.council, town.now) == 0

    late = await pressed(town, "apply_import", about)
    assert not late.done
    assert isinstance(late.card, ImportPreview)
    assert late.card.step is Step.GONE


async def test_a_list_that_never_was_is_not_there(town: Town) -> None:
    assert await shown(town, Ref("list", "77")) is None


async def test_without_a_reader_nothing_is_read(herefordshire: Town) -> None:
    with pytest.raises(Fault, match="cannot be read here"):
        await drop(herefordshire, STAFF)
