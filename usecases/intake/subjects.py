"""How what came in is found, and who stands how to it."""

from __future__ import annotations

from domain.intake.intake import IntakeState
from domain.permissions.relations import Relation
from usecases.asking import Ask, Subject, subject
from usecases.intake.steps import FORM, STORY, notes, reads


@subject("intake")
async def find_intake(ask: Ask) -> Subject | None:
    """A draft is its writer's; what counts is of everybody who notes such things."""
    one = await ask.uow.intake.get(ask.ref.number)
    if one is None:
        return None
    relations = {Relation.COLLEAGUE}
    if one.noted_by == ask.actor.id or (one.noted and notes(ask.council, one, ask.actor)):
        relations.add(Relation.HOLDER)
    if one.noted and reads(ask.council, one, ask.actor):
        relations.add(Relation.TOLD)
    mine = Relation.HOLDER in relations
    written = {IntakeState.DRAFT, IntakeState.DROPPED}
    return Subject(
        version=one.version,
        relations=frozenset(relations),
        view=FORM if one.state in written else STORY,
        about=one.ref,
        what=one.number if len(relations) > 1 else "That",
        kept={"lesson": one.lesson, "reference": one.reference} if mine else {},
    )
