from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from domain.audits.assessment import AreaEntry, Assessment, AssessmentState
from domain.faults import MovedOnFault
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from tests.storage.seeds import MINUTE, NOW, committed_seat

FULL = AreaEntry(
    number=3,
    grade="good",
    evidence="Seen alone twice.",
    strengths="Plans are hers.",
    develop="Record the father's view.",
    look_back="The plan began in May.",
)


async def _draft(units: SqlUnitsOfWork) -> Assessment:
    seat = await committed_seat(units)
    async with units() as uow:
        draft = await uow.assessments.start(seat.id, NOW)
        await uow.commit()
    return draft


async def _submit(uow: SqlUnitOfWork, draft: Assessment) -> Assessment:
    state = AssessmentState.SUBMITTED
    return await uow.assessments.save(
        replace(draft, state=state, at_area=0, overall="good", reason="As said.", submitted_at=NOW)
    )


async def test_a_draft_starts_at_the_first_area_with_nothing_in_it(units: SqlUnitsOfWork) -> None:
    draft = await _draft(units)
    async with units(reading=True) as uow:
        kept = await uow.assessments.of_seat(draft.seat_id)

    assert kept == draft
    assert draft == Assessment(
        id=draft.id,
        seat_id=draft.seat_id,
        state=AssessmentState.DRAFT,
        at_area=1,
        version=1,
        saved_at=NOW,
    )


async def test_what_is_not_there_is_none(units: SqlUnitsOfWork) -> None:
    async with units(reading=True) as uow:
        assert await uow.assessments.of_seat(4) is None
        assert await uow.assessments.get(4) is None


async def test_a_seat_has_one_present_assessment(units: SqlUnitsOfWork) -> None:
    draft = await _draft(units)
    async with units() as uow:
        with pytest.raises(MovedOnFault):
            await uow.assessments.start(draft.seat_id, NOW)


async def test_areas_come_back_as_they_were_saved(units: SqlUnitsOfWork) -> None:
    draft = await _draft(units)
    async with units() as uow:
        third = await uow.assessments.save_area(draft, FULL)
        first = await uow.assessments.save_area(draft, AreaEntry(number=1, grade="poor"))

        assert third == replace(FULL, version=2)
        assert await uow.assessments.get(draft.id) == replace(draft, areas=(first, third))
        changed = await uow.assessments.save_area(draft, replace(third, strengths=""))
        assert changed == replace(FULL, strengths="", version=3)
        kept = await uow.assessments.get(draft.id)

    assert kept
    assert kept.area(3) == changed


async def test_of_two_people_who_saw_an_area_empty_one_writes_it(units: SqlUnitsOfWork) -> None:
    draft = await _draft(units)
    async with units() as uow:
        await uow.assessments.save_area(draft, FULL)
        with pytest.raises(MovedOnFault):
            await uow.assessments.save_area(draft, replace(FULL, evidence="Something else."))
        kept = await uow.assessments.get(draft.id)

    assert kept
    assert kept.area(3).evidence == FULL.evidence


async def test_an_area_in_an_old_version_is_not_written(units: SqlUnitsOfWork) -> None:
    draft = await _draft(units)
    async with units() as uow:
        saved = await uow.assessments.save_area(draft, FULL)
        await uow.assessments.save_area(draft, saved)
        with pytest.raises(MovedOnFault):
            await uow.assessments.save_area(draft, saved)
        with pytest.raises(MovedOnFault):
            await uow.assessments.save_area(draft, AreaEntry(number=5, version=2))


async def test_of_twenty_writers_of_an_area_one_wins(units: SqlUnitsOfWork) -> None:
    draft = await _draft(units)

    async def save(number: int) -> bool:
        async with units() as uow:
            try:
                await uow.assessments.save_area(draft, replace(FULL, evidence=f"words {number}"))
            except MovedOnFault:
                return False
            await uow.commit()
            return True

    assert sum(await asyncio.gather(*map(save, range(20)))) == 1


async def test_a_draft_is_saved_in_the_version_read(units: SqlUnitsOfWork) -> None:
    draft = await _draft(units)
    changed = replace(
        draft, at_area=4, overall="good", reason="Strong plans.", saved_at=NOW + MINUTE
    )
    async with units() as uow:
        saved = await uow.assessments.save(changed)

        assert saved == replace(changed, version=2)
        assert await uow.assessments.get(draft.id) == saved
        with pytest.raises(MovedOnFault):
            await uow.assessments.save(changed)


async def test_what_was_submitted_is_never_overwritten(units: SqlUnitsOfWork) -> None:
    draft = await _draft(units)
    async with units() as uow:
        sent = await _submit(uow, draft)
        for refused in (sent, replace(sent, state=AssessmentState.DRAFT)):
            with pytest.raises(MovedOnFault):
                await uow.assessments.save(refused)
        with pytest.raises(MovedOnFault):
            await uow.assessments.save_area(sent, FULL)
        with pytest.raises(MovedOnFault):
            await uow.assessments.set_aside(sent, NOW)

        assert await uow.assessments.of_seat(draft.seat_id) == sent


async def test_an_area_of_an_unknown_assessment_is_not_written(units: SqlUnitsOfWork) -> None:
    draft = await _draft(units)
    async with units() as uow:
        with pytest.raises(MovedOnFault):
            await uow.assessments.save_area(replace(draft, id=draft.id + 1), FULL)


async def test_superseding_keeps_the_old_one_and_copies_it_to_a_draft(
    units: SqlUnitsOfWork,
) -> None:
    draft = await _draft(units)
    async with units() as uow:
        area = await uow.assessments.save_area(draft, FULL)
        sent = replace(await _submit(uow, draft), areas=(area,))
        again = await uow.assessments.supersede(sent, NOW + MINUTE)
        await uow.assessments.save_area(again, replace(area, evidence="Seen three times."))

        assert again.id != sent.id
        assert again == replace(
            sent,
            id=again.id,
            state=AssessmentState.DRAFT,
            version=1,
            saved_at=NOW + MINUTE,
            submitted_at=None,
        )
        assert await uow.assessments.get(sent.id) == sent
        present = await uow.assessments.of_seat(draft.seat_id)
        assert present
        assert present.id == again.id
        assert present.area(3).evidence == "Seen three times."


async def test_only_a_present_submitted_one_can_be_superseded(units: SqlUnitsOfWork) -> None:
    draft = await _draft(units)
    async with units() as uow:
        with pytest.raises(MovedOnFault):
            await uow.assessments.supersede(draft, NOW)
        sent = await _submit(uow, draft)
        await uow.assessments.supersede(sent, NOW)
        with pytest.raises(MovedOnFault):
            await uow.assessments.supersede(sent, NOW)


async def test_a_draft_set_aside_makes_room_for_another(units: SqlUnitsOfWork) -> None:
    draft = await _draft(units)
    async with units() as uow:
        await uow.assessments.set_aside(draft, NOW)

        assert await uow.assessments.of_seat(draft.seat_id) is None
        assert await uow.assessments.get(draft.id) == draft
        with pytest.raises(MovedOnFault):
            await uow.assessments.save_area(draft, FULL)
        other = await uow.assessments.start(draft.seat_id, NOW + MINUTE)
        assert await uow.assessments.of_seat(draft.seat_id) == other


async def test_an_area_is_not_written_while_the_draft_is_being_submitted(
    units: SqlUnitsOfWork,
) -> None:
    draft = await _draft(units)

    async def save_area() -> str:
        async with units() as uow:
            try:
                await uow.assessments.save_area(draft, FULL)
            except MovedOnFault:
                return "moved on"
            return "written"

    async with units() as uow:
        await _submit(uow, draft)
        saving = asyncio.create_task(save_area())
        await asyncio.wait([saving], timeout=0.05)
        assert not saving.done()
        await uow.commit()

    assert await saving == "moved on"
