"""Booking a talk: everybody invited hears of it, and the auditor has the duty to note it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.calendar.working_days import end_of_day, local_day
from domain.duties import DutyState, NewDuty
from domain.people.person import Person
from domain.refs import Ref
from domain.talks.rules import USUAL_MINUTES, check_booking, conversations
from domain.talks.talk import Reply, Talk, TalkState
from usecases.asking import Ask
from usecases.audits.scene import Scene
from usecases.showing import tell
from usecases.talks.finding import TalkAt, my_seat, others_of

NOTE_TALK = "note_talk"


async def book(ask: Ask, at: TalkAt, start: datetime, minutes: int, *, chosen_by: str = "") -> Talk:
    """Book or rebook a talk; ``chosen_by`` suggested that time, so they need not answer.

    Raises Fault where it cannot be booked so; nothing is changed then.
    """
    check_booking(at.rule, start, minutes, ask.now)
    saved = await ask.uow.talks.save(
        replace(
            at.talk,
            state=TalkState.BOOKED,
            starts_at=start,
            minutes=minutes,
            booked_by=ask.actor.id,
            reason="",
            words="",
        )
    )
    await _note_in_trail(ask, saved, "book_talk")
    for person in await others_of(ask.uow, at, but=ask.actor.id):
        await _invite(ask, saved, person, agreed=person.id == chosen_by)
    await agree_notices(ask, at, start)
    await _open_duty(ask, saved, start)
    return saved


async def book_with_worker(ask: Ask, scene: Scene, start: datetime, worker: str) -> None:
    """Book the talk for which the worker suggested a time, where the council books one."""
    kept = await ask.uow.talks.of_audit(scene.audit.id)
    for rule in conversations(scene.programme):
        talk = kept.get(rule.key)
        if not (rule.booked and "worker" in rule.people) or talk is None or talk.settled:
            continue
        at = TalkAt(scene=scene, talk=talk, rule=rule)
        if await my_seat(ask, at.seats):
            await book(ask, at, start, rule.minutes or USUAL_MINUTES, chosen_by=worker)
            await ask.uow.outbox.refresh(at.ref, now=ask.now)


async def unbook(ask: Ask, at: TalkAt) -> Talk:
    """Cancel a booking; everybody invited hears of it."""
    saved = await ask.uow.talks.save(
        replace(at.talk, state=TalkState.OPEN, starts_at=None, minutes=0, booked_by=None)
    )
    await _note_in_trail(ask, saved, "cancel_talk")
    for invitation in await ask.uow.talks.invitations(saved.id):
        kept = replace(invitation, reply=Reply.WAITING)
        again = await ask.uow.talks.save_invitation(kept)
        about = Ref("invitation", str(again.id))
        await _tell_invited(ask, about, again.person_id, f"off{saved.version}")
    await agree_notices(ask, at, None)
    await ask.uow.duties.close(at.ref, DutyState.CANCELLED, ask.now, kinds=(NOTE_TALK,))
    return saved


async def _invite(ask: Ask, talk: Talk, person: Person, *, agreed: bool) -> None:
    invitation = await ask.uow.talks.invite(talk.id, person.id)
    suits = agreed or talk.starts_at in invitation.times
    reply = Reply.SUITS if suits else Reply.WAITING
    saved = await ask.uow.talks.save_invitation(
        replace(invitation, reply=reply, times=(), words="")
    )
    about = Ref("invitation", str(saved.id))
    if agreed:  # the notice on which they chose it says so
        await ask.uow.outbox.refresh(about, now=ask.now)
    else:
        await _tell_invited(ask, about, person.id, f"t{talk.version}")


async def _tell_invited(ask: Ask, about: Ref, person_id: str, once: str) -> None:
    await ask.uow.outbox.refresh(about, now=ask.now)
    await tell(ask.uow, "talk_invitation", about, person_id, now=ask.now, once=once)


async def agree_notices(ask: Ask, at: TalkAt, start: datetime | None) -> None:
    """The worker's notice says when the talk is; one that says so already stays as it is."""
    if "worker" not in at.rule.people:
        return
    for notice in await ask.uow.notices.of_audit(at.scene.audit.id):
        if notice.role != "worker" or notice.agreed == start:
            continue
        saved = await ask.uow.notices.save(replace(notice, agreed=start))
        about = Ref("notice", str(saved.id))
        await ask.uow.trail.record(
            about,
            "book_talk" if start else "cancel_talk",
            actor=ask.actor.id,
            now=ask.now,
            details={"version": saved.version},
        )
        await ask.uow.outbox.refresh(about, now=ask.now)


async def _open_duty(ask: Ask, talk: Talk, start: datetime) -> None:
    about = Ref("talk", str(talk.id))
    await ask.uow.duties.close(about, DutyState.CANCELLED, ask.now, kinds=(NOTE_TALK,))
    due = end_of_day(local_day(start))
    duty = NewDuty(kind=NOTE_TALK, subject=about, holder=ask.actor.id, due_at=due)
    await ask.uow.duties.open(duty, ask.now)


async def _note_in_trail(ask: Ask, talk: Talk, action: str) -> None:
    await ask.uow.trail.record(
        Ref("talk", str(talk.id)),
        action,
        actor=ask.actor.id,
        now=ask.now,
        details={"version": talk.version},
    )
