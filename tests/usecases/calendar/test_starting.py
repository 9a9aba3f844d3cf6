"""What no calendar brings: started by a word, by an occasion; and what nobody holds."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.calendar.occurrence import OccurrenceState
from domain.people.person import Person
from tests.cards.walk import words
from tests.town import Town
from usecases.calendar.coming import coming
from usecases.calendar.opening import open_activities


async def written(town: Town) -> dict[str, date]:
    """Everything in the calendar with its due day."""
    found = await town.read(lambda uow: uow.calendar.between(date.min, date.max))
    return {f"{one.entry} {one.slot}".strip(): one.due_on for one in found}


async def test_everybody_is_offered_what_is_theirs_to_start(herefordshire: Town) -> None:
    town = herefordshire
    reply = await town.chat("sam").says("activity")
    assert reply.card is not None
    said = words(reply.card.render())
    assert "Targeted audit in a service area" in said
    assert "A service programme or the data points there" in said
    assert "Midway reviews" not in said
    assert "nothing for you to start" in (await town.chat("wes").says("activity")).line
    cora = await town.chat("cora").says("activity")
    assert cora.card is not None
    assert "Midway reviews" in words(cora.card.render())


async def test_a_part_of_the_name_is_enough_and_a_wrong_one_is_said(herefordshire: Town) -> None:
    town = herefordshire
    one = await town.chat("sam").says("activity targeted")
    assert one.card is not None
    assert one.card.kind == "activity_start"
    several = await town.chat("sam").says("start activity audit")
    assert several.card is not None
    assert several.card.kind == "activities_to_start"
    assert "Nothing that you can start" in (await town.chat("sam").says("activity picnic")).line


async def test_it_is_started_by_typing_and_needs_a_day(herefordshire: Town) -> None:
    town = herefordshire
    sam = town.chat("sam")
    await sam.says("activity targeted")
    assert "by which day" in (await sam.says("start")).line
    assert "over" in (await sam.says("day: 2026-11-30")).line
    started = await sam.says("18 December about strategy meetings")
    assert "Started: Targeted audit in a service area, due Friday 18 December" in started.line
    assert await written(town) == {"activities.targeted_audit sam": date(2026, 12, 18)}
    assert "strategy meetings" in sam.words("activity_due")
    await sam.says("activity targeted")
    assert "already" in (await sam.says("day: 2026-12-18")).line


async def test_a_coordinator_starts_it_for_everybody_who_owes_it(herefordshire: Town) -> None:
    town = herefordshire
    cora = town.chat("cora")
    await cora.says("activity ask for an audit")
    await cora.says("on: 2026-12-18")
    assert set(await written(town)) == {
        f"activities.audit_request {name}" for name in ("hal", "sam", "tess", "theo")
    }
    assert "Ask for an audit" in town.chat("theo").words("activity_due")


@pytest.mark.rows("SOM-26")
async def test_it_is_due_so_many_days_ahead_of_its_event(somerset: Town) -> None:
    town = somerset
    team = frozenset({"service_improvement_team"})
    await town.hires(Person(id="sia", name="Sia Moss", aad_object_id="s", roles=team))
    sia = town.chat("sia")
    asked = await sia.says("activity folder for the diagnostic")
    assert asked.card is not None
    assert "The day of the event" in words(asked.card.render())
    await sia.says("day: 2026-12-17")
    assert await written(town) == {"activities.diagnostic_folder": date(2026, 12, 10)}


@pytest.mark.rows("SEF-45", "SEF-59")
async def test_what_is_only_planned_is_tried_by_those_who_run_cycles(sefton: Town) -> None:
    town = sefton
    leads = frozenset({"academy_practice_improvement_lead"})
    await town.hires(Person(id="lea", name="Lea Finn", aad_object_id="l", roles=leads))
    assert "nothing for you" in (await town.chat("lea").says("activity group")).line
    cora = town.chat("cora")
    reply = await cora.says("activity auditing in a group")
    assert reply.card is not None
    assert "planned and not running" in words(reply.card.render())
    await cora.says("day: 2026-12-18")
    assert "Auditing in a group" in town.chat("lea").words("activity_due")


@pytest.mark.rows("LEI-33", "LEI-35")
async def test_a_report_that_is_out_starts_what_comes_after_it(leicestershire: Town) -> None:
    town = leicestershire
    town.now = datetime(2027, 2, 1, 9, tzinfo=UTC)
    chairs = frozenset({"safeguarding_improvement_head_of_service"})
    await town.hires(Person(id="sal", name="Sal Moor", aad_object_id="s", roles=chairs))
    await town.tick(open_activities)
    quin, sal = town.chat("quin"), town.chat("sal")
    cards = [one for one in quin.cards if "Six-monthly overview" in str(one.card)]
    assert "August 2026 to January 2027" in str(cards[0].card)  # E-28
    await quin.press("give_report", on=cards[0].card, evidence="https://example.org/overview")
    await sal.press("pass_report")
    assert "Quality Assurance Challenge Group" in sal.words("activity_due")
    await quin.says("activity 7-minute briefing")
    await quin.says("day: 2027-02-10")
    await quin.press("give_report", evidence="https://example.org/briefing")
    assert "activities.briefing_in_the_team tess" in await written(town)
    assert "Talked about it, on" in town.chat("tess").words("activity_due")


async def test_those_who_run_cycles_hear_once_what_nobody_holds(herefordshire: Town) -> None:
    town = herefordshire
    await town.tick(open_activities)
    cora = town.chat("cora")
    said = cora.words("calendar_gaps")
    assert "Learning newsletter" in said
    assert "Social Care Academy" in said
    assert "wider findings" not in said
    for month in (1, 2):
        town.now = datetime(2027, month, 4, 9, tzinfo=UTC)
        await town.tick(open_activities)
    newsletters = [one for one in cora.cards if "Learning newsletter" in str(one.card)]
    assert len(newsletters) <= cora.kinds.count("calendar_gaps")
    gaps = await town.read(lambda uow: uow.calendar.ever_unheld())
    assert "reports.newsletter" in gaps


async def test_it_goes_to_whoever_gets_the_role(herefordshire: Town) -> None:
    town = herefordshire
    await town.tick(open_activities)
    cora = town.chat("cora")
    opened = await cora.press("open_occurrence")
    assert opened.card is not None
    academy = frozenset({"social_care_academy"})
    await town.hires(Person(id="lee", name="Lee Dunn", aad_object_id="l", roles=academy))
    town.later(hours=1)
    await town.tick(open_activities)
    assert "Learning newsletter" in town.chat("lee").words("report_due")
    await town.tick(open_activities)
    assert town.chat("lee").kinds.count("report_due") == 1


async def test_what_comes_is_open_already_or_still_ahead(herefordshire: Town) -> None:
    town = herefordshire
    await town.tick(open_activities)
    await town.chat("hal").press("note_outcome", note_one="Held")
    first, last, today = date(2026, 12, 1), date(2027, 2, 28), date(2026, 12, 1)
    found = await town.read(lambda uow: coming(uow, town.council, first, last, today))
    assert [one.due_on for one in found] == sorted(one.due_on for one in found)
    meetings = [one for one in found if one.key == "wider_findings_meeting"]
    assert [(one.due_on, one.state) for one in meetings] == [
        (date(2026, 12, 31), OccurrenceState.DONE),
        (date(2027, 1, 29), None),
        (date(2027, 2, 26), None),
    ]
    assert meetings[0].ref is not None
    assert meetings[1].people == ("hal",)
    assert {one.people for one in found if one.key == "newsletter"} == {()}
    assert {one.people for one in found if one.key == "service_area_report"} == {("sam",)}
