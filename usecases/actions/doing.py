"""What an owner does: progress, done, a later day, not mine."""

from __future__ import annotations

from dataclasses import replace

from domain.actions.action import Action, ActionState, Note, NoteKind
from domain.actions.days import read_day
from domain.actions.naming import by_name
from domain.actions.people import heir
from domain.audits.grading import accept_words
from domain.calendar.wording import say_day
from domain.duties import DutyState
from domain.faults import Fault
from usecases.actions.around import (
    COMPLETE,
    DATE,
    Around,
    changed_by,
    record,
    signing_ref,
    the_action,
)
from usecases.actions.outgoing import give_to_owner
from usecases.actions.signers import ask_for_day, ask_to_sign
from usecases.asking import Answer, Ask, verb


async def _running(ask: Ask) -> Around:
    """The action while its owner can work on it; raises Fault."""
    of = await the_action(ask.uow, ask.council, ask.ref.number, ask.today)
    if of.action.state is not ActionState.OPEN:
        raise Fault("This is not open any more, so nothing was changed. You can still read it.")
    return of


def _words(ask: Ask, field: str, missing: str) -> str:
    words = accept_words(field, ask.typed(field), said="text")
    if not words:
        raise Fault(f"{missing} Nothing was kept.", field=field)
    return words


def noted(ask: Ask, action: Action, kind: NoteKind, words: str) -> Note:
    """The actor's word in this round."""
    return Note(kind=kind, person_id=ask.actor.id, at=ask.now, round=action.round, words=words)


async def kept(ask: Ask, action: Action, did: str, line: str) -> Answer:
    """The trail's line, and the card as it is now."""
    await record(ask.uow, action, did, ask.now, actor=ask.actor.id)
    return Answer(view="action_assigned", about=action.ref, changed=changed_by(action), line=line)


@verb(subject="action", past="noted progress")
async def note_progress(ask: Ask) -> Answer:
    """Keep how far it is."""
    of = await _running(ask)
    words = _words(ask, "progress", "Please say how far it is.")
    said = await ask.uow.actions.note(of.action, noted(ask, of.action, NoteKind.PROGRESS, words))
    saved = await ask.uow.actions.save(said)
    return await kept(ask, saved, "note_progress", f"{saved.label}: the note is kept.")


@verb(subject="action", past="said that it is done")
async def complete_action(ask: Ask) -> Answer:
    """To whoever signs it off; it is closed at once where the council asks no sign-off."""
    of = await _running(ask)
    words = _words(ask, "evidence", "Please say what you did, and where it can be seen.")
    said = await ask.uow.actions.note(of.action, noted(ask, of.action, NoteKind.CLAIMED, words))
    signers = replace(of, action=said).signers
    if signers:
        saved = await ask.uow.actions.save(replace(said, state=ActionState.CLAIMED, asked_due=None))
        await ask_to_sign(ask.uow, saved, signers, ask.now, once=f"round{saved.round}")
        line = f"{saved.label} is with {of.names(signers)} for sign-off."
    else:
        saved = await ask.uow.actions.save(
            replace(said, state=ActionState.DONE, closed_at=ask.now, look_on=None, asked_due=None)
        )
        line = f"{saved.label} is done. Thank you."
    await ask.uow.duties.close(saved.ref, DutyState.DONE, ask.now)
    await ask.uow.duties.close(signing_ref(saved), DutyState.CANCELLED, ask.now, kinds=(DATE,))
    return await kept(ask, saved, "complete_action", line)


@verb(subject="action", past="asked for a later day")
async def request_date(ask: Ask) -> Answer:
    """Ask for it where the council allows that; never past its last day (E-59)."""
    of = await _running(ask)
    if not of.may_move:
        last = of.action.latest_on
        until = f" The last day stays {say_day(last)}." if last else ""
        raise Fault(f"The day cannot be put off here, so nothing was asked.{until}")
    day = read_day(ask.typed("new_due"), ask.today)
    if day is None or day <= of.action.due_on:
        raise Fault("Please choose a later day. Nothing was asked.", field="new_due")
    words = _words(ask, "why", "Please give a reason.")
    note = replace(noted(ask, of.action, NoteKind.DATE_ASKED, words), day=day)
    said = await ask.uow.actions.note(of.action, note)
    saved = await ask.uow.actions.save(replace(said, asked_due=day))
    await ask_for_day(ask.uow, saved, of.deciders, ask.now, once=f"asked{saved.version}")
    line = f"{of.names(of.deciders)} decides about {say_day(day)}."
    return await kept(ask, saved, "request_date", line)


@verb(subject="action", past="handed it over")
async def hand_over_action(ask: Ask) -> Answer:
    """To the colleague who is named, else to the team manager; with all that was said."""
    of = await _running(ask)
    words = _words(ask, "reason", "Please give a reason.")
    if typed := ask.typed("heir").strip():
        to: str | None = by_name(typed, of.people.values(), ask.today).id
    else:
        to = heir(of.action, of.case, of.people, ask.today)
    if to is None or to == of.action.owner:
        raise Fault("Please say whose it is. Nothing was changed.", field="heir")
    note = noted(ask, of.action, NoteKind.HANDED_OVER, words)
    said = await ask.uow.actions.note(of.action, note)
    saved = await ask.uow.actions.save(replace(said, owner=to, asked_due=None))
    await ask.uow.duties.close(saved.ref, DutyState.HANDED_OVER, ask.now, kinds=(COMPLETE,))
    await give_to_owner(ask.uow, saved, ask.now, once=f"handed{saved.version}")
    line = f"{saved.label} is with {of.name(to)} now."
    return await kept(ask, saved, "hand_over_action", line)
