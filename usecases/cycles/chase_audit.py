"""Remind the holders of one audit's seats."""

from __future__ import annotations

from domain.audits.board import board_lines
from usecases.asking import Answer, Ask, verb
from usecases.cycles.boards import running
from usecases.cycles.chasing import remind


@verb(subject="audit", past="reminded its auditors")
async def chase_audit(ask: Ask) -> Answer:
    """A card each, once a day."""
    scene = await running(ask)
    found = board_lines([(scene.audit, scene.seats)], {scene.case.ref: scene.case}, ask.today)
    line = await remind(ask, found)
    await ask.uow.trail.record(ask.ref, "chase_audit", actor=ask.actor.id, now=ask.now)
    return Answer(view="audit_board", about=ask.ref, notice=line, line=line)
