"""What audits came to: kept once and for ever, read by worker, team and time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.audits.outcome import Outcome, Settled
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from tests.storage.seeds import MINUTE, NOW, open_cycle


async def outcome(uow: SqlUnitOfWork) -> tuple[Outcome, Outcome]:
    """One for each of the two audits of the seeds, a minute apart."""
    cycle_id = await open_cycle(uow)
    (south, _), (north, _) = await uow.audits.of_cycle(cycle_id)
    first = Outcome(
        audit_id=south.id,
        programme="case_file_audit",
        case_ref="C-2",
        settled=Settled.MODERATED,
        overall="inadequate",
        areas={1: "good", 2: "inadequate"},
        reason="The plan stood still.",
        worker="ben",
        team="South",
        service="Safeguarding",
        submitted_on=date(2026, 10, 19),
        final_at=NOW,
    )
    return first, replace(first, audit_id=north.id, case_ref="C-1", final_at=NOW + MINUTE)


async def test_an_outcome_comes_back_as_it_went_in(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        first, _ = await outcome(uow)
        assert await uow.outcomes.of_audit(first.audit_id) is None
        assert await uow.outcomes.add(first)
        assert await uow.outcomes.of_audit(first.audit_id) == first


async def test_an_audit_has_one_outcome_for_ever(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        first, _ = await outcome(uow)
        await uow.outcomes.add(first)
        assert not await uow.outcomes.add(replace(first, overall="good"))
        assert await uow.outcomes.of_audit(first.audit_id) == first


async def test_one_without_a_scale_has_no_grades(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        first, _ = await outcome(uow)
        bare = replace(first, overall=None, areas={}, worker=None)
        await uow.outcomes.add(bare)
        assert await uow.outcomes.of_audit(first.audit_id) == bare


async def test_a_worker_s_come_oldest_first(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        first, second = await outcome(uow)
        await uow.outcomes.add(second)
        await uow.outcomes.add(first)
        assert await uow.outcomes.of_worker("ben") == [first, second]
        assert await uow.outcomes.of_worker("ada") == []


async def test_a_team_s_are_those_from_a_moment_on(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        first, second = await outcome(uow)
        await uow.outcomes.add(first)
        await uow.outcomes.add(second)
        assert await uow.outcomes.of_team("South", NOW) == [first, second]
        assert await uow.outcomes.of_team("South", NOW + MINUTE) == [second]
        assert await uow.outcomes.of_team("North", NOW) == []
        assert await uow.outcomes.since(NOW + MINUTE) == [second]
