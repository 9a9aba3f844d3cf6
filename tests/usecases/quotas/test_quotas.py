"""Quotas in chat: one's own, that of the team, and pieces that are put on record."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.audits.audit import NewAudit, NewCycle, NewSeat, SeatState
from domain.refs import Ref
from tests.cards.walk import words
from tests.town import Town
from usecases.quotas.standing import who_is_behind

NOVEMBER = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
NONE_OF_HIS = "Nobody below you with a quota is called Tina. Type quota team for all of them."


async def handed_in(town: Town, programme: str, holder: str, *days: date) -> None:
    """Audits of somebody, each in a cycle of its own, handed in on its day."""
    for day in days:
        when = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        cycle = NewCycle(
            framework=town.council.framework.id,
            programme=programme,
            opens_on=day,
            due_on=day,
            seed=1,
            pool_size=1,
            opened_by="quin",
        )
        seat = NewSeat(role="auditor", holder=holder, due_on=day, why="By hand")
        async with town.units() as uow:
            audits = [NewAudit(case_ref="C-23087", seats=(seat,))]
            number = await uow.audits.open_cycle(cycle, audits, when)
            assert number is not None
            ((_, (kept,)),) = await uow.audits.of_cycle(number)
            await uow.audits.save_seat(replace(kept, state=SeatState.SUBMITTED))
            await uow.commit()


async def said(town: Town, name: str, text: str) -> str:
    """What somebody reads after typing that."""
    reply = await town.chat(name).says(text)
    return words(reply.card.render()) if reply.card else reply.line


@pytest.fixture
def town(leicestershire: Town) -> Town:
    leicestershire.now = NOVEMBER
    return leicestershire


async def half_done(town: Town) -> None:
    """Story 23: three thematic audits, a Health Check, one piece that the head of service set."""
    days = (date(2026, 5, 12), date(2026, 8, 4), date(2026, 11, 3))
    await handed_in(town, "thematic_audit", "tess", *days)
    await handed_in(town, "health_check", "tess", date(2026, 5, 20))
    await town.chat("tess").says("learning done set by head of service, group, form F-12")


@pytest.mark.rows("LEI-06")
async def test_the_card_shows_five_of_ten_and_what_is_still_owed(town: Town) -> None:
    await half_done(town)
    card = await said(town, "tess", "quota")
    assert "5 of 10 done" in card
    assert (
        "Still to do by 31 March: **1 thematic audit, 1 supervision quality, "
        "1 set by head of service and 2 other**." in card
    )
    assert "1 piece behind" in card


async def test_an_audit_of_last_year_or_of_somebody_else_does_not_count(town: Town) -> None:
    await handed_in(town, "thematic_audit", "tess", date(2026, 3, 31))
    await handed_in(town, "thematic_audit", "theo", date(2026, 4, 1))
    assert "0 of 10 done" in await said(town, "tess", "my quota")
    assert "1 of 10 done" in await said(town, "theo", "my quota")


@pytest.mark.rows("LEI-07")
async def test_a_head_of_service_owes_two_a_quarter(town: Town) -> None:
    await handed_in(town, "thematic_audit", "hal", date(2026, 9, 30), date(2026, 10, 1))
    await said(town, "hal", "learning done improvement activity, supervision talks got shorter")
    card = await said(town, "hal", "quota")
    assert "2 of 2 done" in card
    assert "October 2026 to December 2026" in card


async def test_who_owes_nothing_is_told_so(town: Town) -> None:
    for text in ("quota", "learning done", "learning done other, form F-1"):
        assert "asks no quota of your role" in await said(town, "wes", text)


@pytest.mark.rows("LEI-06")
async def test_a_manager_sees_the_team_by_name_with_what_is_missing(town: Town) -> None:
    await half_done(town)
    card = await said(town, "hal", "quota team")
    order = [name for name in card.splitlines() if name in {"Sam Field", "Tess Marlow"}]
    assert order == ["Sam Field", "Tess Marlow"]  # whoever is further behind comes first
    assert "Missing: 1 thematic audit, 1 supervision quality" in card
    assert "Tina Reeve" not in card
    assert "Tina Reeve" in await said(town, "quin", "quota team")
    assert "Nobody below you" in await said(town, "wes", "quota team")


async def test_a_manager_opens_the_quota_of_one_below_and_of_nobody_else(town: Town) -> None:
    card = await said(town, "hal", "quota tess")
    assert "Quota of Tess Marlow" in card
    assert "Record a piece" not in card
    assert await said(town, "hal", "quota Tina") == NONE_OF_HIS
    assert await town.chat("theo").sees("quota", Ref("person", "tess")) is None
    assert await town.chat("theo").sees("team_quota", Ref("person", "hal")) is None


async def test_the_form_keeps_a_piece_and_shows_the_quota(town: Town) -> None:
    tess = town.chat("tess")
    await tess.says("learning done")
    form = await tess.sees("piece_form", Ref("person", "tess"))
    assert form
    pressed = {"part": "supervision_quality", "done_on": "2026-11-20", "company": "group"}
    done = await tess.press("record_piece", on=form, form="F-7", findings="SMART", **pressed)
    assert done.line.startswith("Recorded: supervision quality of 20 November.")
    assert done.card
    assert "1 of 10 done" in words(done.card.render())
    day = date(2026, 11, 20)
    (piece,) = await town.read(lambda uow: uow.pieces.of(["tess"], day, day))
    assert (piece.form, piece.findings, piece.company) == ("F-7", "SMART", "group")
    (entry,) = await town.trail("piece", piece.id)
    assert (entry.actor, entry.action) == ("tess", "record_piece")
    again = await tess.press("record_piece", on=form, form="F-7", findings="SMART", **pressed)
    assert "on record already" in again.line


@pytest.mark.parametrize(
    ("inputs", "why"),
    [
        ({"part": "tea"}, "Please choose what it was"),
        ({"done_on": "2026-11-24"}, "has not come yet"),
        ({"done_on": "soon"}, "could not read that day"),
        ({"company": "crowd"}, "alone or in a group"),
        ({"form": ""}, "where the form is, or what you found"),
        ({"form": "F" * 121}, "120 characters"),
        ({"findings": "F" * 9000}, "Nothing was saved or cut"),
    ],
)
async def test_what_cannot_be_recorded_is_said_and_nothing_is_kept(
    town: Town, inputs: dict[str, str], why: str
) -> None:
    filled = {"part": "other", "form": "F-1", "company": "group"} | inputs
    press = {key: value for key, value in filled.items() if value}
    assert why in await town.chat("tess").tampers("record_piece", "person-tess", 1, **press)
    assert "0 of 10 done" in await said(town, "tess", "quota")


async def test_nobody_records_for_somebody_else(town: Town) -> None:
    refused = await town.chat("theo").tampers("record_piece", "person-tess", 1, part="other")
    assert "not yours" in refused
    press = {"part": "other", "form": "F-1"}
    nothing = await town.chat("wes").tampers("record_piece", "person-wes", 1, **press)
    assert "No quota is yours" in nothing


async def test_a_line_that_does_not_say_what_it_was_is_answered_with_the_choices(
    town: Town,
) -> None:
    line = await said(town, "tess", "learning done something, form F-1")
    assert "Say first what it was: thematic audit, health check" in line


async def test_a_typed_line_may_name_day_and_findings(town: Town) -> None:
    await said(
        town, "tess", "learning done other, 2026-10-05, in a group, form F-3, It helped, a lot"
    )
    day = date(2026, 10, 5)
    (piece,) = await town.read(lambda uow: uow.pieces.of(["tess"], day, day))
    assert (piece.company, piece.form, piece.findings) == ("group", "F-3", "It helped, a lot")


async def test_those_behind_can_be_asked_for(town: Town) -> None:
    await half_done(town)
    async with town.units(reading=True) as uow:
        found = await who_is_behind(uow, town.council, date(2026, 11, 23))
    assert {person.id: standing.behind for person, standing in found}["tess"] == 1
    async with town.units(reading=True) as uow:
        assert await who_is_behind(uow, town.council, date(2026, 4, 1)) == []


@pytest.mark.rows("SOM-21")
async def test_a_piece_is_owed_for_each_practitioner_and_the_card_names_who_has_none(
    somerset: Town,
) -> None:
    await said(somerset, "tess", "learning done family feedback, Wes Tarn, She felt heard")
    card = await said(somerset, "tess", "quota")
    assert "1 of 2 done" in card
    assert "None yet: Wanda Moor." in card
    assert "Wanda" not in await said(somerset, "theo", "quota")
    form = await somerset.chat("tess").sees("piece_form", Ref("person", "tess"))
    assert form
    other = await somerset.chat("tess").press("record_piece", on=form, form="F-1", about="will")
    assert "Please choose whose it is" in other.line
