"""Actions go out: to their owners, to the team manager's tray, as copies, as a case note (SEF-11).

The bot writes nothing into the case system (E-12): whoever audited gets the text to paste.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from domain.actions.action import Action, ActionState, NewAction
from domain.actions.looking import next_look
from domain.actions.people import related
from domain.actions.terms import last_day, review_rule, rule_of
from domain.audits.outcome import findings_are_out, later_submission
from domain.calendar.working_days import end_of_day, local_day
from domain.duties import NewDuty
from domain.frameworks.sections import ActionRule
from domain.refs import Ref
from usecases.actions.around import COMPLETE, REVIEW, plan_ref, record
from usecases.audits.scene import Scene, scene_of_audit
from usecases.council import Council
from usecases.moderation.submissions import submissions
from usecases.ports import UnitOfWork
from usecases.showing import tell


async def begin_action(
    uow: UnitOfWork, council: Council, new: NewAction, now: datetime
) -> Action | None:
    """Keep an action; None where what raised it has raised it before.

    One of an audit that is not finished stays a draft until then; any other goes out at once.
    """
    action = await keep_draft(uow, new, now)
    if action is None:
        return None
    scene = await scene_of_audit(uow, council, new.audit_id) if new.audit_id else None
    if scene is None:
        return await send_out(uow, council, action, now, start=local_day(now))
    if not is_finished(scene):
        return action
    sent = await send_out(uow, council, action, now, start=await finished_on(uow, scene, now))
    await _tell_of_plan(uow, scene, now)
    return sent


async def keep_draft(uow: UnitOfWork, new: NewAction, now: datetime) -> Action | None:
    """Keep an action that goes to nobody yet; None where it was raised before."""
    action = await uow.actions.add(new, now)
    if action:
        await record(uow, action, "keep_action", now, actor=new.added_by)
    return action


def is_finished(scene: Scene) -> bool:
    """Whether the audit's findings, and so its actions, are out."""
    return findings_are_out(scene.programme, scene.audit.state)


async def finished_on(uow: UnitOfWork, scene: Scene, now: datetime) -> date:
    """The day from which the council's limit counts: that of the later submission (E-49, E-59).

    Today while nothing is submitted: what is allowed then is allowed later as well.
    """
    if outcome := await uow.outcomes.of_audit(scene.audit.id):
        return outcome.submitted_on
    sent = [one for one in await submissions(uow, scene) if one.submitted_at]
    return later_submission(sent) if sent else local_day(now)


async def send_plan(uow: UnitOfWork, scene: Scene, now: datetime) -> int:
    """All drafts of a finished audit go out; gives how many. Safe to repeat."""
    drafts = [
        action
        for action in await uow.actions.of_audit(scene.audit.id)
        if action.state is ActionState.DRAFT
    ]
    start = await finished_on(uow, scene, now)
    for action in drafts:
        await send_out(uow, scene.council, action, now, start=start)
    if drafts:
        await _tell_of_plan(uow, scene, now)
    return len(drafts)


async def send_out(
    uow: UnitOfWork, council: Council, action: Action, now: datetime, *, start: date
) -> Action:
    """Its owner gets the card and the duty; the limit counts from ``start``."""
    last = last_day(rule_of(council.framework, action.rule), start)
    due = min(action.due_on, last) if last else action.due_on
    opened = replace(action, state=ActionState.OPEN, out_at=now, latest_on=last, due_on=due)
    look = next_look(opened, local_day(now) - timedelta(days=1))
    saved = await uow.actions.save(replace(opened, look_on=look))
    await record(uow, saved, "send_action", now)
    await give_to_owner(uow, saved, now, once="out")
    return saved


async def give_to_owner(uow: UnitOfWork, action: Action, now: datetime, *, once: str) -> None:
    """The duty and the card, once for the occasion."""
    duty = NewDuty(
        kind=COMPLETE, subject=action.ref, holder=action.owner, due_at=end_of_day(action.due_on)
    )
    await uow.duties.open(duty, now)
    await tell(uow, "action_assigned", action.ref, action.owner, now=now, once=once)


async def _tell_of_plan(uow: UnitOfWork, scene: Scene, now: datetime) -> None:
    """Auditors who added any get the case note; the people of the record a copy of the list.

    One card a day: what is added later that day shows on the cards that stand already.
    """
    out = [a for a in await uow.actions.of_audit(scene.audit.id) if a.out_at]
    about, today = plan_ref(scene.audit.id), local_day(now)
    rules = {a.rule: rule_of(scene.council.framework, a.rule) for a in out}
    for person_id in await _copied(uow, scene, out, rules):
        await tell(uow, "action_plan", about, person_id, now=now, once=f"out{today}")
    await uow.outbox.refresh(about, now=now)
    for key in rules:
        await _ask_for_review(uow, scene, key, out, now)


async def _copied(
    uow: UnitOfWork, scene: Scene, out: list[Action], rules: dict[str, ActionRule]
) -> list[str]:
    people = await uow.people.all()
    copied = [r for rule in rules.values() for r in rule.copied_to]
    found = related((*copied, "worker"), scene.case, people)
    writers = [a.added_by for a in out if a.origin != "response"]
    every = dict.fromkeys((*writers, *found))
    own = {person for person in every if all(a.owner == person for a in out)}
    return [each for each in every if each not in own or each in writers]


async def _ask_for_review(
    uow: UnitOfWork, scene: Scene, rule: str, out: list[Action], now: datetime
) -> None:
    """Where a rule is tracked: the duty of the tracker form, inside the limit (SEF-12, E-60)."""
    review = review_rule(scene.council.framework, rule)
    days = [a.latest_on or a.due_on for a in out if a.rule == rule and a.live]
    if review is None or not days:
        return
    for person_id in related(review.owners, scene.case, await uow.people.all()):
        due = end_of_day(min(days))
        subject = Ref("tracker_form", person_id)
        await uow.duties.open(
            NewDuty(kind=REVIEW, subject=subject, holder=person_id, due_at=due), now
        )
