"""Remind the holders of seats; once a day each, however often it is pressed."""

from __future__ import annotations

from collections.abc import Iterable

from domain.audits.board import WAITED_FOR, BoardLine
from domain.calendar.wording import say_count
from domain.refs import Ref
from usecases.asking import Ask
from usecases.showing import tell


async def remind(ask: Ask, found: Iterable[BoardLine]) -> str:
    """Queue the reminders; gives the line that says how many went out."""
    asked = [line.seat for line in found if line.stage in WAITED_FOR and line.seat.holder]
    sent = 0
    for seat in asked:
        about = Ref("seat", str(seat.id))
        once = f"chased {ask.today.isoformat()}"
        sent += await tell(ask.uow, "seat_chased", about, seat.holder or "", now=ask.now, once=once)
    if not asked:
        return "Nobody is waited for among these, so nobody was reminded."
    before = len(asked) - sent
    said = f"{say_count(sent, 'reminder')} went out."
    return said + (f" {before} had one today already." if before else "")
