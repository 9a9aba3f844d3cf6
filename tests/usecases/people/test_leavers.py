"""What somebody leaves behind: it gets an owner, those who run cycles hear, and can change it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from domain.duties import NewDuty
from domain.frameworks.sections import Activity, Cadence
from domain.lists.checked import Changes, Checked
from domain.people.person import Person
from domain.refs import Ref
from tests.cards.walk import words
from tests.cast import HAL, PEOPLE, TESS
from tests.town import Town
from usecases.actions.around import REVIEW
from usecases.actions.reviewing import form_ref
from usecases.calendar.opening import open_activities
from usecases.people.import_people import write_people
from usecases.people.leavers import pass_on_duties

NINE = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
OWN = Activity(
    key="visit",
    title="Visit to the front door",
    held_by=("team_manager",),
    each=True,
    cadence=Cadence(every="month"),
)
FOR_ALL = Activity(
    key="pods", title="Improvement pod", held_by=("team_manager",), cadence=Cadence(every="month")
)


async def opens(town: Town, *activities: Activity) -> None:
    """The council asks for these alone, and they are open."""
    alone = {"activities": activities, "reports": (), "nudges": ()}
    framework = town.council.framework.model_copy(update=alone)
    town.council = replace(town.council, framework=framework)
    town.now = NINE
    await town.tick(open_activities)


async def leaves(town: Town, person: Person) -> None:
    await town.hires(replace(person, left_on=town.now.date()))
    await town.tick(pass_on_duties)


async def test_a_personal_share_goes_to_the_manager_who_may_do_it(herefordshire: Town) -> None:
    town = herefordshire
    await opens(town, OWN)
    await leaves(town, TESS)
    assert await town.duties("tess") == []
    (duty,) = await town.duties("sam")
    assert "Tess Marlow" in town.chat("sam").words("leaver")
    assert (await town.chat("sam").press("open_duty")).done
    assert (await town.chat("sam").press("note_outcome", note_one="Went in her place.")).done
    assert await town.duties("sam") == []
    assert duty.due_at.date().day == 31


async def test_those_who_run_cycles_hear_once_in_one_card(herefordshire: Town) -> None:
    town = herefordshire
    await opens(town, OWN, FOR_ALL)
    await town.audit("C-23087", lead="tess", peer="ada")
    await leaves(town, TESS)
    await town.tick(pass_on_duties)
    cora = town.chat("cora")
    assert cora.kinds.count("leavers") == 1
    assert "Tess Marlow" in cora.words("leavers")
    opened = await cora.press("open_leaver")
    assert opened.card is not None
    assert "has left; 3 duties had to find a new owner" in words(opened.card.render())
    assert "leavers" not in town.chat("mo").kinds


async def test_what_others_have_to_do_as_well_is_left_to_them(herefordshire: Town) -> None:
    town = herefordshire
    await opens(town, FOR_ALL)
    await leaves(town, TESS)
    assert len(await town.duties("theo")) == 1
    assert await town.duties("sam") == []


async def test_without_anybody_above_it_goes_to_who_runs_cycles(herefordshire: Town) -> None:
    town = herefordshire
    await opens(town, OWN.model_copy(update={"held_by": ("head_of_service",)}))
    await leaves(town, HAL)
    assert len(await town.duties("cora")) == 1
    await town.chat("cora").press("open_duty")
    assert (await town.chat("cora").press("note_outcome", note_one="Went instead.")).done


async def test_somebody_else_takes_over_and_may_do_all_of_it(herefordshire: Town) -> None:
    town = herefordshire
    await opens(town, OWN)
    await leaves(town, TESS)
    await town.chat("cora").press("open_leaver")
    done = await town.chat("cora").press("name_successor", person="theo")
    assert done.line.startswith("Theo Brook takes over; 1 went to them.")
    assert await town.duties("sam") == []
    theirs = [d for d in await town.duties("theo") if (await _slot(town, d.subject)) == "tess"]
    assert len(theirs) == 1
    await town.chat("theo").press("open_duty")
    assert (await town.chat("theo").press("note_outcome", note_one="Done for her.")).done


async def test_a_seat_goes_only_to_whoever_may_hold_it(herefordshire: Town) -> None:
    town = herefordshire
    await opens(town)
    await town.audit("C-23087", lead="tess", peer="ada")
    await leaves(town, PEOPLE["ada"])
    assert [d.kind for d in await town.duties("mo")] == ["answer_allocation"]
    await town.chat("cora").press("open_leaver")
    refused = await town.chat("cora").press("name_successor", person="tess")
    assert "1 may not be theirs and stayed" in refused.line
    assert [d.kind for d in await town.duties("mo")] == ["answer_allocation"]
    await town.chat("cora").press("open_leaver")
    given = await town.chat("cora").press("name_successor", person="ivy")
    assert "Ivy Hart takes over" in given.line


async def test_whoever_manages_the_team_now_has_the_form_of_its_actions(sefton: Town) -> None:
    """SEF-12: nobody follows, so it is the service manager's until somebody does."""
    town = sefton
    town.now = NINE
    async with town.units() as uow:
        duty = NewDuty(kind=REVIEW, subject=form_ref("tess"), holder="tess", due_at=NINE)
        await uow.duties.open(duty, NINE)
        await uow.commit()
    await leaves(town, TESS)
    (theirs,) = await town.duties("sam")
    assert theirs.subject == form_ref("sam")
    assert await town.chat("sam").sees("action_review", Ref("person", "sam")) is not None


async def test_nobody_is_told_at_night(herefordshire: Town) -> None:
    town = herefordshire
    await opens(town, OWN)
    town.now = NINE.replace(hour=20)
    await leaves(town, TESS)
    assert len(await town.duties("tess")) == 1
    town.now = NINE + timedelta(days=1)
    assert await town.tick(pass_on_duties) == 1


async def test_whoever_comes_back_is_not_away_for_good(herefordshire: Town) -> None:
    town = herefordshire
    await opens(town, OWN)
    await leaves(town, TESS)
    gone = (await town.read(lambda uow: uow.people.all()))["tess"]
    assert gone.absence_on(town.now.date() + timedelta(days=400)) is not None
    checked = Checked(noun="people", to_write=[TESS], faults=[], changes=Changes(), full=False)
    async with town.units() as uow:
        await write_people(uow, checked, now=town.now, actor="cora")
        await uow.commit()
    back = (await town.read(lambda uow: uow.people.all()))["tess"]
    assert back.absence_on(town.now.date()) is None


async def test_others_do_not_see_who_has_left(herefordshire: Town) -> None:
    town = herefordshire
    await opens(town, OWN)
    await leaves(town, TESS)
    assert "That is for those" in (await town.chat("wes").says("who has left")).line
    assert await town.chat("wes").sees("leaver", Ref("leaver", "tess")) is None
    reply = await town.chat("cora").says("who has left")
    assert reply.card is not None


async def _slot(town: Town, about: Ref) -> str:
    found = await town.read(lambda uow: uow.calendar.get(about.number))
    return found.slot if found else ""
