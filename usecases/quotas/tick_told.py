"""Tick that the worker, or the team, was told what a piece of learning found (LEI-12)."""

from __future__ import annotations

from domain.duties import Duty, DutyState
from domain.faults import Fault, NotFoundFault
from domain.permissions.relations import Relation
from domain.quotas.telling import telling
from usecases.asking import Answer, Ask, Subject, subject, verb
from usecases.council import Council
from usecases.people.duties import Described, duty_kind
from usecases.ports import UnitOfWork
from usecases.quotas.showing_standing import say_part
from usecases.quotas.telling import (
    CARD,
    TELL,
    note_told,
    split_told,
    tells,
    told_of,
    told_ref,
)


@subject("told")
async def find_told(ask: Ask) -> Subject | None:
    """The ticks of a piece, for whoever recorded it."""
    number, _ = split_told(ask.ref)
    piece = await ask.uow.pieces.get(number)
    if piece is None:
        return None
    mine = await tells(ask.uow, piece, ask.actor, ask.now)
    return Subject(
        version=1,
        relations=frozenset({Relation.COLLEAGUE} | ({Relation.HOLDER} if mine else set())),
        view=CARD,
        about=told_ref(number),
        what="That piece of learning",
    )


@verb(subject="told", past="told them")
async def tick_told(ask: Ask) -> Answer:
    """Keep who was told; with the last tick nothing more is asked. Raises Fault on a second."""
    number, key = split_told(ask.ref)
    rule, about = telling(ask.council.framework), told_ref(number)
    if rule is None or key not in {tick.key for tick in rule.ticks}:
        raise NotFoundFault
    told = frozenset(await told_of(ask.uow, number))
    if key in told:
        raise Fault("This is ticked already, so nothing was changed.")
    await note_told(ask.uow, number, key, ask.actor, ask.now)
    if not rule.missing(told | {key}):
        await ask.uow.duties.close(about, DutyState.DONE, ask.now)
    return Answer(view=CARD, about=about, changed=(about,), line="Thank you. It is noted.")


@duty_kind(TELL)
async def describe_telling(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """``Tell what you found``; None where the council's file asks for it no more."""
    piece = await uow.pieces.get(split_told(duty.subject)[0])
    rule = telling(council.framework)
    if piece is None or rule is None:
        return None
    what = say_part(piece.part).capitalize()
    return Described(text=rule.title, detail=what, view=CARD, about=duty.subject)
