"""The clock's part: late actions, breaches, and owners who have left (SEF-13, E-59)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from domain.actions.action import Action, ActionState, Note, NoteKind
from domain.actions.looking import next_look
from domain.actions.people import heir, keepers, related
from domain.calendar.working_days import local_day
from domain.duties import DutyState
from domain.faults import MovedOnFault
from usecases.actions.around import COMPLETE, Around, around, changed_by, record, signing_ref
from usecases.actions.outgoing import give_to_owner
from usecases.actions.signers import replace_signers
from usecases.council import Council
from usecases.nudges.quiet import is_quiet
from usecases.ports import UnitOfWork
from usecases.showing import tell


async def chase_actions(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Remind of what is due and late, not in quiet hours; safe to repeat. The caller commits."""
    today = local_day(now)
    if is_quiet(council, now):
        return 0
    moved = await replace_signers(uow, council, now)
    for action in await uow.actions.orphaned(today):
        moved += await _pass_on(await around(uow, council, action, today), uow, now)
    for action in await uow.actions.to_look(today):
        of = await around(uow, council, action, today)
        if await uow.actions.look_again_on(action, next_look(action, today)):
            await _remind(uow, of, now)
            moved += 1
    return moved


async def _remind(uow: UnitOfWork, of: Around, now: datetime) -> None:
    action = of.action
    once = f"late{of.today}"
    if action.state is ActionState.CLAIMED:
        for person_id in of.signers:
            about = signing_ref(action)
            await tell(uow, "action_sign_off", about, person_id, now=now, once=once)
    elif action.live:
        await tell(uow, "action_assigned", action.ref, action.owner, now=now, once=once)
    if action.breached(of.today):
        await _tell_of_breach(uow, of, now)


async def _tell_of_breach(uow: UnitOfWork, of: Around, now: datetime) -> None:
    """The line manager, the service manager and those who keep the tracker, once."""
    service = related(("service_manager",), of.case, of.people)
    told = dict.fromkeys([*of.deciders, *service, *keepers(of.rule, of.people, of.today)])
    new = False
    for person_id in told:
        about = of.action.ref
        new |= await tell(uow, "action_late", about, person_id, now=now, once="breach")
    if new:
        await record(uow, of.action, "breach_action", now)


async def _pass_on(of: Around, uow: UnitOfWork, now: datetime) -> int:
    """The owner has left: the team manager has it now, with all that was said."""
    to = heir(of.action, of.case, of.people, of.today)
    if to is None:
        return 0
    try:
        saved = await _give(uow, of.action, to, now, of.today)
    except MovedOnFault:  # another replica has just passed it on
        return 0
    for ref in changed_by(saved):
        await uow.outbox.refresh(ref, now=now)
    return 1


async def _give(uow: UnitOfWork, action: Action, to: str, now: datetime, today: date) -> Action:
    words = "The owner has left."
    note = Note(
        kind=NoteKind.HANDED_OVER, person_id=action.owner, at=now, round=action.round, words=words
    )
    saved = await uow.actions.save(
        replace(action, owner=to, asked_due=None, look_on=next_look(action, today))
    )
    said = await uow.actions.note(saved, note)
    await record(uow, said, "pass_on_action", now)
    await uow.duties.close(said.ref, DutyState.HANDED_OVER, now, kinds=(COMPLETE,))
    if said.state is ActionState.OPEN:
        await give_to_owner(uow, said, now, once=f"passed{said.version}")
    return said
