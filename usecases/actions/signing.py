"""Sign off, return, go on to the next; give a later day or keep the old one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from domain.actions.action import Action, ActionState, NoteKind
from domain.actions.days import read_day
from domain.actions.looking import next_look
from domain.audits.grading import accept_words
from domain.calendar.wording import say_day
from domain.calendar.working_days import end_of_day
from domain.duties import DutyState
from domain.faults import Fault
from domain.refs import Ref
from usecases.actions.around import Around, changed_by, record, signing_ref, the_action
from usecases.actions.doing import noted
from usecases.actions.outgoing import give_to_owner
from usecases.actions.queue import queue_ref, waiting_for
from usecases.actions.show_action_sign_off import judgements
from usecases.actions.subjects import QUEUED, split_signing
from usecases.asking import Answer, Ask, verb

ALL = "ticks"
"""An input of typed answers alone: the word ``both`` ticks everything."""


async def _claimed(ask: Ask) -> Around:
    number, _ = split_signing(ask.ref)
    of = await the_action(ask.uow, ask.council, number, ask.today)
    if of.action.state is not ActionState.CLAIMED:
        raise Fault("This is decided already, so nothing was changed.")
    return of


@verb(subject="signing", past="signed it off")
async def sign_action(ask: Ask) -> Answer:
    """Close it, if every judgement is ticked (SEF-14)."""
    of = await _claimed(ask)
    asked = judgements(of)
    everything = ask.typed(ALL) == "all"
    missing = [one.key for one in asked if not everything and ask.typed(one.key) != "yes"]
    if missing:
        both = "both" if len(asked) == 2 else "it"
        raise Fault(f"Please tick {both}, or return it with a reason.", field=missing[0])
    note = replace(
        noted(ask, of.action, NoteKind.SIGNED_OFF, ""), ticks=tuple(one.name for one in asked)
    )
    following = await _next(ask)
    said = await ask.uow.actions.note(of.action, note)
    saved = await ask.uow.actions.save(
        replace(said, state=ActionState.DONE, closed_at=ask.now, look_on=None)
    )
    await ask.uow.duties.close(signing_ref(saved), DutyState.DONE, ask.now)
    line = f"{saved.label} is signed off."
    return await _answer(ask, saved, "sign_action", line, following)


@verb(subject="signing", past="returned it")
async def return_action(ask: Ask) -> Answer:
    """Back to its owner with the reason; the council's last day stays."""
    of = await _claimed(ask)
    words = accept_words("reason", ask.typed("reason"), said="reason")
    if not words:
        raise Fault("Please say what is still needed. Nothing was changed.", field="reason")
    due = _new_day(ask, of)
    following = await _next(ask)
    note = replace(noted(ask, of.action, NoteKind.RETURNED, words), day=due)
    said = await ask.uow.actions.note(of.action, note)
    opened = replace(said, state=ActionState.OPEN, round=said.round + 1, due_on=due or said.due_on)
    saved = await ask.uow.actions.save(
        replace(opened, look_on=next_look(opened, ask.today - timedelta(days=1)))
    )
    await ask.uow.duties.close(signing_ref(saved), DutyState.DONE, ask.now)
    await give_to_owner(ask.uow, saved, ask.now, once=f"round{saved.round}")
    line = f"{saved.label} is back with {of.name(saved.owner)}."
    return await _answer(ask, saved, "return_action", line, following)


def _new_day(ask: Ask, of: Around) -> date | None:
    typed = ask.typed("new_due").strip()
    if not typed:
        return None
    day = read_day(typed, ask.today)
    if day is None or day < ask.today:
        raise Fault("I cannot take that day, so nothing was changed.", field="new_due")
    if of.action.latest_on and day > of.action.latest_on:
        last = say_day(of.action.latest_on)
        raise Fault(f"The last day allowed is {last}. Nothing was changed.", field="new_due")
    return day


@verb(subject="signing")
async def skip_action(ask: Ask) -> Answer:
    """The next of the list in this one's place; nothing is decided."""
    following = await _next(ask)
    about = following or queue_ref(ask.actor)
    return Answer(view="action_sign_off", about=about, line="Here is the next one.")


async def _next(ask: Ask) -> Ref | None:
    """What comes after this one in the list, from the front after the last; None alone."""
    number, queued = split_signing(ask.ref)
    waiting = await waiting_for(ask.uow, ask.actor, ask.today) if queued else []
    if number not in waiting or len(waiting) < 2:
        return None
    place = (waiting.index(number) + 1) % len(waiting)
    return Ref("signing", f"{waiting[place]}{QUEUED}")


async def _answer(ask: Ask, action: Action, did: str, line: str, following: Ref | None) -> Answer:
    """Alone: the same card, decided. In the list: the next one, until there is none."""
    await record(ask.uow, action, did, ask.now, actor=ask.actor.id)
    _, queued = split_signing(ask.ref)
    about = (following or queue_ref(ask.actor)) if queued else signing_ref(action)
    return Answer(
        view="action_sign_off",
        about=about,
        changed=(*changed_by(action), queue_ref(ask.actor)),
        notice=line if queued else "",
        line=line,
    )


async def _asked(ask: Ask) -> tuple[Around, date]:
    number, _ = split_signing(ask.ref)
    of = await the_action(ask.uow, ask.council, number, ask.today)
    if of.action.asked_due is None or of.action.state is not ActionState.OPEN:
        raise Fault("Nothing is asked for any more, so nothing was changed.")
    return of, of.action.asked_due


@verb(subject="signing", past="gave the later day")
async def grant_date(ask: Ask) -> Answer:
    """The later day counts from now on."""
    of, day = await _asked(ask)
    note = replace(noted(ask, of.action, NoteKind.DATE_GIVEN, ""), day=day)
    said = await ask.uow.actions.note(of.action, note)
    moved = replace(said, due_on=day, asked_due=None)
    saved = await ask.uow.actions.save(replace(moved, look_on=next_look(moved, ask.today)))
    await ask.uow.duties.postpone(saved.ref, end_of_day(day), ask.now)
    return await _dated(ask, saved, "grant_date", f"{saved.label} is due {say_day(day)} now.")


@verb(subject="signing", past="kept the day")
async def keep_date(ask: Ask) -> Answer:
    """The day stays as it is."""
    of, _ = await _asked(ask)
    words = accept_words("reason", ask.typed("reason"), said="reason")
    if not words:
        raise Fault("Please give a reason. Nothing was changed.", field="reason")
    said = await ask.uow.actions.note(of.action, noted(ask, of.action, NoteKind.DATE_KEPT, words))
    saved = await ask.uow.actions.save(replace(said, asked_due=None))
    line = f"{saved.label} stays due {say_day(saved.due_on)}."
    return await _dated(ask, saved, "keep_date", line)


async def _dated(ask: Ask, action: Action, did: str, line: str) -> Answer:
    await ask.uow.duties.close(signing_ref(action), DutyState.DONE, ask.now)
    await record(ask.uow, action, did, ask.now, actor=ask.actor.id)
    about = signing_ref(action)
    return Answer(view="action_date", about=about, changed=changed_by(action), line=line)
