"""I disagree: an auditor sends the own audit to the panel, with a reason (E-97)."""

from __future__ import annotations

from domain.faults import NotFoundFault
from usecases.asking import Answer, Ask, verb
from usecases.audits.allocating import form_ref
from usecases.audits.scene import scene_of_seat
from usecases.moderation.disputing import disagree, touched


@verb(subject="seat", past="disagreed with the grade")
async def dispute_grade(ask: Ask) -> Answer:
    """Keep the reason, encrypted; refused with the date where it is too late."""
    scene = await scene_of_seat(ask.uow, ask.council, ask.ref.number)
    if scene is None:
        raise NotFoundFault
    line = await disagree(ask, scene)
    form = form_ref(ask.ref.number)
    return Answer(view="grading", about=form, changed=(form, *touched(scene)), line=line)
