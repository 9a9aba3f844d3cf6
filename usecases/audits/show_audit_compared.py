"""The comparison of a pair, for a coordinator (HER-08)."""

from __future__ import annotations

from cards.audits.audit_compared import AuditCompared, Compared
from domain.audits.audit import AuditState
from domain.audits.grading import Difference, differences
from usecases.audits.scene import Scene, scene_of_audit
from usecases.cycles.settle_audits import grades_of
from usecases.showing import Look, shows


@shows("audit_compared")
async def show_audit_compared(look: Look) -> AuditCompared | None:
    """What differs, side by side; None for anybody who runs no cycles, or while it is open."""
    scene = await scene_of_audit(look.uow, look.council, look.about.number)
    if scene is None or not look.council.coordinates(look.reader):
        return None
    if scene.audit.state is AuditState.OPEN:
        return None
    found = differences(scene.rules, await grades_of(look.uow, scene))
    step = "The findings have gone to the worker and the managers on the record."
    return AuditCompared(
        ref=look.about,
        version=scene.audit.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        differing=tuple(_compared(scene, one) for one in found),
        next_step="A moderator decides." if found else step,
    )


def _compared(scene: Scene, one: Difference) -> Compared:
    labels = [scene.rule(seat).label.capitalize() for seat in scene.seats]
    titles = [scene.rules.title_of(grade) for grade in one.grades]
    name = scene.programme.area(one.area).name if one.area else "Overall"
    return Compared(name=name, grades=tuple(zip(labels, titles, strict=True)))
