"""Nominations whose verifier is away, has left, or was not found, go to the next one."""

from __future__ import annotations

from datetime import datetime

from domain.calendar.working_days import local_day
from domain.nominations.nomination import Nomination, NominationState
from usecases.council import Council
from usecases.nominations.steps import find_verifier, hand_on, say_stuck
from usecases.ports import UnitOfWork


async def move_nominations(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Look at everything undecided; gives how many went to somebody else."""
    moved = 0
    for nomination in await uow.nominations.undecided():
        if not await _needs_another(uow, nomination, now):
            continue
        other = await find_verifier(uow, council, nomination, now)
        if other is None:
            await say_stuck(uow, council, nomination, now)
        elif other.id != nomination.verifier:
            await hand_on(uow, nomination, other, now)
            moved += 1
    return moved


async def _needs_another(uow: UnitOfWork, nomination: Nomination, now: datetime) -> bool:
    """Whether nobody is there to decide; while the nominator answers, leave does no harm."""
    holder = await uow.people.get(nomination.verifier or "")
    if holder is None or not holder.here_on(local_day(now)):
        return True
    away = holder.absence_on(local_day(now)) is not None
    return away and nomination.state is NominationState.WAITING
