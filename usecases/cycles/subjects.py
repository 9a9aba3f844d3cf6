"""How cycles and their audits are found by those who run them."""

from __future__ import annotations

from domain.permissions.relations import Relation
from usecases.asking import Ask, Subject, subject
from usecases.audits.scene import scene_of_audit

NOT_VERSIONED = 1


@subject("cycle")
async def find_cycle(ask: Ask) -> Subject | None:
    """A cycle, shown by its board."""
    cycle = await ask.uow.audits.cycle(ask.ref.number)
    if cycle is None:
        return None
    return Subject(
        version=NOT_VERSIONED,
        relations=_relations(ask),
        view="cycle_board",
        about=ask.ref,
        what=f"The cycle of {cycle.opens_on:%B %Y}",
    )


@subject("audit")
async def find_audit(ask: Ask) -> Subject | None:
    """An audit, shown by its board."""
    scene = await scene_of_audit(ask.uow, ask.council, ask.ref.number)
    if scene is None:
        return None
    return Subject(
        version=scene.audit.version,
        relations=_relations(ask),
        view="audit_board",
        about=ask.ref,
        what=f"Audit of {scene.case.ref}",
    )


def _relations(ask: Ask) -> frozenset[Relation]:
    coordinates = {Relation.COORDINATOR} if ask.council.coordinates(ask.actor) else set()
    return frozenset({Relation.COLLEAGUE, *coordinates})
