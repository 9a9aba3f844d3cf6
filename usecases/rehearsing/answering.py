"""Somebody asks what is going to be sent: it is tried out on a copy, and told when it is done."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from cards.agenda.week_ahead import WeekAhead
from domain.calendar.working_days import LONDON, end_of_day
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import Look, shows, tell

CARD = "week_ahead"
PATIENCE = timedelta(minutes=15)
"""How long a question that could not be tried out is tried again."""


async def answer_rehearsals(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Try out the oldest that waits; gives how many were answered. The caller commits.

    Nothing of the database is held while it is tried out: that takes long, and others write.
    """
    if not council.looks_ahead:
        return 0
    asked = await uow.rehearsals.waiting(now - PATIENCE)
    if asked is None:
        return 0
    begins = datetime.combine(asked.first_day, time(0), LONDON).astimezone(UTC)
    async with uow.let_go():
        found = await council.foresee(now, end_of_day(asked.last_day))
    lines = [each.line for each in found if each.at >= begins]
    if not await uow.rehearsals.done(asked.id, lines, now):
        return 0
    await tell(uow, CARD, asked.ref, asked.asked_by, now=now, once="found")
    return 1


@shows(CARD)
async def show_week_ahead(look: Look) -> WeekAhead | None:
    """For whoever asked, while they run cycles; None once it is forgotten."""
    asked = await look.uow.rehearsals.get(look.about.number)
    if asked is None or asked.done_at is None or asked.asked_by != look.reader.id:
        return None
    if not look.council.coordinates(look.reader):
        return None
    return WeekAhead(
        ref=asked.ref,
        version=1,
        first=asked.first_day,
        last=asked.last_day,
        found=asked.found,
        notice=look.notice or None,
    )
