"""One notes it for all; what did not happen, and what is moved to another day (HER-18, COL-13)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.calendar.occurrence import Occurrence, OccurrenceState
from domain.calendar.working_days import local_day
from domain.people.person import Person
from tests.cards.walk import words
from tests.cast import HAL
from tests.chat import Posted
from tests.town import Town
from usecases.calendar.opening import open_activities

FOUND = "Plans rarely name what changes"
IDA = replace(HAL, id="ida", name="Ida Croft", aad_object_id="aad-ida")


async def meeting(town: Town) -> Occurrence:
    """December's meeting of Herefordshire's senior managers."""
    found = await town.read(lambda uow: uow.calendar.between(date.min, date.max))
    return next(one for one in found if one.entry == "activities.wider_findings_meeting")


def supervision(town: Town, who: str) -> Posted:
    """Somebody's one card about reflective supervision."""
    cards = town.chat(who).cards
    (posted,) = [one for one in cards if "Reflective supervision" in words(one.card)]
    return posted


async def test_one_notes_it_and_the_others_see_that_it_is_done(herefordshire: Town) -> None:
    town = herefordshire
    await town.hires(IDA)
    await town.tick(open_activities)
    hal, ida = town.chat("hal"), town.chat("ida")
    said = hal.words("activity_due")
    assert "Or\u00a0done\u00a0by" in said
    assert "Ida Croft" in said
    done = await hal.press(
        "note_outcome", note_one=FOUND, note_two="A guide by May", evidence="Minutes 12"
    )
    assert done.line.startswith("Noted.")
    said = ida.words("activity_due")
    assert "Hal Grove noted it on Tuesday 1 December." in said
    assert FOUND in said
    assert "Minutes 12" in said
    assert "Note the outcome" not in said
    assert len(ida.cards) == 1  # told in place, without another message
    assert await town.duties("ida") == []
    again = await ida.tampers("note_outcome", str((await meeting(town)).ref), 2, note_one="Late")
    assert again == "This is closed already, so nothing was changed."


async def test_nothing_is_closed_without_a_word(herefordshire: Town) -> None:
    town = herefordshire
    await town.tick(open_activities)
    hal = town.chat("hal")
    lacks = await hal.press("note_outcome")
    assert "Please note what came of it" in lacks.line
    assert len(await town.duties("hal")) == 1
    await hal.press("keep_outcome", note_one=FOUND)
    assert FOUND in str(hal.card("activity_due"))
    assert (await meeting(town)).state is OccurrenceState.OPEN
    assert (await hal.press("note_outcome")).done


async def test_too_long_a_note_is_not_cut(herefordshire: Town) -> None:
    town = herefordshire
    await town.tick(open_activities)
    hal = town.chat("hal")
    assert "800 characters" in (await hal.press("note_outcome", note_one="a" * 801)).line
    assert "300 characters" in (await hal.press("keep_outcome", evidence="b" * 301)).line
    assert (await meeting(town)).notes == {}


async def test_what_did_not_happen_keeps_its_reason(herefordshire: Town) -> None:
    town = herefordshire
    await town.tick(open_activities)
    hal = town.chat("hal")
    assert "Please say why" in (await hal.press("did_not_happen")).line
    await hal.press("did_not_happen", why_not="Snow closed the offices")
    missed = await meeting(town)
    assert (missed.state, missed.done_by) == (OccurrenceState.MISSED, "hal")
    assert "Snow closed the offices" in hal.words("activity_due")
    assert await town.duties("hal") == []


async def test_it_moves_as_far_as_the_day_before_the_next(herefordshire: Town) -> None:
    town = herefordshire
    await town.tick(open_activities)
    hal = town.chat("hal")
    refused = await hal.press("move_occurrence", new_day="2027-01-29", why_moved="Leave")
    assert "Thursday 28 January" in refused.line
    assert "the new day" in (await hal.press("move_occurrence", why_moved="Leave")).line
    assert "Please say why" in (await hal.press("move_occurrence", new_day="2027-01-14")).line
    past = await hal.press("move_occurrence", new_day="2026-11-30", why_moved="Leave")
    assert not past.done
    moved = await hal.press("move_occurrence", new_day="14 January", why_moved="Half were away")
    assert moved.line == "Moved to Thursday 14 January."
    (duty,) = await town.duties("hal")
    assert local_day(duty.due_at) == date(2027, 1, 14)
    assert "Half were away" in hal.words("activity_due")
    town.now = datetime(2027, 1, 4, 9, tzinfo=UTC)
    await town.tick(open_activities)
    assert len(await town.duties("hal")) == 2  # January's own comes all the same


async def test_a_cover_notes_it_and_a_stranger_to_it_cannot(herefordshire: Town) -> None:
    town = herefordshire
    await town.tick(open_activities)
    one = await meeting(town)
    line = await town.chat("tess").tampers("note_outcome", str(one.ref), 1, note_one=FOUND)
    assert "not yours" in line
    assert await town.chat("tess").sees("activity_due", one.ref) is None
    await town.away("hal", cover="tess")
    town.later(hours=1)
    assert await town.chat("tess").sees("activity_due", one.ref) is not None


async def test_everybody_owes_their_own(city_of_london: Town) -> None:
    town = city_of_london
    await town.tick(open_activities)
    own, theirs = supervision(town, "tess"), supervision(town, "theo")
    await town.chat("tess").press("note_outcome", on=own.card, note_one="Held on the 9th")
    assert own.about not in {duty.subject for duty in await town.duties("tess")}
    assert theirs.about in {duty.subject for duty in await town.duties("theo")}
    assert "Held on the 9th" not in words(theirs.card)


async def test_whoever_joins_gets_their_own(city_of_london: Town) -> None:
    town = city_of_london
    await town.tick(open_activities)
    new = Person(id="tara", name="Tara Dean", aad_object_id="t", roles=frozenset({"team_manager"}))
    await town.hires(new)
    town.later(hours=1)
    await town.tick(open_activities)
    assert supervision(town, "tara").kind == "activity_due"
    assert supervision(town, "tess").about != supervision(town, "tara").about


@pytest.mark.rows("SOM-56")
async def test_the_year_s_appraisals_name_each_of_one_s_people(somerset: Town) -> None:
    town = somerset
    await town.tick(open_activities)
    said = [card for card in town.chat("tess").cards if "Annual appraisal" in str(card.card)]
    assert len(said) == 1
    assert "Wanda Moor and Wes Tarn" in str(said[0].card)


@pytest.mark.parametrize("day", [5, 28])
async def test_nothing_opens_on_a_day_that_is_not_worked(herefordshire: Town, day: int) -> None:
    town = herefordshire
    town.now = datetime(2026, 12, day, 9, tzinfo=UTC)  # a Saturday; Boxing Day's substitute
    assert await town.tick(open_activities) == 0


async def test_two_looks_and_an_outage_open_it_once(herefordshire: Town) -> None:
    town = herefordshire
    opened = await town.tick(open_activities)
    assert opened
    assert await town.tick(open_activities) == 0
    town.later(days=13)
    assert await town.tick(open_activities) == 0
    assert len(town.chat("hal").cards) == 1
