from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from demo.invitation import invitation
from demo.seeding import COORDINATOR, SEED, seed
from domain.faults import Fault
from domain.people.person import Person
from storage.tables import outbox
from storage.work import SqlUnitsOfWork
from tests.town import council_of

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


async def people_of(units: SqlUnitsOfWork) -> dict[str, Person]:
    async with units(reading=True) as uow:
        return await uow.people.all()


@pytest.mark.parametrize("framework", ["herefordshire", "sefton"])
async def test_the_story_is_of_an_audit_whose_seats_are_all_held(
    framework: str, units: SqlUnitsOfWork
) -> None:
    council = council_of(framework)
    story = await seed(units, council, NOW)
    labels = [seat.label for seat in story.programme.seats]
    assert [part.label for part in story.auditors] == labels
    async with units(reading=True) as uow:
        case = await uow.cases.get(story.case)
        (cycle,) = await uow.audits.cycles(story.programme.key)
        audits = {audit.case_ref: seats for audit, seats in await uow.audits.of_cycle(cycle.id)}
    assert case
    assert case.worker == story.worker.id
    holders = [seat.holder for seat in audits[story.case]]
    assert holders == [part.person.id for part in story.auditors]
    assert (cycle.seed, cycle.opens_on, cycle.opened_by) == (
        SEED,
        date(2026, 11, 30),  # the last working day before, so that its cards go out at once
        story.coordinator.id,
    )


async def test_people_hold_the_roles_that_the_framework_knows(units: SqlUnitsOfWork) -> None:
    council = council_of("herefordshire")
    await seed(units, council, NOW)
    people = await people_of(units)
    assert (
        set().union(*(person.roles for person in people.values())) <= council.framework.roles.keys()
    )
    (cora,) = [person for person in people.values() if person.name == COORDINATOR]
    assert cora.roles == {"qa_team"}


async def test_somebody_is_away_from_tomorrow(units: SqlUnitsOfWork) -> None:
    await seed(units, council_of("herefordshire"), NOW)
    away = [away for person in (await people_of(units)).values() for away in person.absences]
    assert len(away) == 2
    assert {absence.first_day for absence in away} == {NOW.date() + timedelta(days=1)}


async def test_everybody_concerned_has_a_card_waiting(units: SqlUnitsOfWork) -> None:
    story = await seed(units, council_of("herefordshire"), NOW)
    async with units(reading=True) as uow:
        rows = (await uow.connection.execute(select(outbox))).mappings().all()
    waiting = {(row["recipient"], row["kind"]) for row in rows}
    for part in story.auditors:
        assert (part.person.id, "audit_allocated") in waiting
    assert (story.worker.id, "audit_notice") in waiting
    assert (story.coordinator.id, "cycle_opened") in waiting


async def test_a_second_time_is_refused_and_changes_nothing(units: SqlUnitsOfWork) -> None:
    council = council_of("sefton")
    await seed(units, council, NOW)
    with pytest.raises(Fault, match="nothing was opened or sent again"):
        await seed(units, council, NOW)
    away = [person for person in (await people_of(units)).values() if person.absences]
    assert len(away) == 2
    assert all(len(person.absences) == 1 for person in away)


async def test_the_invitation_names_the_people_of_this_draw(units: SqlUnitsOfWork) -> None:
    council = council_of("herefordshire")
    story = await seed(units, council, NOW)
    lines = [line.strip() for line in invitation(story, council, 56150)]
    lead, peer = story.auditors
    assert "http://localhost:56150" in lines
    assert f"act as {lead.person.name}    lead auditor for {story.case}" in lines
    assert f"act as {peer.person.name}    peer auditor, with the same grades" in lines
    assert any(line.startswith(f"act as {story.worker.name} ") for line in lines)
    assert any("10 minutes after the last submission" in line for line in lines)
