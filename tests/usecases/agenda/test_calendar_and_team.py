"""calendar, what is due, my team; and the file for a calendar of one's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from cards.agenda.month import Month
from domain.refs import Ref
from exports.duties_calendar import write_duties
from tests.cast import PEOPLE
from tests.town import Town
from usecases.agenda.own_calendar import calendar_file
from usecases.pressing import Press
from usecases.showing import Look, look_at


async def accepted(town: Town) -> None:
    await town.audit("C-23087", lead="tess", peer="ada")
    for name in ("ada", "tess"):
        await town.chat(name).press("accept_audit")


@pytest.mark.parametrize("text", ["calendar", "calendar december", "Calendar Dec", "this month"])
async def test_the_month_lists_what_is_due_in_it(herefordshire: Town, text: str) -> None:
    town = herefordshire
    await accepted(town)
    reply = await town.chat("ada").says(text)
    assert reply.card is not None
    card = str(reply.card.render())
    assert "December" in card
    assert "Grade C-23087" in card


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("calendar march", "2027-03"),
        ("calendar october", "2026-10"),
        ("calendar next month", "2027-01"),
        ("calendar for May 2027", "2027-05"),
    ],
)
async def test_another_month(herefordshire: Town, text: str, month: str) -> None:
    town = herefordshire
    reply = await town.chat("ada").says(text)
    assert isinstance(reply.card, Month)
    assert reply.card.ref == Ref("month", month)
    assert "Grade C-23087" not in str(reply.card.render())


async def test_it_goes_no_further_than_two_years(herefordshire: Town) -> None:
    reply = await herefordshire.chat("ada").says("calendar march 2031")
    assert "two years" in reply.line
    assert reply.card is None


async def test_coordinators_see_the_councils_calendar_and_others_what_they_owe(
    herefordshire: Town,
) -> None:
    town = herefordshire
    month = Ref("month", "2027-01")
    whole = await town.chat("cora").sees("month", month)
    part = await town.chat("wes").sees("month", month)
    assert "The council's calendar" in str(whole)
    assert len(str(part)) < len(str(whole))


async def test_what_several_do_by_themselves_is_told_apart_by_their_names(sefton: Town) -> None:
    quinn = replace(PEOPLE["sam"], id="quinn", name="Quinn Alder", aad_object_id="aad-quinn")
    await sefton.hires(quinn)
    month = Ref("month", f"{sefton.now:%Y-%m}")
    async with sefton.units(reading=True) as uow:
        reader = await uow.people.get("cora")
        assert reader is not None
        look = Look(uow=uow, council=sefton.council, reader=reader, about=month, now=sefton.now)
        card = await look_at("month", look)
    assert isinstance(card, Month)
    assert card.everybody
    overviews = [line.detail for line in card.council if "performance overview" in line.text]
    assert sorted(overviews) == ["Quinn Alder", "Sam Field"]
    dip_sample = next(line for line in card.council if line.text == "Dip sample")
    assert dip_sample.detail == "Tess Marlow and Theo Brook"


async def test_the_file_has_each_duty_on_its_day_and_names_nobody(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    council = replace(town.council, write_duties=write_duties)
    async with town.units(reading=True) as uow:
        ada = await uow.people.get("ada")
        assert ada is not None
        data = await calendar_file(uow, council, ada, town.now)
    (event,) = Calendar.from_ical(data.decode()).walk("VEVENT")
    assert event["summary"] == "Grade C-23087"
    assert event.decoded("dtstart") == date(2026, 12, 22)
    assert str(event["uid"]).startswith("duty-")
    assert not any(word in data.decode() for word in ("Ada", "Tess", "Byrne", "Marlow"))


async def test_my_team_lists_who_is_behind_and_reminds_once_a_day(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    assert "Nobody is behind" in str(await town.chat("sam").sees("my_team", Ref("person", "sam")))
    town.now = datetime(2026, 12, 29, 10, tzinfo=UTC)
    reply = await town.chat("sam").says("my team")
    assert reply.card is not None
    card = str(reply.card.render())
    assert "Tess Marlow" in card
    assert "1 late" in card
    assert "Ada Byrne" not in card
    first = await town.chat("sam").send(Press(verb="remind_member", ref="member-tess", version=1))
    assert first.done, first.line
    assert "Sam Field" in town.chat("tess").words("late_reminder")
    again = await town.chat("sam").tampers("remind_member", "member-tess", 1)
    assert "reminded today already" in again


async def test_nobody_reminds_those_of_another_line(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    town.now = datetime(2026, 12, 29, 10, tzinfo=UTC)
    for name in ("ada", "will", "tess", "mo"):
        assert "not yours" in await town.chat(name).tampers("remind_member", "member-tess", 1)


async def test_what_is_done_by_then_is_no_reminder(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    town.now = datetime(2026, 12, 29, 10, tzinfo=UTC)
    about = Ref("reminder", "sam~tess")
    assert await town.chat("tess").sees("late_reminder", about) is not None
    assert await town.chat("ada").sees("late_reminder", about) is None
    (duty,) = await town.duties("tess")
    async with town.units() as uow:
        await uow.duties.close(duty.subject, duty.state.__class__.DONE, town.now)
        await uow.commit()
    assert await town.chat("tess").sees("late_reminder", about) is None


async def test_whoever_manages_nobody_is_told_so(herefordshire: Town) -> None:
    reply = await herefordshire.chat("wes").says("my team")
    assert reply.card is not None
    assert "You manage nobody" in str(reply.card.render())
