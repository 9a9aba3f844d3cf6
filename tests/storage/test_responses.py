from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.delivery.message import Doubt, Lane
from domain.faults import MovedOnFault
from domain.responses.response import ResponseState, Sort, StepKind
from storage.work import SqlUnitsOfWork
from tests.storage.response_seeds import NEW, raised, step
from tests.storage.seeds import MINUTE, NOW, open_cycle


async def test_a_draft_comes_back_as_it_was_written(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await open_cycle(uow)
        draft = await uow.responses.begin(NEW, NOW)
        assert await uow.responses.draft_of("ada") == draft
        assert await uow.responses.draft_of("ben") is None
        assert (draft.state, draft.resumes, draft.case_ref) == (
            ResponseState.DRAFT,
            "grading|form-1",
            "C-1",
        )
        assert not await uow.responses.is_raised(draft.rule, "C-1")


async def test_every_column_that_moves_is_saved(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await open_cycle(uow)
        made = await raised(uow, "what was seen")
        changed = replace(
            made,
            rule="incidents.serious_incident",
            sort=Sort.INCIDENT,
            state=ResponseState.ACKNOWLEDGED,
            draft={"done": "A visit."},
            due_at=NOW + MINUTE,
            overdue_at=NOW + 2 * MINUTE,
            next_at=None,
            rung=3,
            round=2,
            review_due=date(2026, 3, 17),
        )
        saved = await uow.responses.save(changed)
        assert saved == replace(changed, version=changed.version + 1)
        assert await uow.responses.get(made.id) == saved
        assert await uow.responses.is_raised(saved.rule, "C-1")
        assert not await uow.responses.is_raised(saved.rule, "C-2")
        assert not await uow.responses.is_raised(made.rule, "C-1")


async def test_a_save_of_an_older_version_is_refused(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await open_cycle(uow)
        made = await raised(uow)
        await uow.responses.save(made)
        with pytest.raises(MovedOnFault):
            await uow.responses.save(made)


async def test_each_occasion_is_noted_once_for_ever(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await open_cycle(uow)
        made = await raised(uow)
        told = step("ben", "told/ben")
        noted, new = await uow.responses.note(made, [told, step("ada", "told/ada")])
        assert [each.once for each in new] == ["told/ben", "told/ada"]
        again, new = await uow.responses.note(noted, [told, step("ben", "again/1/ben")])
        assert [each.once for each in new] == ["again/1/ben"]
        found = await uow.responses.get(made.id)
        assert found is not None
        assert found.steps == again.steps
        assert [each.once for each in found.steps] == ["told/ben", "told/ada", "again/1/ben"]


async def test_what_was_said_comes_back_opened(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await open_cycle(uow)
        made = await raised(uow)
        answer = step("ben", "answer/1", StepKind.ANSWERED, done="A visit.", safe="seen")
        await uow.responses.note(made, [answer])
        found = await uow.responses.get(made.id)
        assert found is not None
        assert found.steps[0].said == {"done": "A visit.", "safe": "seen"}


async def test_the_clock_finds_what_is_due_and_nothing_else(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await open_cycle(uow)
        now, later = await raised(uow), await raised(uow)
        await uow.responses.save(replace(later, next_at=NOW + MINUTE))
        done = await raised(uow)
        await uow.responses.save(replace(done, next_at=None))
        assert await uow.responses.due(NOW) == [now.id]
        assert await uow.responses.due(NOW + MINUTE) == [now.id, later.id]


async def test_what_waits_for_somebody_is_hastened_while_it_is_open(
    units: SqlUnitsOfWork,
) -> None:
    async with units() as uow:
        await open_cycle(uow)
        made = await uow.responses.save(replace(await raised(uow), next_at=NOW + 15 * MINUTE))
        await uow.responses.note(made, [step("ben", "told/ben")])
        assert await uow.responses.hasten("ada", NOW) == 0
        assert await uow.responses.hasten("ben", NOW) == 1
        assert await uow.responses.due(NOW) == [made.id]


async def test_auditors_of_a_record_are_those_who_held_a_seat(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await open_cycle(uow)
        assert await uow.responses.auditors_of("C-2") == {"ada"}
        assert await uow.responses.auditors_of("C-9") == frozenset()


async def test_what_became_of_its_cards_is_read_from_the_outbox(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await open_cycle(uow)
        made = await raised(uow)
        kind, how = "immediate_response", {"lane": Lane.URGENT, "doubt": Doubt.SEND_AGAIN}
        await uow.outbox.send(kind, made.ref, "ben", now=NOW, once="told", **how)  # type: ignore[arg-type]  # its own options
        (sending,) = await uow.responses.sendings(made)
        assert (sending.person_id, sending.state, sending.queued_at) == ("ben", "waiting", NOW)


async def test_a_late_step_and_a_stuck_urgent_card_are_counted(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await open_cycle(uow)
        made = await raised(uow)
        assert await uow.responses.overdue(NOW) == 0
        assert await uow.responses.overdue(NOW + MINUTE) == 1
        await uow.outbox.send("immediate_response", made.ref, "ben", now=NOW, lane=Lane.URGENT)
        await uow.outbox.send("digest", made.ref, "ben", now=NOW)
        assert await uow.responses.overdue(NOW + MINUTE) == 2
