"""The comparison of a pair, for a coordinator (HER-08)."""

from __future__ import annotations

from cards.audits.audit_compared import AuditCompared, Compared
from cards.kit import Target
from domain.audits.audit import AuditState
from domain.audits.grading import Difference, differences
from domain.calendar.wording import say_day
from domain.moderation.moderation import Moderation
from domain.moderation.panel import THIRD
from domain.refs import Ref
from usecases.audits.scene import Scene, scene_of_audit
from usecases.moderation.blindness import stays_closed
from usecases.moderation.submissions import grades_of
from usecases.showing import Look, shows

AGREED = "The findings have gone to the worker and the managers on the record."


@shows("audit_compared")
async def show_audit_compared(look: Look) -> AuditCompared | None:
    """What differs, side by side; None for anybody who runs no cycles, or while it is open.

    A coordinator who may have to moderate it reads how many differ, and which once it is decided.
    """
    scene = await scene_of_audit(look.uow, look.council, look.about.number)
    if scene is None or not look.council.coordinates(look.reader):
        return None
    if scene.audit.state is AuditState.OPEN:
        return None
    found = differences(scene.rules, await grades_of(look.uow, scene))
    moderation = await look.uow.moderations.of_audit(scene.audit.id)
    closed = stays_closed(scene, look.reader)
    return AuditCompared(
        ref=look.about,
        version=scene.audit.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        differing=() if closed else tuple(_compared(scene, one) for one in found),
        closed=len(found) if closed else 0,
        decided=bool(found) and scene.audit.state is AuditState.FINAL,
        third=_third(scene, moderation),
        next_step=_next(scene, moderation, differ=bool(found)),
        notice=look.notice or None,
    )


def _next(scene: Scene, moderation: Moderation | None, *, differ: bool) -> str:
    if moderation is None or not moderation.drawn:
        return "" if differ else AGREED
    if scene.audit.state is AuditState.FINAL:
        return "It is decided."
    if moderation.opens_on and moderation.due_on:
        window = f"between {say_day(moderation.opens_on)} and {say_day(moderation.due_on)}"
        return f"A moderator decides {window}."
    return "A moderator decides."


def _third(scene: Scene, moderation: Moderation | None) -> Target | None:
    """The way to a third reader, while a panel sits without one."""
    if moderation is None or moderation.opened_at is None:
        return None
    if scene.audit.state is not AuditState.MODERATING:
        return None
    if any(seat.role == THIRD for seat in scene.seats):
        return None
    return Target(Ref("moderation", str(scene.audit.id)), moderation.version)


def _compared(scene: Scene, one: Difference) -> Compared:
    labels = [scene.rule(seat).label.capitalize() for seat in scene.first_seats]
    titles = [scene.rules.title_of(grade) for grade in one.grades]
    name = scene.programme.area(one.area).name if one.area else "Overall"
    return Compared(name=name, grades=tuple(zip(labels, titles, strict=True)))
