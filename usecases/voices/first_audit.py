"""Whoever finished their first audit is asked how it was, once (SEF-43, E-66)."""

from __future__ import annotations

from datetime import date, datetime

from domain.audits.outcome import Outcome
from domain.calendar.working_days import local_day
from domain.voices.rules import answers_own
from usecases.audits.occasions import on_final
from usecases.audits.scene import Scene, holders_of
from usecases.ports import UnitOfWork
from usecases.voices.rounds import Survey, ask_everybody

ONCE = date(2000, 1, 1)
"""The same for everybody and every audit, so that nobody is asked a second time."""


@on_final
async def ask_after_first_audit(
    uow: UnitOfWork, scene: Scene, outcome: Outcome, now: datetime
) -> None:
    """Send each first auditor the questions that the council has for them."""
    del outcome
    every = scene.council.framework.feedback
    ways = [way for way in every if way.on and "first_audit" in way.prompted_when]
    if not ways:
        return
    people = (await holders_of(uow, scene.first_seats)).values()
    for way in ways:
        new = [one for one in people if answers_own(way, one) and one.here_on(local_day(now))]
        await ask_everybody(uow, Survey(way=way, since=ONCE), new, now)
