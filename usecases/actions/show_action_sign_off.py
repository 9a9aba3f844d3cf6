"""The sign-off of one action, alone or in the list of all that wait for the reader."""

from __future__ import annotations

from cards.actions.action_sign_off import ActionSignOff
from cards.actions.parts import Judgement
from domain.actions.action import Action, ActionState, NoteKind
from domain.calendar.wording import say_day
from domain.calendar.working_days import local_day
from domain.refs import Ref
from usecases.actions.around import Around, around, holds_any
from usecases.actions.queue import waiting_for
from usecases.actions.saying import history_of
from usecases.actions.standing import may_see
from usecases.actions.subjects import QUEUED, split_signing
from usecases.showing import Look, shows

SAYS = {
    "quality": "The work is good enough for this child",
    "compliance": "It was done as asked, and it is recorded",
}


def judgements(of: Around) -> tuple[Judgement, ...]:
    """The ticks that the council asks for (SEF-14)."""
    return tuple(
        Judgement(key=_key(name), name=name, says=SAYS.get(_key(name), "Yes"))
        for name in of.rule.judgements
    )


def _key(name: str) -> str:
    return "".join(char if char.isalnum() else "_" for char in name.casefold())


@shows("action_sign_off")
async def show_action_sign_off(look: Look) -> ActionSignOff | None:
    """The action to sign off; None for whoever has nothing to do with it."""
    if look.about.kind == "sign_offs":
        return await _first(look)
    number, queued = split_signing(look.about)
    action = await look.uow.actions.get(number)
    if action is None:
        return None
    waiting = await waiting_for(look.uow, look.reader, look.today) if queued else []
    return await _card(look, action, waiting)


async def _first(look: Look) -> ActionSignOff | None:
    if look.about.key != look.reader.id:
        return None
    waiting = await waiting_for(look.uow, look.reader, look.today)
    first = await look.uow.actions.get(waiting[0]) if waiting else None
    if first is None:
        return ActionSignOff(ref=look.about, version=1, empty=True, notice=look.notice or None)
    return await _card(look, first, waiting)


async def _card(look: Look, action: Action, waiting: list[int]) -> ActionSignOff | None:
    of = await around(look.uow, look.council, action, look.today)
    if not await may_see(look.uow, look.council, of, look.reader):
        return None
    place = (waiting.index(action.id) + 1, len(waiting)) if action.id in waiting else None
    claim = action.last(NoteKind.CLAIMED)
    own = {action.owner, claim.person_id if claim else ""}
    may = look.reader.id not in own and holds_any(look.reader, of.deciders, of.people, look.today)
    ticks = judgements(of)
    return ActionSignOff(
        ref=Ref("signing", f"{action.id}{QUEUED if place else ''}"),
        version=action.version,
        named=action.named,
        what=action.what,
        done_when=action.done_when,
        owner=of.name(action.owner),
        claimed_by=of.name(claim.person_id) if claim else "",
        claimed_on=local_day(claim.at) if claim else None,
        due=action.due_on,
        evidence=claim.words if claim else "",
        judgements=ticks,
        ticked=tuple(one.key for one in ticks if look.typed.get(one.key) == "yes"),
        latest=action.latest_on,
        place=place,
        decided=_decided(of),
        may=may,
        said=history_of(of)[:-1] if claim else (),
        typed=look.typed.get("reason", ""),
        notice=look.notice or None,
        field=look.field,
    )


def _decided(of: Around) -> str:
    """What became of it; empty while it waits."""
    if of.action.state is ActionState.CLAIMED:
        return ""
    note = of.action.last(NoteKind.SIGNED_OFF, NoteKind.RETURNED, NoteKind.CLAIMED)
    if note is None or note.kind is NoteKind.CLAIMED:
        return "Nobody is asked to sign this off now"
    did = "signed it off" if note.kind is NoteKind.SIGNED_OFF else "returned it"
    return f"{of.name(note.person_id)} {did} on {say_day(local_day(note.at))}"
