"""An opening that would message very many people is confirmed with its number first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.calendar.working_days import local_day
from domain.refs import Ref
from usecases.council import Council
from usecases.cycles.planning import Plan
from usecases.cycles.reaching import told_of
from usecases.ports import UnitOfWork

ASKED = "ask_number"
ONCE_MORE = "so nothing was opened yet. If that is right, confirm once more."


@dataclass(frozen=True, slots=True)
class Reach:
    """How many would be messaged, out of how many who are here."""

    told: int
    here: int

    @property
    def said(self) -> str:
        """``This would message 62 of the 74 people in the staff list``."""
        return f"This would message {self.told} of the {self.here} people in the staff list"


async def too_many(uow: UnitOfWork, council: Council, plan: Plan, now: datetime) -> Reach | None:
    """Whom an opening would message, where that is more than may go without a word."""
    today = local_day(now)
    here = {one.id for one in (await uow.people.all()).values() if one.here_on(today)}
    told = len(told_of(plan) & here)
    few = told < council.ask_from or told <= council.ask_share * len(here)
    return None if few else Reach(told, len(here))


async def asks_first(
    uow: UnitOfWork, council: Council, plan: Plan, *, about: Ref, actor: str, now: datetime
) -> str:
    """The question with the number; empty where nobody need be asked, or this person just was.

    A number that has changed since is asked for again.
    """
    reach = await too_many(uow, council, plan, now)
    if reach is None:
        return ""
    for entry in await uow.trail.of(about):
        mine = entry.action == ASKED and entry.actor == actor
        if mine and entry.details.get("people") == reach.told:
            return ""
    await uow.trail.record(about, ASKED, actor=actor, now=now, details={"people": reach.told})
    return f"{reach.said}, {ONCE_MORE}"
