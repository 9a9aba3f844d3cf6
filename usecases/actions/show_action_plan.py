"""The actions of a finished audit: the case note for whoever added some, a copy for the others."""

from __future__ import annotations

from datetime import date

from cards.actions.action_plan import ActionPlan, PlanLine
from domain.actions.action import Action, ActionState
from domain.calendar.working_days import local_day
from domain.people.on_record import People
from usecases.actions.around import around, plan_ref
from usecases.actions.outgoing import finished_on
from usecases.actions.standing import audits_here, may_see
from usecases.actions.subjects import split_plan
from usecases.audits.scene import Scene, scene_of_audit
from usecases.ports import UnitOfWork
from usecases.showing import Look, shows

STATES = {
    ActionState.CLAIMED: "waits for sign-off",
    ActionState.DONE: "done",
}


@shows("action_plan")
async def show_action_plan(look: Look) -> ActionPlan | None:
    """What went out; None while nothing has, and for whoever may not see it."""
    audit_id, _ = split_plan(look.about)
    scene = await scene_of_audit(look.uow, look.council, audit_id)
    out = [a for a in await look.uow.actions.of_audit(audit_id) if a.out_at]
    if scene is None or not out:
        return None
    first = await around(look.uow, look.council, out[0], look.today)
    if not await may_see(look.uow, look.council, first, look.reader):
        return None
    audits = await audits_here(look.uow, scene, look.reader, look.today)
    start = await finished_on(look.uow, scene, look.now)
    latest = {a.latest_on for a in out if a.latest_on}
    return ActionPlan(
        ref=look.about,
        version=1 + len(await look.uow.actions.of_audit(audit_id)),
        case=scene.case.ref,
        programme=scene.programme.title,
        lines=tuple(_line(first.people, action) for action in out),
        latest=max(latest) if latest else None,
        note=case_note(scene, out, first.people, start) if audits else "",
        pasted_on=await pasted_on(look.uow, audit_id) if audits else None,
        notice=look.notice or None,
    )


def _line(people: People, action: Action) -> PlanLine:
    return PlanLine(
        ref=action.ref,
        version=action.version,
        label=action.label,
        what=action.what,
        owner=people[action.owner].name,
        due=action.due_on,
        state=STATES.get(action.state, ""),
    )


def case_note(scene: Scene, out: list[Action], people: People, finished: date) -> str:
    """The text that people put into the case system themselves (E-12)."""
    head = f"{scene.programme.title} finished on {_full(finished)}. Actions:"
    lines = [
        f"{place}. {_closed(action.what)} Owner: {people[action.owner].name}. "
        f"By {_full(action.due_on)}.{f' {action.tag}.' if action.tag else ''}"
        for place, action in enumerate(out, 1)
    ]
    return "\n".join((head, *lines))


async def pasted_on(uow: UnitOfWork, audit_id: int) -> date | None:
    """When somebody last said that the note stands in the case system."""
    ticks = [e for e in await uow.trail.of(plan_ref(audit_id)) if e.action == "tick_case_note"]
    return local_day(ticks[-1].at) if ticks else None


def _full(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _closed(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
