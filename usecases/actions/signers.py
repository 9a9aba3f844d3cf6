"""Whoever decides on an action is asked; who has left is followed by the next above (SEF-14)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from domain.actions.action import Action, ActionState, Note, NoteKind
from domain.calendar.working_days import end_of_day, local_day
from domain.duties import DutyState, NewDuty
from domain.faults import MovedOnFault
from usecases.actions.around import DATE, SIGN, Around, around, changed_by, record, signing_ref
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell

SIGN_WITHIN = timedelta(days=7)  # no document says; a product default, never past the last day
DECIDING = (SIGN, DATE)


async def ask_to_sign(
    uow: UnitOfWork, action: Action, signers: Iterable[str], now: datetime, *, once: str
) -> None:
    """The duty and the card to each of them, once for the occasion."""
    today = local_day(now)
    within = today + SIGN_WITHIN
    due = end_of_day(max(min(within, action.latest_on or within), today))
    for person_id in signers:
        about = signing_ref(action)
        await uow.duties.open(NewDuty(kind=SIGN, subject=about, holder=person_id, due_at=due), now)
        await tell(uow, "action_sign_off", about, person_id, now=now, once=once)


async def ask_for_day(
    uow: UnitOfWork, action: Action, deciders: Iterable[str], now: datetime, *, once: str
) -> None:
    """The same for a later day that is asked for."""
    due = end_of_day(max(action.due_on, local_day(now)))
    for person_id in deciders:
        about = signing_ref(action)
        await uow.duties.open(NewDuty(kind=DATE, subject=about, holder=person_id, due_at=due), now)
        await tell(uow, "action_date", about, person_id, now=now, once=once)


async def replace_signers(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Where somebody who decides has left: to the next above, and the owner hears who it is."""
    today, moved = local_day(now), 0
    for action in await uow.actions.undecided(today, DECIDING):
        of = await around(uow, council, action, today)
        moved += await _pass_up(uow, of, now)
    return moved


async def _pass_up(uow: UnitOfWork, of: Around, now: datetime) -> int:
    signs = of.action.state is ActionState.CLAIMED
    heirs = of.signers if signs else of.deciders
    if not heirs:
        return 0
    try:
        saved = await _noted(uow, of, heirs, now)
    except MovedOnFault:  # another replica has just done so
        return 0
    await uow.duties.close(signing_ref(saved), DutyState.HANDED_OVER, now, kinds=DECIDING)
    ask = ask_to_sign if signs else ask_for_day
    await ask(uow, saved, heirs, now, once=f"passed{saved.version}")
    once = f"signer{saved.version}"
    await tell(uow, "action_assigned", saved.ref, saved.owner, now=now, once=once)
    for ref in changed_by(saved):
        await uow.outbox.refresh(ref, now=now)
    return 1


async def _noted(uow: UnitOfWork, of: Around, heirs: list[str], now: datetime) -> Action:
    """Who decides now stands among what was said of it."""
    does = "signs it off" if of.action.state is ActionState.CLAIMED else "decides on the day"
    note = Note(
        kind=NoteKind.PASSED_UP,
        person_id=heirs[0],
        at=now,
        round=of.action.round,
        words=f"Whoever was asked has left: {of.names(heirs)} {does} now.",
    )
    saved = await uow.actions.save(of.action)
    said = await uow.actions.note(saved, note)
    await record(uow, said, "pass_up_action", now)
    return said
