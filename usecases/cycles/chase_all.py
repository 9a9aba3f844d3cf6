"""Remind everybody who is waited for among the seats that are looked at."""

from __future__ import annotations

from usecases.asking import Answer, Ask, verb
from usecases.cycles.boards import filter_of, lines_of
from usecases.cycles.chasing import remind


@verb(subject="cycle", past="reminded people")
async def chase_all(ask: Ask) -> Answer:
    """Those that the board's inputs ask for; a card each, once a day."""
    asked = filter_of(dict(ask.inputs))
    line = await remind(ask, asked.keep(await lines_of(ask, ask.ref.number)))
    await ask.uow.trail.record(
        ask.ref, "chase_all", actor=ask.actor.id, now=ask.now, details={"stage": asked.stage}
    )
    return Answer(view="cycle_board", about=ask.ref, typed=dict(ask.inputs), notice=line, line=line)
