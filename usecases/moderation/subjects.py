"""How decisions, views that were asked for, and last checks are found."""

from __future__ import annotations

from domain.permissions.relations import Relation
from domain.refs import Ref
from usecases.asking import Ask, Subject, subject
from usecases.audits.subjects import relations_to_seat
from usecases.moderation.sitting import decision_ref, sitting_of
from usecases.standing import stands_for


@subject("decision")
async def find_decision(ask: Ask) -> Subject | None:
    """A panel's decision as one member holds it; its version is the moderation's."""
    sitting = await sitting_of(ask.uow, ask.council, ask.ref.number)
    if sitting is None:
        return None
    decision = sitting.decision
    return Subject(
        version=sitting.moderation.version,
        relations=await relations_to_seat(ask, sitting.seat),
        view="moderation_decision",
        about=decision_ref(sitting.seat.id),
        what=f"Moderation of {sitting.scene.case.ref}",
        opens=("open_audit", Ref("seat", str(sitting.seat.id)), sitting.seat.version),
        kept={"reason": decision.reason, "plan": decision.plan, "wider": decision.wider},
    )


@subject("view")
async def find_view(ask: Ask) -> Subject | None:
    """A view that was asked for; whoever was asked holds it, or their cover."""
    view = await ask.uow.moderations.view(ask.ref.number)
    if view is None:
        return None
    found = {Relation.COLLEAGUE}
    if await stands_for(ask.uow, ask.actor, view.person_id, ask.today):
        found.add(Relation.HOLDER)
    audit = await ask.uow.audits.get(view.audit_id)
    return Subject(
        version=view.version,
        relations=frozenset(found),
        view="view_asked",
        about=ask.ref,
        what=f"Question about {audit.case_ref}" if audit else "Question",
        kept={"answer": view.answer},
    )


@subject("check")
async def find_check(ask: Ask) -> Subject | None:
    """A cycle's last check; whoever the framework names holds it (SOM-07)."""
    check = await ask.uow.moderations.check_of(ask.ref.number)
    cycle = await ask.uow.audits.cycle(ask.ref.number)
    if check is None or cycle is None:
        return None
    rule = ask.council.framework.programme(cycle.programme).final_check
    found = {Relation.COLLEAGUE}
    if rule and ask.actor.holds(frozenset(rule.by)):
        found.add(Relation.HOLDER)
    return Subject(
        version=check.version,
        relations=frozenset(found),
        view="cycle_check",
        about=ask.ref,
        what="The last check",
        kept={"themes": check.themes},
    )
