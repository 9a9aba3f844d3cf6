"""Files in the personal chat: Teams asks, and the file is made and put away when somebody says yes.

The place that takes them is a server of its own; what came there is opened and read.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from storage import tables
from tests.fake_teams.one_drive import SESSION, SIGNED, UNIQUE, OneDrive
from tests.journeys.files import allows, answers, attached, declines, infos, questions, rows_of
from tests.journeys.responses import raises, sefton_at_work
from tests.journeys.world import World, at


@pytest.fixture
async def drive() -> AsyncIterator[OneDrive]:
    async with OneDrive.open() as made:
        yield made


WHAT = "Bring the chronology up to date by holding a case discussion"


async def acted(world: World) -> None:
    """Theo gave Will an action, typed in one line."""
    await world.everybody_installs()
    line = await world.theo.says(f"keep action for Will Heath by 5 December, Assessment: {WHAT}")
    assert "Will Heath" in line


async def states(world: World) -> list[str]:
    return [str(row["state"]) for row in await world.rows(tables.file_offers)]


async def test_a_manager_takes_the_tracker_along_once(sefton: World, drive: OneDrive) -> None:
    await acted(sefton)
    await sefton.theo.says("actions")
    asked_for = await sefton.theo.presses("Get as a file")
    assert "I am asking you below" in asked_for.text
    (asked,) = questions(sefton, sefton.theo)
    assert asked.name == "actions-2025-11-24.xlsx"
    assert asked.attachment["content"]["description"].startswith("1 action of your tracker")
    assert drive.puts == []

    assert await allows(sefton, sefton.theo, asked, drive) == ""
    (row,) = rows_of(drive.data, "Actions")
    assert row[2:6] == ("Children in Care South", WHAT, "Assessment", "Will Heath")
    assert rows_of(drive.data, "By team")[0][:2] == ("Children in Care South", 1)
    (put,) = drive.puts
    assert put.path == f"{SESSION}?{SIGNED}"
    size = len(put.data)
    assert put.headers["content-range"] == f"bytes 0-{size - 1}/{size}"
    assert put.headers["content-length"] == str(size)
    assert "authorization" not in put.headers
    assert questions(sefton, sefton.theo) == []
    assert "It is in your OneDrive" in sefton.theo.card(asked.stem)
    (info,) = infos(sefton, sefton.theo)
    assert info["name"] == asked.name
    assert info["contentUrl"] == drive.info(asked.name)["contentUrl"]
    assert info["content"] == {"uniqueId": UNIQUE, "fileType": "xlsx"}

    assert "answered already" in await allows(sefton, sefton.theo, asked, drive)
    assert len(drive.puts) == len(infos(sefton, sefton.theo)) == 1


async def test_everybody_gets_their_own_part_of_it(sefton: World, drive: OneDrive) -> None:
    await acted(sefton)
    await sefton.tess.says(f"keep action for Wes Tarn by 8 December, Planning: {WHAT}")
    assert "nothing to put into" in await sefton.wanda.says("actions as a file")
    assert "I am asking you below" in await sefton.will.says("actions as a file")
    assert questions(sefton, sefton.wanda) == []
    (asked,) = questions(sefton, sefton.will)
    said = {post.activity.get("summary") for post in sefton.teams.posts_to(sefton.will.account)}
    assert "May I put a file into your OneDrive?" in said
    # the same question out of other hands, out of a channel, and by somebody whom nobody knows
    before = await sefton.everything()
    assert "did not offer you" in await allows(sefton, sefton.wes, asked, drive)
    channel = {"id": "19:team", "conversationType": "channel", "tenantId": sefton.teams.tenant}
    await allows(sefton, sefton.will, asked, drive, conversation=channel)
    await allows(sefton, sefton.zed, asked, drive)
    assert drive.puts == []
    assert not (await sefton.changes(before)).keys() & {"file_offers", "trail"}

    again = asked.answer("accept", drive.info(asked.name))
    made = sefton.teams.activities.about_file(sefton.will.account, again)
    await sefton.sends(made)
    await sefton.sends(made)  # Teams did not hear the answer
    assert [row[5] for row in rows_of(drive.data, "Actions")] == ["Will Heath"]
    assert len(infos(sefton, sefton.will)) == 1
    await sefton.cora.says("tracker as a file")
    await allows(sefton, sefton.cora, questions(sefton, sefton.cora)[0], drive)
    every = rows_of(drive.puts[1].data, "Actions")
    assert [row[5] for row in every] == ["Will Heath", "Wes Tarn"]


async def test_duties_go_into_a_calendar_after_a_restart(
    herefordshire: World, drive: OneDrive
) -> None:
    world = herefordshire
    await world.everybody_installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    await world.ada.presses("Accept for later")
    await world.ada.says("calendar")
    await world.ada.presses("My duties as a file")
    (asked,) = questions(world, world.ada)
    assert asked.name == "duties-2025-09-01.ics"
    await world.stops()
    await world.starts()
    assert await allows(world, world.ada, asked, drive) == ""
    (event,) = Calendar.from_ical(drive.data.decode()).walk("VEVENT")
    assert event["summary"] == "Grade C-23087"
    assert event.decoded("dtstart") == date(2025, 9, 22)
    assert [info["name"] for info in infos(world, world.ada)] == [asked.name]


async def test_no_is_no_and_a_day_later_nobody_answers(
    herefordshire: World, drive: OneDrive
) -> None:
    world = herefordshire
    await world.everybody_installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    await world.ada.says("my duties as a file")
    (asked,) = questions(world, world.ada)
    assert await declines(world, world.ada, asked) == ""
    assert "You said no, so no file was made." in world.ada.card(asked.stem)
    assert "answered already" in await allows(world, world.ada, asked, drive)

    await world.ada.presses("Ask me again")
    (again,) = questions(world, world.ada)
    world.clock.moves(hours=25)
    assert "a day old" in await allows(world, world.ada, again, drive)
    assert "more than a day ago" in world.ada.card(again.stem)
    assert (drive.puts, infos(world, world.ada)) == ([], [])
    assert await states(world) == ["declined", "asked"]
    world.clock.moves(days=8)
    await world.ticks()
    assert await states(world) == []
    line = await world.ada.presses("Ask me again")
    assert "not here any more" in line.text


async def test_what_does_not_get_there_is_said_and_can_be_had_again(
    herefordshire: World, drive: OneDrive
) -> None:
    world = herefordshire
    await world.everybody_installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    await world.ada.says("my duties as a file")
    (asked,) = questions(world, world.ada)
    elsewhere = {**drive.info(asked.name), "uploadUrl": "https://169.254.169.254/metadata"}
    foreign = asked.answer("accept", elsewhere)
    assert "may not put files there" in await answers(world, world.ada, asked, foreign, {})
    assert (await states(world), drive.puts) == (["asked"], [])

    drive.status = 503
    line = await allows(world, world.ada, asked, drive)
    assert line == (
        "I could not put that file into your OneDrive, so it is not there. Please ask for it again."
    )
    assert "Nothing is lost" in world.ada.card(asked.stem)
    assert infos(world, world.ada) == []
    drive.status = 302
    await world.ada.presses("Ask me again")
    (again,) = questions(world, world.ada)
    assert "could not put" in await allows(world, world.ada, again, drive)
    assert len(drive.puts) == 2  # where it was sent on to, nothing came

    drive.status = 200
    await world.ada.presses("Ask me again", of="Nothing is lost")
    (third,) = questions(world, world.ada)
    assert await allows(world, world.ada, third, drive) == ""
    assert b"Answer C-23087" in drive.puts[-1].data
    assert await states(world) == ["failed", "failed", "landed"]


async def test_the_ledger_goes_to_whoever_may_read_it_when_they_say_yes(
    sefton: World, drive: OneDrive
) -> None:
    await sefton_at_work(sefton)
    await raises(sefton)
    await sefton.goes_away("theo", date(2025, 11, 24), date(2025, 11, 24), "mo")
    assert "Here is the ledger of IR-1." in await sefton.sam.says("ledger IR-1")
    await sefton.sam.presses("Get as a file")
    (asked,) = questions(sefton, sefton.sam)
    assert asked.name == "ledger-IR-1-2025-11-24.xlsx"
    assert "I am asking you below" in await sefton.mo.says("ledger IR-1 as a file")
    (covers,) = questions(sefton, sefton.mo)
    assert "not here any more" in await sefton.wes.says("ledger IR-1 as a file")

    assert await allows(sefton, sefton.sam, asked, drive) == ""
    assert "Sam Field" in str(rows_of(drive.data, "People"))
    assert ("Number", "IR-1") in rows_of(drive.data, "Summary")
    (*_, entry) = [r for r in await sefton.rows(tables.trail) if str(r["subject"]) == "response-1"]
    assert (entry["action"], entry["actor"]) == ("export_ledger", "sam")

    sefton.clock.moves_to(at("2025-11-25 07:30"))  # Theo is back, and Mo covers for nobody
    line = await allows(sefton, sefton.mo, covers, drive)
    assert line == "You may not read any more what would be in that file, so none was made."
    assert len(drive.puts) == 1
    assert "IR-1" not in str(attached(sefton, sefton.mo)[covers.activity_id])
    assert sefton.clock() - at("2025-11-24 08:00") < timedelta(days=1)
