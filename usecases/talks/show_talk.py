"""One talk: for the auditor who books and notes it, and for those who tick it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from cards.talks.joint_talk import JointTalk, SeatTick
from cards.talks.parts import Told, moment
from cards.talks.talk import Note, State, TalkCard
from domain.calendar.working_days import local_day
from domain.refs import Ref
from domain.talks.rules import (
    PROMPTS_ON_CARD,
    USUAL_MINUTES,
    card_prompts,
    is_asked_for,
    is_joint,
    note_keys,
    reason_title,
)
from domain.talks.talk import Invitation, Reply, TalkState
from usecases.audits.holding import holds_seat
from usecases.audits.scene import holders_of
from usecases.showing import Look, shows
from usecases.talks.finding import TalkAt, others_of, talk_at

FIRST = "What did you talk about?"
REST = "Anything else"
SAID = {
    Reply.WAITING: "No answer yet",
    Reply.SUITS: "That suits",
    Reply.OTHER: "Does not suit",
}


@shows("talk")
async def show_talk(look: Look) -> TalkCard | None:
    """The talk as it stands; None for anybody who holds none of its seats."""
    at = await talk_at(look.uow, look.council, look.about.number)
    if at is None or is_joint(at.rule) or not await _may_see(look, at):
        return None
    talk, rule = at.talk, at.rule
    others = await others_of(look.uow, at, but=talk.booked_by or look.reader.id)
    booked = talk.starts_at
    return TalkCard(
        ref=at.ref,
        version=talk.version,
        case=at.scene.case.ref,
        programme=at.scene.programme.title,
        name=rule.title,
        today=look.today,
        state=_STATES[talk.state],
        minimum=rule.minutes,
        usual=rule.minutes or USUAL_MINUTES,
        required=rule.required,
        protected=at.protected,
        excused=not is_asked_for(rule),
        people=tuple((one.id, look.council.describe(one)) for one in others),
        took_part=talk.took_part,
        starts_at=booked,
        minutes=talk.minutes,
        held_on=talk.held_on or (local_day(booked) if booked else None),
        offered=await _offered(look, at),
        answers=await _answers(look, at),
        notes=tuple(_notes(at)),
        more_prompts=rule.prompts[PROMPTS_ON_CARD:],
        reason=reason_title(talk.reason),
        words=talk.words,
        values=look.typed if look.pressed in {None, at.ref} else {},
        notice=look.notice or None,
    )


_STATES: dict[TalkState, State] = {
    TalkState.OPEN: "open",
    TalkState.BOOKED: "booked",
    TalkState.HELD: "held",
    TalkState.NOT_HELD: "not_held",
}


async def _may_see(look: Look, at: TalkAt) -> bool:
    return any([await holds_seat(look.uow, look.reader, s, look.today) for s in at.seats])


def _notes(at: TalkAt) -> Iterable[Note]:
    prompts = (*card_prompts(at.rule), REST if at.rule.prompts else FIRST)
    for key, prompt in zip(note_keys(at.rule), prompts, strict=True):
        words = at.talk.notes.get(key.removeprefix("note_"), "")
        yield Note(key=key, prompt=prompt, words=words)


async def _offered(look: Look, at: TalkAt) -> tuple[tuple[str, str], ...]:
    """Starts that the worker or somebody invited suggested and that lie ahead, in order."""
    times: set[datetime] = set()
    if "worker" in at.rule.people:
        for notice in await look.uow.notices.of_audit(at.scene.audit.id):
            times |= set(notice.times) if notice.role == "worker" else set()
    for invitation in await look.uow.talks.invitations(at.talk.id):
        times |= set(invitation.times)
    ahead = sorted(one for one in times if one > look.now and one != at.talk.starts_at)
    return tuple((one.isoformat(timespec="minutes"), moment(one)) for one in ahead)


async def _answers(look: Look, at: TalkAt) -> tuple[Told, ...]:
    if at.talk.state is not TalkState.BOOKED:
        return ()
    found = await look.uow.talks.invitations(at.talk.id)
    return tuple([await _told(look, one) for one in found])


async def _told(look: Look, invitation: Invitation) -> Told:
    who = await look.uow.people.get(invitation.person_id)
    name = who.name if who else "Somebody who has left"
    return Told(name=name, said=SAID[invitation.reply], words=invitation.words)


@shows("joint_talk")
async def show_joint_talk(look: Look) -> JointTalk | None:
    """Everybody's tick and nobody's grades; None for anybody who holds none of its seats."""
    at = await talk_at(look.uow, look.council, look.about.number)
    if at is None or not is_joint(at.rule) or not await _may_see(look, at):
        return None
    ticks = await look.uow.talks.ticks(at.talk.id)
    people = await holders_of(look.uow, at.seats)
    return JointTalk(
        ref=Ref("talk", str(at.talk.id)),
        version=at.talk.version,
        case=at.scene.case.ref,
        programme=at.scene.programme.title,
        name=at.rule.title,
        ticks=tuple(
            [
                SeatTick(
                    label=at.scene.rule(seat).label,
                    name=people[seat.holder].name if seat.holder in people else "Nobody yet",
                    ticked_at=ticks[seat.id].at
                    if seat.id in ticks and ticks[seat.id].holder == seat.holder
                    else None,
                    mine=await holds_seat(look.uow, look.reader, seat, look.today),
                )
                for seat in at.seats
            ]
        ),
        prompts=at.rule.prompts,
        required=at.rule.required,
        notice=look.notice or None,
    )
