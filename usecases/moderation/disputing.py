"""Disagreeing with the overall grade: who may, until when, and what follows (SEF-19, E-97)."""

from __future__ import annotations

from datetime import date

from domain.audits.audit import AuditState
from domain.audits.grading import accept_words
from domain.calendar.wording import say_day
from domain.faults import Fault
from domain.frameworks.moderation import DisagreementDraw
from domain.moderation.moderation import Dispute, Moderation
from domain.people.on_record import on_record
from domain.people.person import Person
from domain.refs import Ref
from usecases.asking import Ask
from usecases.audits.scene import Scene
from usecases.moderation.draw_moderations import send_disputed
from usecases.moderation.grading import decision_refs
from usecases.ports import UnitOfWork


def disagreement(scene: Scene) -> DisagreementDraw | None:
    """The framework's rule; None where nobody can disagree."""
    rules = scene.programme.moderation
    draws = rules.draws if rules else ()
    return next((d for d in draws if isinstance(d, DisagreementDraw) and d.on), None)


async def relation_of(uow: UnitOfWork, scene: Scene, person: Person) -> str | None:
    """Who the person is to the audit, as far as they may disagree; None where they may not."""
    rule = disagreement(scene)
    if rule is None:
        return None
    if "auditors" in rule.who and any(seat.holder == person.id for seat in scene.first_seats):
        return "auditor"
    people = await uow.people.all()
    for relation in rule.who:  # one by one: somebody may be line manager and team manager at once
        if person.id in on_record((relation,), scene.case, people):
            return relation
    return None


async def may_disagree_until(
    uow: UnitOfWork, scene: Scene, person: Person, today: date
) -> date | None:
    """The last day on which this person may still disagree; None where they may not (any more)."""
    moderation = await uow.moderations.of_audit(scene.audit.id)
    if moderation is None or scene.audit.state is AuditState.FINAL:
        return None
    if moderation.disagree_by is None or moderation.disagree_by < today:
        return None
    if await has_disagreed(uow, scene, person) or not await relation_of(uow, scene, person):
        return None
    return moderation.disagree_by


async def has_disagreed(uow: UnitOfWork, scene: Scene, person: Person) -> date | None:
    """The day on which the person disagreed; None where they did not."""
    for dispute in await uow.moderations.disputes_of(scene.audit.id):
        if dispute.person_id == person.id:
            return dispute.at.date()
    return None


async def disagree(ask: Ask, scene: Scene) -> str:
    """Keep that the asking person disagrees, and send it to the panel; gives the line for them.

    Raises Fault with the date where it is too late, and where there is no reason.
    """
    moderation = await ask.uow.moderations.of_audit(scene.audit.id)
    relation = await relation_of(ask.uow, scene, ask.actor)
    if moderation is None or relation is None:
        raise Fault("Whoever may disagree is set by the framework, so nothing was changed.")
    _check_time(scene, moderation, ask.today)
    reason = accept_words("reason", ask.typed("disagree"))
    if not reason:
        raise Fault("Please say why you disagree. Nothing was sent.", field="disagree")
    dispute = Dispute(
        audit_id=scene.audit.id,
        person_id=ask.actor.id,
        relation=relation,
        reason=reason,
        at=ask.now,
    )
    if not await ask.uow.moderations.add_dispute(dispute):
        raise Fault("You have disagreed already, and the panel reads it. Nothing was changed.")
    await ask.uow.trail.record(
        Ref("audit", str(scene.audit.id)),
        "dispute_grade",
        actor=ask.actor.id,
        now=ask.now,
        details={"relation": relation},
    )
    await send_disputed(ask.uow, scene, ask.now)
    return "Thank you. The panel reads your reason word for word and decides."


def _check_time(scene: Scene, moderation: Moderation, today: date) -> None:
    if moderation.disagree_by is None or moderation.disagree_by < today:
        until = f" until {say_day(moderation.disagree_by)}" if moderation.disagree_by else ""
        raise Fault(
            f"You could disagree{until}, so nothing was changed. "
            "If something in the findings is wrong, please tell the QA team."
        )
    if scene.audit.state is AuditState.FINAL:
        raise Fault("The grades are final, so nothing was changed. Please tell the QA team.")


def touched(scene: Scene) -> tuple[Ref, ...]:
    """The cards that show that somebody disagrees."""
    forms = [Ref("form", str(seat.id)) for seat in scene.first_seats]
    return (*decision_refs(scene), *forms)
