"""Whom a piece of learning was told to, for whoever put it on record."""

from __future__ import annotations

from cards.quotas.piece_told import PieceTold, ToldLine
from domain.calendar.working_days import local_day
from domain.quotas.telling import telling
from usecases.quotas.showing_standing import say_part
from usecases.quotas.telling import CARD, split_told, tells, told_of, told_ref
from usecases.showing import Look, shows


@shows(CARD)
async def show_piece_told(look: Look) -> PieceTold | None:
    """None for anybody else, and where the council has dropped it since."""
    number, _ = split_told(look.about)
    piece, rule = await look.uow.pieces.get(number), telling(look.council.framework)
    if piece is None or rule is None:
        return None
    if not await tells(look.uow, piece, look.reader, look.now):
        return None
    told = await told_of(look.uow, number)
    return PieceTold(
        ref=told_ref(number),
        version=1,
        activity=rule.title,
        part=say_part(piece.part),
        done_on=piece.done_on,
        due=local_day(piece.recorded_at) + rule.within,
        ticks=tuple(
            ToldLine(
                ref=told_ref(number, tick.key),
                text=tick.title,
                told_on=local_day(told[tick.key].at) if tick.key in told else None,
            )
            for tick in rule.ticks
        ),
        notice=look.notice or None,
    )
