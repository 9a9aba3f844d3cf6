"""The final grades of a panel on the findings of the worker and the managers."""

from __future__ import annotations

from dataclasses import replace

from cards.audits.audit_findings import AuditFindings
from cards.audits.parts import AreaGrade
from domain.audits.outcome import Settled
from domain.calendar.wording import say_list
from usecases.audits.scene import Scene
from usecases.moderation.deciders import deciders_of
from usecases.showing import Look

DECIDED, READ = "decided, and why", "read it as well"


async def with_final_grades(look: Look, scene: Scene, card: AuditFindings) -> AuditFindings:
    """The card with what the panel decided, once it has; as it is before that."""
    outcome = await look.uow.outcomes.of_audit(scene.audit.id)
    moderation = await look.uow.moderations.of_audit(scene.audit.id)
    if outcome is None or moderation is None or outcome.settled is not Settled.MODERATED:
        return card
    names = say_list(await deciders_of(look, scene, moderation)) or "The panel"
    rules, graded = scene.rules, bool(outcome.overall or outcome.areas)
    return replace(
        card,
        moderated=tuple(
            AreaGrade(number=area.number, name=area.name, grade=rules.title_of(grade))
            for area in scene.programme.areas
            if (grade := outcome.areas.get(area.number))
        ),
        moderated_overall=rules.title_of(outcome.overall) if outcome.overall else "",
        decided=(f"{names} {DECIDED if graded else READ}", outcome.reason),
    )
