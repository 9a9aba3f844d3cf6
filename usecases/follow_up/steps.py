"""A step begins, is asked, is answered and ends: what every kind of follow-up shares."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from domain.calendar.working_days import end_of_day, local_day
from domain.duties import DutyState, NewDuty
from domain.follow_up.dates import next_asking
from domain.follow_up.progress import missing
from domain.follow_up.rules import Terms, terms_of
from domain.follow_up.step import NewStep, Part, Step, StepKind, StepState
from domain.refs import Ref
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell

ACTOR = "practice-loop"
COMMENT, WRITE, SIGN, CONFIRM = (
    "comment_alert",
    "write_follow_up",
    "sign_follow_up",
    "confirm_follow_up",
)
SIGN_WITHIN = timedelta(days=7)  # no document says; a product default (E-98)
LONG = timedelta(days=14)  # what is due later than this is brought up again on its day

VIEWS = {StepKind.ALERT: "follow_up_alert", StepKind.CONFIRM: "follow_up_confirm"}
_DUTIES = {Part.COMMENT: COMMENT, Part.WRITE: WRITE, Part.SIGN: SIGN}


def step_ref(step: Step) -> Ref:
    """The subject of a step's cards."""
    return Ref("follow_up", str(step.id))


def sign_ref(step: Step) -> Ref:
    """What the sign-off of a step is about."""
    return Ref("sign_off", str(step.id))


def tick_ref(step: Step, key: str) -> Ref:
    """``confirmation-12-supervisor``: one tick of a step."""
    return Ref("confirmation", f"{step.id}-{key}")


def agenda_ref(programme: str) -> Ref:
    """The recommendations of a programme that are still open."""
    return Ref("agenda", programme)


def view_of(step: Step) -> str:
    """The card that shows a step."""
    return VIEWS.get(step.kind, "follow_up_form")


async def record(
    uow: UnitOfWork, step: Step, action: str, now: datetime, *, actor: str = ACTOR
) -> None:
    """A line in the step's trail."""
    details: dict[str, str | int | None] = {"version": step.version, "state": str(step.state)}
    await uow.trail.record(step_ref(step), action, actor=actor, now=now, details=details)


async def begin(
    uow: UnitOfWork, council: Council, new: NewStep, now: datetime, *, actor: str = ACTOR
) -> Step | None:
    """Keep a step, and ask at once where its day is here; None where it was raised before."""
    step = await uow.follow_ups.add(new, now)
    if step is None:
        return None
    await record(uow, step, "begin_follow_up", now, actor=actor)
    # a record is audited again by the tick, which opens those of one day together
    if step.kind is StepKind.RE_AUDIT or step.opens_on > local_day(now):
        return step
    return await ask_for(uow, council, step, now)


async def ask_for(uow: UnitOfWork, council: Council, step: Step, now: datetime) -> Step:
    """Open a step: duties and cards to whoever has a part in it.

    Where everybody is only told, it is done with that.
    """
    today = local_day(now)
    terms = terms_of(council.framework, step)
    opened = replace(step, state=StepState.OPEN, opened_at=now)
    only_told = not missing(opened, terms)
    again = None if only_told else _first_again(opened, terms, today)
    state = StepState.DONE if only_told else StepState.OPEN
    closed_at = now if only_told else None
    saved = await uow.follow_ups.save(
        replace(opened, state=state, again_on=again, closed_at=closed_at)
    )
    await record(uow, saved, "open_follow_up", now)
    await uow.outbox.refresh(step_ref(saved), now=now)  # cards of an earlier round
    due = end_of_day(max(saved.due_on, today))
    await open_duties(uow, saved, missing(saved, terms), due, now)
    once = f"round{saved.round}"
    signers = set(saved.people(Part.SIGN)) - set(saved.people(Part.WRITE, Part.TOLD))
    for person_id in saved.people(*{party.part for party in saved.parties}):
        if person_id not in signers:
            await tell(uow, view_of(saved), step_ref(saved), person_id, now=now, once=once)
    return saved


def _first_again(step: Step, terms: Terms, today: date) -> date | None:
    if terms.again:
        return next_asking(terms.again, today)
    return step.due_on if step.due_on - today > LONG else None


async def open_duties(
    uow: UnitOfWork, step: Step, parts: Iterable[str], due: datetime, now: datetime
) -> None:
    """A duty for everybody whose word is missing."""
    for part in parts:
        kind, about = _duty(step, part)
        for person_id in step.people(part):
            duty = NewDuty(kind=kind, subject=about, holder=person_id, due_at=due)
            await uow.duties.open(duty, now)


def _duty(step: Step, part: str) -> tuple[str, Ref]:
    if part == Part.SIGN:
        return SIGN, sign_ref(step)
    known = next((kind for own, kind in _DUTIES.items() if own == part), None)
    return (known, step_ref(step)) if known else (CONFIRM, tick_ref(step, part))


async def close_duties(
    uow: UnitOfWork, step: Step, parts: Iterable[str], state: DutyState, now: datetime
) -> None:
    """End the duties of some parts."""
    for part in parts:
        kind, about = _duty(step, part)
        await uow.duties.close(about, state, now, kinds=(kind,))


async def settle(uow: UnitOfWork, council: Council, step: Step, now: datetime) -> Step:
    """After somebody's word: on to the sign-off, to the end, or nothing yet; writes the step."""
    terms = terms_of(council.framework, step)
    if missing(step, terms):
        return await uow.follow_ups.save(step)
    if step.state is StepState.OPEN and terms.signed_off and step.said(Part.WRITE):
        return await _send_to_sign(uow, step, now)
    return await finish_step(uow, step, now)


async def _send_to_sign(uow: UnitOfWork, step: Step, now: datetime) -> Step:
    await close_duties(uow, step, (Part.WRITE,), DutyState.DONE, now)
    sent = await uow.follow_ups.save(replace(step, state=StepState.SENT))
    due = end_of_day(local_day(now) + SIGN_WITHIN)
    await open_duties(uow, sent, (Part.SIGN,), due, now)
    for person_id in sent.people(Part.SIGN):
        once = f"round{sent.round}"
        await tell(uow, "follow_up_sign_off", step_ref(sent), person_id, now=now, once=once)
    return sent


async def finish_step(uow: UnitOfWork, step: Step, now: datetime) -> Step:
    """Nobody is asked for anything more."""
    spoken = {reply.part for reply in step.replies if reply.round == step.round}
    parts = {party.part for party in step.parties} - {Part.TOLD}
    await close_duties(uow, step, sorted(parts & spoken), DutyState.DONE, now)
    await close_duties(uow, step, sorted(parts - spoken), DutyState.CANCELLED, now)
    return await uow.follow_ups.save(
        replace(step, state=StepState.DONE, closed_at=now, again_on=None)
    )
