"""How steps, their sign-offs, their ticks and recommendations are found."""

from __future__ import annotations

from domain.follow_up.rules import RECOMMENDED
from domain.follow_up.step import Part, Step, StepKind, StepState
from domain.permissions.relations import Relation
from domain.refs import BadRefFault, Ref
from usecases.asking import Ask, Subject, subject
from usecases.audits.holding import holds_seat
from usecases.follow_up.people import parts_of
from usecases.follow_up.steps import step_ref, view_of
from usecases.ports import UnitOfWork


def split_tick(ref: Ref) -> tuple[int, str]:
    """The step's number and the tick's key; raises BadRefFault on anything else."""
    number, dash, key = ref.key.partition("-")
    if not (dash and key.isidentifier()):
        raise BadRefFault
    return Ref("follow_up", number).number, key


@subject("follow_up")
async def find_follow_up(ask: Ask) -> Subject | None:
    """A step: who writes or comments holds it, whoever has any part in it was told."""
    step = await ask.uow.follow_ups.get(ask.ref.number)
    if step is None:
        return None
    parts = await parts_of(ask.uow, step, ask.actor, ask.today)
    return _subject(ask, step, parts, view_of(step), holds=parts & {Part.WRITE, Part.COMMENT})


@subject("sign_off")
async def find_sign_off(ask: Ask) -> Subject | None:
    """The sign-off of what somebody else wrote."""
    step = await ask.uow.follow_ups.get(ask.ref.number)
    if step is None:
        return None
    parts = await parts_of(ask.uow, step, ask.actor, ask.today)
    wrote = {reply.person_id for reply in step.said(Part.WRITE)}
    holds = parts & {Part.SIGN} if ask.actor.id not in wrote else frozenset[str]()
    return _subject(ask, step, parts, "follow_up_sign_off", holds=holds)


@subject("confirmation")
async def find_confirmation(ask: Ask) -> Subject | None:
    """One tick of a step, which only its own people may set."""
    number, key = split_tick(ask.ref)
    step = await ask.uow.follow_ups.get(number)
    if step is None:
        return None
    parts = await parts_of(ask.uow, step, ask.actor, ask.today)
    return _subject(ask, step, parts, "follow_up_confirm", holds=parts & {key})


def _subject(
    ask: Ask, step: Step, parts: frozenset[str], view: str, *, holds: frozenset[str]
) -> Subject:
    found = {Relation.COLLEAGUE}
    found |= {Relation.HOLDER} if holds else set()
    found |= {Relation.TOLD} if parts else set()
    found |= {Relation.COORDINATOR} if ask.council.coordinates(ask.actor) else set()
    return Subject(
        version=step.version,
        relations=frozenset(found),
        view=view,
        about=step_ref(step),
        what=f"{step.case_ref}: what follows",
        opens=("open_follow_up", step_ref(step), step.version) if parts else None,
    )


@subject("recommendations")
async def find_recommendations(ask: Ask) -> Subject | None:
    """What an audit recommends; the version counts what is there, so that none is lost."""
    audit = await ask.uow.audits.get(ask.ref.number)
    if audit is None:
        return None
    found = {Relation.COLLEAGUE}
    for seat in await ask.uow.audits.seats_of(audit.id):
        if await holds_seat(ask.uow, ask.actor, seat, ask.today):
            found.add(Relation.HOLDER)
    if ask.council.coordinates(ask.actor):
        found.add(Relation.COORDINATOR)
    return Subject(
        version=1 + len(await recommended_in(ask.uow, audit.id)),
        relations=frozenset(found),
        view=RECOMMENDED,
        about=ask.ref,
        what=f"{audit.case_ref}: what is recommended",
    )


async def recommended_in(uow: UnitOfWork, audit_id: int) -> list[Step]:
    """The recommendations of one audit, oldest first."""
    steps = await uow.follow_ups.of_audit(audit_id)
    kept = [step for step in steps if step.kind is StepKind.RECOMMENDATION]
    return [step for step in kept if step.state is not StepState.CANCELLED]
