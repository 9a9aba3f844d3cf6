"""What every step of a nomination shares: names of things, the trail, whom it goes to."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain.calendar.working_days import end_of_day, local_day
from domain.duties import DutyState, NewDuty
from domain.nominations.entry import Entry
from domain.nominations.nomination import Nomination, NominationState
from domain.nominations.verifying import REMEMBERED, due_on, rule_of, verifier_for
from domain.people.person import Person
from domain.refs import Ref
from usecases.coordinating import tell_coordinators
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell

ACTOR = "practice-loop"
VERIFY, ANSWER = "verify_nomination", "answer_nomination"
FORM, SENT, TO_VERIFY = "nomination_form", "nomination_sent", "nomination_to_verify"
STUCK = "nomination_stuck"
ANSWER_WITHIN = timedelta(days=7)  # no document says; a product default (E-98)


def nomination_ref(nomination: Nomination) -> Ref:
    """The subject of its cards."""
    return Ref("nomination", str(nomination.id))


def nominee_ref(nomination: Nomination, person: Person) -> Ref:
    """``nominee-58-priya``: choosing one of several who may be meant."""
    return Ref("nominee", f"{nomination.id}-{person.id}")


def entry_ref(entry: Entry) -> Ref:
    """The subject of an entry's card."""
    return Ref("entry", str(entry.id))


async def save(
    uow: UnitOfWork, nomination: Nomination, action: str, now: datetime, *, actor: str = ACTOR
) -> Nomination:
    """Write it, with a line in its trail."""
    saved = await uow.nominations.save(nomination)
    details: dict[str, str | int | None] = {"version": saved.version, "state": str(saved.state)}
    await uow.trail.record(nomination_ref(saved), action, actor=actor, now=now, details=details)
    return saved


async def send(uow: UnitOfWork, council: Council, draft: Nomination, now: datetime) -> Nomination:
    """Give a draft to whoever verifies.

    Where nobody can, those who run cycles are told, and the tick looks again.
    """
    rule = rule_of(council.framework, draft.rule)
    due = due_on(rule, local_day(now), council.calendar)
    sent = replace(
        draft, state=NominationState.WAITING, sent_at=now, due_on=due, endorses=None, apart=True
    )
    found = await find_verifier(uow, council, sent, now)
    saved = await save(
        uow,
        replace(sent, verifier=found.id if found else None),
        "send_nomination",
        now,
        actor=draft.nominator,
    )
    await ask_verifier(uow, saved, now)
    if found is None:
        await say_stuck(uow, council, saved, now)
    return saved


async def say_stuck(
    uow: UnitOfWork, council: Council, nomination: Nomination, now: datetime
) -> None:
    """Tell those who run cycles, once, that nobody can verify it."""
    about = nomination_ref(nomination)
    await tell_coordinators(uow, council, STUCK, about, now, once="stuck")


async def find_verifier(
    uow: UnitOfWork, council: Council, nomination: Nomination, now: datetime
) -> Person | None:
    """Whoever stands apart from it and has least to verify."""
    rule = rule_of(council.framework, nomination.rule)
    loads = await uow.nominations.loads(now - REMEMBERED)
    return verifier_for(nomination, rule, await uow.people.all(), loads, local_day(now))


async def ask_verifier(uow: UnitOfWork, nomination: Nomination, now: datetime) -> None:
    """The duty and the card, where there is a verifier."""
    if nomination.verifier is None or nomination.due_on is None:
        return
    about = nomination_ref(nomination)
    due = end_of_day(max(nomination.due_on, local_day(now)))
    duty = NewDuty(kind=VERIFY, subject=about, holder=nomination.verifier, due_at=due)
    await uow.duties.open(duty, now)
    once = f"v{nomination.version}"
    await tell(uow, TO_VERIFY, about, nomination.verifier, now=now, once=once)


async def hand_on(
    uow: UnitOfWork, nomination: Nomination, to: Person, now: datetime, *, actor: str = ACTOR
) -> Nomination:
    """Somebody else verifies it from now on."""
    about = nomination_ref(nomination)
    await uow.duties.close(about, DutyState.HANDED_OVER, now, kinds=(VERIFY,))
    moved = replace(nomination, verifier=to.id)
    saved = await save(uow, moved, "pass_nomination", now, actor=actor)
    await ask_verifier(uow, saved, now)
    await uow.outbox.refresh(about, now=now)
    return saved


async def tell_nominator(uow: UnitOfWork, nomination: Nomination, now: datetime) -> None:
    """News of it, as a card of its own; the old one is updated too."""
    about = nomination_ref(nomination)
    once = f"v{nomination.version}"
    await tell(uow, SENT, about, nomination.nominator, now=now, once=once)
