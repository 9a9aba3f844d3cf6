"""The end of one thing starts another: a report is out, so the team talks about it (LEI-35)."""

from __future__ import annotations

from datetime import datetime

from domain.audits.audit import AuditState
from domain.audits.outcome import Outcome
from domain.calendar.entries import CalendarEntry, calendar_entries
from domain.calendar.noting import followed_due
from domain.calendar.owners import Share, holders, shares
from domain.frameworks.re_audit import first_key
from usecases.audits.occasions import on_final
from usecases.audits.scene import Scene
from usecases.calendar.opening import Opening, begin, new_one, open_one, tell_of_gaps
from usecases.council import Council
from usecases.ports import UnitOfWork

ENDED = frozenset({AuditState.FINAL, AuditState.CANCELLED})


async def has_ended(uow: UnitOfWork, council: Council, key: str, now: datetime) -> int:
    """Open whatever comes after the activity, report or programme; gives how many.

    The same occasion twice on a day is one.
    """
    following = _after(council, key)
    if not following:
        return 0
    run = await begin(uow, council, now)
    opened = 0
    for entry in following:
        for share in shares(entry, run.people, run.today):
            opened += await _open(run, entry, share)
    await tell_of_gaps(run)
    return opened


@on_final
async def owed_after_audit(uow: UnitOfWork, scene: Scene, outcome: Outcome, now: datetime) -> None:
    """What each of the first auditors owes now (LEI-11), and what the end of a cycle starts.

    Where a cycle is looked over once more, its end is that last look.
    """
    del outcome
    programme = scene.programme
    following = _after(scene.council, first_key(programme.key))
    if not following:
        return
    run = await begin(uow, scene.council, now)
    auditors = {seat.holder for seat in scene.first_seats if seat.holder}
    for entry in following:
        if entry.each:
            for one in sorted(auditors & set(holders(entry, run.people, run.today))):
                await _open(run, entry, Share(slot=one, people=(one,)))
    if programme.final_check is None and await _was_last(uow, scene):
        for entry in following:
            if not entry.each:
                await _open(run, entry, shares(entry, run.people, run.today)[0])
    await tell_of_gaps(run)


def _after(council: Council, key: str) -> list[CalendarEntry]:
    return [one for one in calendar_entries(council.framework) if key in one.cadence.after]


async def _open(run: Opening, entry: CalendarEntry, share: Share) -> bool:
    due = followed_due(entry, run.today, run.council.calendar)
    return await open_one(run, new_one(entry, share, run.today, due), share) is not None


async def _was_last(uow: UnitOfWork, scene: Scene) -> bool:
    """Whether every other audit of the cycle has ended."""
    others = [audit for audit, _ in await uow.audits.of_cycle(scene.cycle.id)]
    return all(audit.state in ENDED for audit in others if audit.id != scene.audit.id)
