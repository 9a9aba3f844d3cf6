"""Whoever puts a piece on record ticks that the worker and the team were told (LEI-12)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from domain.calendar.working_days import end_of_day, local_day
from domain.duties import NewDuty
from domain.people.person import Person
from domain.quotas.piece import Piece
from domain.quotas.telling import Telling
from domain.refs import Ref
from domain.trail import Entry
from usecases.ports import UnitOfWork
from usecases.showing import tell
from usecases.standing import stands_for

CARD, TELL = "piece_told", "tell_of_piece"
TICKED = "tick_told"


def told_ref(piece_id: int, key: str = "") -> Ref:
    """``told-12`` is the card; ``told-12-team_told`` one tick on it."""
    return Ref("told", f"{piece_id}-{key}" if key else str(piece_id))


def split_told(ref: Ref) -> tuple[int, str]:
    """The piece's number and the tick's key; raises BadRefFault where the first is none."""
    number, _, key = ref.key.partition("-")
    return Ref("told", number).number, key


async def told_of(uow: UnitOfWork, piece_id: int) -> dict[str, Entry]:
    """The ticks that were set, by key."""
    entries = await uow.trail.of(Ref("piece", str(piece_id)))
    return {str(e.details.get("tick")): e for e in entries if e.action == TICKED}


async def note_told(
    uow: UnitOfWork, piece_id: int, key: str, person: Person, now: datetime
) -> None:
    """Keep that somebody has set a tick."""
    about = Ref("piece", str(piece_id))
    await uow.trail.record(about, TICKED, actor=person.id, now=now, details={"tick": key})


async def ask_to_tell(
    uow: UnitOfWork, rule: Telling, piece: Piece, told: Iterable[str], now: datetime
) -> None:
    """The card and the duty for whoever recorded it, where a tick is missing."""
    if not rule.missing(frozenset(told)):
        return
    about, due = told_ref(piece.id), end_of_day(local_day(now) + rule.within)
    duty = NewDuty(kind=TELL, subject=about, holder=piece.recorded_by, due_at=due)
    await uow.duties.open(duty, now)
    await tell(uow, CARD, about, piece.recorded_by, now=now, once="asked")


async def tells(uow: UnitOfWork, piece: Piece, person: Person, now: datetime) -> bool:
    """Whether the ticks are the person's: who recorded it, who has the duty now, their covers."""
    owed = [duty.holder for duty in await uow.duties.of_subject(told_ref(piece.id))]
    holders = dict.fromkeys([piece.recorded_by, *owed])
    today = local_day(now)
    return any([await stands_for(uow, person, holder, today) for holder in holders])
