"""What happens between a press and its use case: rights, versions, and what is said instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from cards.card import Card
from cards.people.moved_on import Event, MovedOn
from cards.people.typed import Typed
from domain.faults import Fault, MovedOnFault, NotFoundFault
from domain.people.person import Person
from domain.permissions.rights import may
from domain.refs import Ref
from usecases.asking import Answer, Ask, Subject, Verb, finders, verbs
from usecases.changes import changes_since
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import Look, look_at

NOT_YOURS = "This is not yours to do, so nothing was changed."
READ_ON = "You can still read it."


class UnknownButtonFault(Fault):
    """I do not know that button, so nothing was changed. Type my work to get the card again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A button as it arrived, or typed words turned into one. Nothing in it is trusted.

    ``delivery_id`` is the sent card that it stands on, where that is known.
    """

    verb: str
    ref: object
    version: object
    inputs: Mapping[str, str] = field(default_factory=dict)
    delivery_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The card that the pressed one becomes and the line for whoever typed.

    ``done`` is False where nothing was changed; the unit of work was rolled back then.
    ``notice`` is what the form still lacks. ``plain``: whoever opened it now would see the same.
    """

    card: Card | None
    line: str
    done: bool
    view: str = ""
    about: Ref | None = None
    notice: str = ""
    plain: bool = False


async def press(
    uow: UnitOfWork, council: Council, actor: Person, what: Press, now: datetime
) -> Outcome:
    """Do what a press asks for, or say why not; commits nothing itself."""
    found = verbs().get(what.verb)
    if found is None:
        return Outcome(card=None, line=UnknownButtonFault().message, done=False)
    ask = Ask(
        uow=uow,
        council=council,
        actor=actor,
        now=now,
        ref=Ref.parse(what.ref),
        inputs=what.inputs,
        stands_on=what.delivery_id,
    )
    # the use case reads the subject again: between the two nobody else may press a newer version in
    await uow.in_turn(str(ask.ref))
    subject = await _subject(ask, found)
    if not may(found.name, subject.relations):
        return await _refuse(ask, subject)
    if subject.version != what.version:
        return await _moved_on(ask, subject, what.version)
    return await _run(ask, found, subject, what.delivery_id)


async def _subject(ask: Ask, found: Verb) -> Subject:
    if ask.ref.kind != found.subject:
        raise UnknownButtonFault
    subject = await finders()[found.subject](ask)
    if subject is None:
        raise NotFoundFault
    return subject


async def _run(ask: Ask, found: Verb, subject: Subject, delivery_id: int | None) -> Outcome:
    try:
        answer = await found.run(ask)
    except MovedOnFault:
        await ask.uow.rollback()
        now_is = await _subject(ask, found)
        return await _moved_on(ask, now_is, subject.version)
    except Fault as fault:
        await ask.uow.rollback()
        again = Answer(
            view=found.again or subject.view,
            about=ask.ref if found.again else subject.about,
            notice=fault.message,
            field=fault.field,
            typed=ask.inputs,
        )
        return replace(await _show(ask, again), done=False)
    await _refresh(ask, answer, delivery_id)
    return await _show(ask, answer)


async def _refresh(ask: Ask, answer: Answer, pressed: int | None) -> None:
    """Bring the sent copies of what changed up to date, whoever has them."""
    shows = answer.about in answer.changed
    first = (answer.about,) if shows else ()
    await ask.uow.outbox.refresh(
        *dict.fromkeys((*first, *answer.changed)),
        now=ask.now,
        # the pressed card keeps the line that says what is missing until the next press
        but=pressed if answer.notice else None,
        shown=pressed if shows else None,
    )


async def _show(ask: Ask, answer: Answer) -> Outcome:
    look = Look(
        uow=ask.uow,
        council=ask.council,
        reader=ask.actor,
        about=answer.about,
        now=ask.now,
        notice=answer.notice,
        field=answer.field,
        typed=answer.typed,
        pressed=answer.pressed or ask.ref,
    )
    return Outcome(
        card=await look_at(answer.view, look),
        line=answer.line or answer.notice,
        done=True,
        view=answer.view,
        about=answer.about,
        notice=answer.notice,
        plain=not (answer.notice or answer.field or answer.typed),
    )


async def _refuse(ask: Ask, subject: Subject) -> Outcome:
    """The card as it is for this person, if they may read it, with the line that says so."""
    answer = Answer(view=subject.view, about=subject.about, notice=f"{NOT_YOURS} {READ_ON}")
    shown = replace(await _show(ask, answer), done=False)
    return shown if shown.card else replace(shown, line=NOT_YOURS, notice="")


async def _moved_on(ask: Ask, subject: Subject, version: object) -> Outcome:
    """A stale press: the present state and what changed; what was typed is given back."""
    changes = await changes_since(ask, version)
    words = {
        key: text
        for key, text in ask.inputs.items()
        if " " in text.strip() and text.strip() != subject.kept.get(key)
    }
    if all(change.actor == ask.actor.id for change in changes) and not words:
        answer = Answer(view=subject.view, about=subject.about, line="That was already done.")
        return replace(await _show(ask, answer), done=False)
    verb, ref, now_version = subject.opens or ("", subject.about, subject.version)
    card = MovedOn(
        ref=ref,
        version=now_version,
        reader=Ref("person", ask.actor.id),
        what=subject.what,
        state="Moved on",
        why="Something happened since you got the card.",
        today=ask.today,
        events=tuple(Event(at=change.at, text=change.words) for change in changes),
        typed=tuple(Typed(label=key.capitalize(), text=text) for key, text in words.items()),
        open_verb=verb,
    )
    line = "This has moved on since you got the card. Your answer changed nothing."
    return Outcome(card=card, line=line, done=False, view=subject.view, about=subject.about)
