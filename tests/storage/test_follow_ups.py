"""What follows from audits: raised once, said for ever, found by the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.faults import MovedOnFault
from domain.follow_up.step import NewStep, Party, Reply, Step, StepKind, StepState, Verdict
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from tests.storage.seeds import MINUTE, NOW, open_cycle

DAY = date(2026, 10, 2)
WRITES = Party(part="write", person_id="ben")
SIGNS = Party(part="sign", person_id="ada")
SAID = Reply(
    part="write",
    person_id="ben",
    at=NOW,
    round=1,
    place=1,
    words="Two of three are done.",
    verdict=Verdict.YES,
    day=DAY,
)


async def new_step(uow: SqlUnitOfWork, **more: object) -> NewStep:
    """A recommendation after the first audit of the seeds."""
    cycles = await uow.audits.cycles("case_file_audit")
    cycle_id = cycles[0].id if cycles else await open_cycle(uow)
    (audit, _), *_ = await uow.audits.of_cycle(cycle_id)
    fields: dict[str, object] = {
        "kind": StepKind.RECOMMENDATION,
        "rule": "recommendations",
        "once": "recommendations/1/1",
        "programme": "case_file_audit",
        "audit_id": audit.id,
        "case_ref": audit.case_ref,
        "because": (audit.id,),
        "opens_on": DAY,
        "due_on": DAY,
        "about": "ben",
        "team": "South",
        "words": "Hold supervision every four weeks.",
        "parties": (WRITES, SIGNS),
    }
    return NewStep(**{**fields, **more})  # type: ignore[arg-type] # the fields above, by name


async def begun(uow: SqlUnitOfWork, **more: object) -> Step:
    step = await uow.follow_ups.add(await new_step(uow, **more), NOW)
    assert step is not None
    return step


async def test_a_step_comes_back_as_it_went_in(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        step = await begun(uow)
        assert (step.state, step.round, step.begun_at, step.version) == (
            StepState.WAITING,
            1,
            NOW,
            1,
        )
        assert step.words == "Hold supervision every four weeks."
        assert step.parties == (WRITES, SIGNS)
        assert await uow.follow_ups.get(step.id) == step
        assert await uow.follow_ups.of_audit(step.audit_id) == [step]
        assert await uow.follow_ups.get(step.id + 1) is None


async def test_a_cause_is_raised_once(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        step = await begun(uow)
        assert await uow.follow_ups.add(await new_step(uow, words="Again"), NOW) is None
        assert await uow.follow_ups.of_audit(step.audit_id) == [step]


async def test_the_same_party_twice_is_one(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        step = await begun(uow, parties=(WRITES, WRITES))
        assert step.parties == (WRITES,)
        joined = await uow.follow_ups.join(step, [WRITES, SIGNS, SIGNS])
        assert joined.parties == (WRITES, SIGNS)
        assert await uow.follow_ups.get(step.id) == joined


async def test_what_was_said_is_kept_word_for_word(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        step = await begun(uow)
        said = await uow.follow_ups.say(step, [SAID, replace(SAID, round=2, verdict=Verdict.NONE)])
        assert await uow.follow_ups.get(step.id) == said
        assert said.replies[0] == SAID


async def test_a_step_moves_on_once(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        step = await begun(uow)
        moved = await uow.follow_ups.save(
            replace(
                step,
                state=StepState.OPEN,
                opened_at=NOW,
                again_on=DAY,
                round=2,
                re_audit_id=step.audit_id,
            )
        )
        assert await uow.follow_ups.get(step.id) == moved
        assert await uow.follow_ups.of_re_audit(step.audit_id) == moved
        with pytest.raises(MovedOnFault):
            await uow.follow_ups.save(replace(step, state=StepState.DONE, closed_at=NOW + MINUTE))


async def test_what_waits_is_found_on_its_day(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        step = await begun(uow)
        assert await uow.follow_ups.to_open(date(2026, 10, 1)) == []
        assert await uow.follow_ups.to_open(DAY) == [step]
        await uow.follow_ups.save(replace(step, state=StepState.OPEN))
        assert await uow.follow_ups.to_open(DAY) == []


async def test_whoever_is_silent_is_asked_again_once(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        step = await begun(uow)
        running = await uow.follow_ups.save(replace(step, state=StepState.OPEN, again_on=DAY))
        assert await uow.follow_ups.to_ask_again(date(2026, 10, 1)) == []
        assert await uow.follow_ups.to_ask_again(DAY) == [running]
        assert await uow.follow_ups.ask_again_on(running, date(2026, 11, 2))
        assert not await uow.follow_ups.ask_again_on(running, None)
        assert await uow.follow_ups.to_ask_again(DAY) == []
        kept = await uow.follow_ups.get(step.id)
        assert kept == replace(running, again_on=date(2026, 11, 2))


async def test_what_is_done_is_not_asked_again(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        step = await begun(uow)
        await uow.follow_ups.save(replace(step, state=StepState.DONE, again_on=DAY))
        assert await uow.follow_ups.to_ask_again(DAY) == []


async def test_the_recommendations_of_a_programme_are_those_that_are_open(
    units: SqlUnitsOfWork,
) -> None:
    async with units() as uow:
        first = await begun(uow)
        await begun(uow, once="alert", kind=StepKind.ALERT)
        assert await uow.follow_ups.recommended("case_file_audit") == [first]
        assert await uow.follow_ups.recommended("another") == []
        await uow.follow_ups.save(replace(first, state=StepState.DONE))
        assert await uow.follow_ups.recommended("case_file_audit") == []
