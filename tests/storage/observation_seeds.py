"""Rows of observations, for tests of the storage."""

from __future__ import annotations

from dataclasses import replace

from domain.observations.observation import NewObservation, Observation
from storage.work import SqlUnitOfWork
from tests.storage.seeds import NOW

TODAY = NOW.date()


def owed(slot: str = "ben", **changes: object) -> NewObservation:
    """One that Ben owes in the period."""
    new = NewObservation(rule="front_line", observer="ben", period=TODAY, slot=slot, due_on=TODAY)
    return replace(new, **changes)  # type: ignore[arg-type]  # its own fields


async def fill_observations(uow: SqlUnitOfWork, words: str) -> Observation:
    """Write these words into every column that people's words may stand in."""
    opened = await uow.observations.open(owed(reason=words), NOW)
    assert opened is not None
    return await uow.observations.save(replace(opened, answers={"seen": words}, comment=words))
