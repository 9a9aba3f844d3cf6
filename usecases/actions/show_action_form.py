"""The form for a new action, over those that the audit has already."""

from __future__ import annotations

from cards.actions.action_form import ActionForm, KeptAction
from domain.actions.action import ActionState
from domain.actions.people import owners
from domain.actions.terms import last_day, making_rules
from domain.delivery.message import Doubt
from domain.frameworks.sections import ActionRule
from domain.people.on_record import People
from usecases.actions.around import ALONE, covered
from usecases.actions.keep_action import ASKED
from usecases.actions.outgoing import finished_on, is_finished
from usecases.actions.standing import adds_alone, audits_here, may_add
from usecases.actions.subjects import split_plan
from usecases.audits.scene import Scene, scene_of_audit
from usecases.showing import Look, shows


@shows("action_form", doubt=Doubt.LET_BE)
async def show_action_form(look: Look) -> ActionForm | None:
    """For whoever may add to it; None for anybody else, and where no actions are kept."""
    rules = making_rules(look.council.framework)
    if not rules:
        return None
    if look.about == ALONE:
        return await _alone(look, rules)
    audit_id, area = split_plan(look.about)
    scene = await scene_of_audit(look.uow, look.council, audit_id)
    if scene is None or not await _adds(look, scene):
        return None
    return await _of_audit(look, scene, area, rules[0])


async def _adds(look: Look, scene: Scene) -> bool:
    if await audits_here(look.uow, scene, look.reader, look.today):
        return True
    return await may_add(look.uow, look.council, scene, look.reader)


async def _of_audit(look: Look, scene: Scene, area: int | None, rule: ActionRule) -> ActionForm:
    people = await look.uow.people.all()
    areas = {one.number: one.name for one in scene.programme.areas}
    auditors = [seat.holder for seat in scene.first_seats if seat.holder]
    able = owners(rule, scene.case, auditors, people, look.today)
    kept = await _kept(look, scene, people)
    return ActionForm(
        ref=look.about,
        version=1 + len(await look.uow.actions.of_audit(scene.audit.id)),
        case=scene.case.ref,
        area=f"{area} {areas[area]}" if area in areas else "",
        kept=kept,
        owners=tuple((each, look.council.describe(people[each])) for each in able),
        tags=rule.tags,
        tag_title=rule.tag_title,
        latest=last_day(rule, await finished_on(look.uow, scene, look.now)),
        waits=not is_finished(scene),
        asked_again=ASKED in look.typed,
        typed=_typed(look),
        notice=look.notice or None,
        field=look.field,
    )


async def _alone(look: Look, rules: list[ActionRule]) -> ActionForm | None:
    if not await adds_alone(look.uow, look.council, look.reader):
        return None
    several = tuple((rule.key, rule.title) for rule in rules) if len(rules) > 1 else ()
    chosen = next((rule for rule in rules if rule.key == look.typed.get("rule")), rules[0])
    return ActionForm(
        ref=look.about,
        version=1,
        tags=chosen.tags,
        tag_title=chosen.tag_title,
        rules=several,
        latest=last_day(chosen, look.today),
        asked_again=ASKED in look.typed,
        typed=_typed(look),
        notice=look.notice or None,
        field=look.field,
    )


def _typed(look: Look) -> dict[str, str]:
    """What was typed into this very form."""
    return dict(look.typed) if look.pressed is None or look.pressed.kind != "area" else {}


async def _kept(look: Look, scene: Scene, people: People) -> tuple[KeptAction, ...]:
    """Of the drafts only one's own: another auditor of the audit grades blind (HER-08)."""
    found = await look.uow.actions.of_audit(scene.audit.id)
    mine = covered(look.reader, people, look.today)
    return tuple(
        KeptAction(
            ref=action.ref,
            version=action.version,
            label=action.label,
            what=action.what,
            owner=people[action.owner].name,
            due=action.due_on,
            may_change=action.state is ActionState.DRAFT,
        )
        for action in found
        if action.state is not ActionState.DRAFT or action.added_by in mine
    )
