"""How actions, their sign-offs and the plans of audits are found, and who stands how to them."""

from __future__ import annotations

from domain.actions.action import ActionState
from domain.permissions.relations import Relation
from domain.refs import Ref
from usecases.actions.around import ALONE, Around, around, holds_any
from usecases.actions.standing import adds_alone, audits_here, may_add, may_see
from usecases.asking import Ask, Subject, subject
from usecases.audits.scene import scene_of_audit

QUEUED = "-q"


def split_plan(ref: Ref) -> tuple[int, int | None]:
    """The audit's number and the area's, if one is named; raises BadRefFault on anything else."""
    audit, dash, area = ref.key.partition("-")
    return Ref("audit", audit).number, Ref("area", area).number if dash else None


def split_signing(ref: Ref) -> tuple[int, bool]:
    """The action's number, and whether it was pressed in the list of all to sign off."""
    key = ref.key.removesuffix(QUEUED)
    return Ref("action", key).number, key != ref.key


@subject("plan")
async def find_plan(ask: Ask) -> Subject | None:
    """The actions of an audit, or of none; the version counts, so that none is kept twice."""
    if ask.ref == ALONE:
        return await _alone(ask)
    audit_id, _ = split_plan(ask.ref)
    scene = await scene_of_audit(ask.uow, ask.council, audit_id)
    if scene is None:
        return None
    found = {Relation.COLLEAGUE}
    if await audits_here(ask.uow, scene, ask.actor, ask.today):
        found.add(Relation.HOLDER)
    if await may_add(ask.uow, ask.council, scene, ask.actor):
        found.add(Relation.TOLD)
    return Subject(
        version=1 + len(await ask.uow.actions.of_audit(audit_id)),
        relations=frozenset(found),
        view="action_form",
        about=ask.ref,
        what=f"Actions for {scene.case.ref}",
    )


async def _alone(ask: Ask) -> Subject:
    adds = await adds_alone(ask.uow, ask.council, ask.actor)
    found = {Relation.COLLEAGUE} | ({Relation.HOLDER} if adds else set())
    return Subject(
        version=1,
        relations=frozenset(found),
        view="action_form",
        about=ask.ref,
        what="A new action",
    )


@subject("action")
async def find_action(ask: Ask) -> Subject | None:
    """An action: its owner holds it, a draft whoever wrote it; others may read it."""
    action = await ask.uow.actions.get(ask.ref.number)
    if action is None:
        return None
    of = await around(ask.uow, ask.council, action, ask.today)
    found = {Relation.COLLEAGUE}
    if _holds(ask, of):
        found.add(Relation.HOLDER)
    if await may_see(ask.uow, ask.council, of, ask.actor):
        found.add(Relation.TOLD)
    draft = action.state is ActionState.DRAFT
    return Subject(
        version=action.version,
        relations=frozenset(found),
        view="action_form" if draft and action.audit_id else "action_assigned",
        about=Ref("plan", str(action.audit_id)) if draft and action.audit_id else ask.ref,
        what=f"Action {action.label}",
        opens=("open_action", ask.ref, action.version) if Relation.TOLD in found else None,
    )


def _holds(ask: Ask, of: Around) -> bool:
    """A draft is its writer's alone: another auditor of the audit grades blind (HER-08)."""
    draft = of.action.state is ActionState.DRAFT
    whose = of.action.added_by if draft else of.action.owner
    return holds_any(ask.actor, {whose}, of.people, ask.today)


@subject("signing")
async def find_signing(ask: Ask) -> Subject | None:
    """The sign-off of an action; nobody signs off what they own or have claimed."""
    number, _ = split_signing(ask.ref)
    action = await ask.uow.actions.get(number)
    if action is None:
        return None
    of = await around(ask.uow, ask.council, action, ask.today)
    found = {Relation.COLLEAGUE}
    if signs(of, ask):
        found.add(Relation.HOLDER)
    if await may_see(ask.uow, ask.council, of, ask.actor):
        found.add(Relation.TOLD)
    return Subject(
        version=action.version,
        relations=frozenset(found),
        view="action_date" if action.asked_due else "action_sign_off",
        about=ask.ref,
        what=f"Action {action.label}",
        opens=("open_action", action.ref, action.version) if Relation.TOLD in found else None,
    )


def signs(of: Around, ask: Ask) -> bool:
    """Whether the asking person may sign it off or decide on its day."""
    decides = holds_any(ask.actor, of.deciders, of.people, ask.today)
    return decides and ask.actor.id not in of.action.doers
