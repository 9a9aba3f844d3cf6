"""What those see who are asked: to a talk, or to the month's session."""

from __future__ import annotations

from typing import Literal

from cards.talks.session_invitation import SessionInvitation
from cards.talks.session_plan import Idea, SessionPlan
from cards.talks.talk_invitation import State, TalkInvitation
from domain.talks.rules import is_asked_for
from domain.talks.session import Coming, Place
from domain.talks.talk import Reply, TalkState
from usecases.moderation.talking import noted
from usecases.showing import Look, shows
from usecases.standing import stands_for
from usecases.talks.finding import others_of, talk_at
from usecases.talks.inviting import activity_of

REPLIES: dict[Reply, State] = {
    Reply.WAITING: "waiting",
    Reply.SUITS: "suits",
    Reply.OTHER: "other",
}
COMING: dict[Coming, Literal["waiting", "yes", "no", "came", "missed"]] = {
    Coming.WAITING: "waiting",
    Coming.YES: "yes",
    Coming.NO: "no",
    Coming.CAME: "came",
    Coming.MISSED: "missed",
}


@shows("talk_invitation")
async def show_talk_invitation(look: Look) -> TalkInvitation | None:
    """The booking, for whoever was asked or covers for them; None for anybody else."""
    invitation = await look.uow.talks.invitation(look.about.number)
    at = await talk_at(look.uow, look.council, invitation.talk_id) if invitation else None
    if invitation is None or at is None:
        return None
    if not await stands_for(look.uow, look.reader, invitation.person_id, look.today):
        return None
    talk = at.talk
    others = await others_of(look.uow, at, but=invitation.person_id)
    booker = await look.uow.people.get(talk.booked_by) if talk.booked_by else None
    shared = is_asked_for(at.rule)  # its notes belong to all who were asked
    by = booker or next((one for one in others), None)
    return TalkInvitation(
        ref=look.about,
        version=invitation.version,
        case=at.scene.case.ref,
        programme=at.scene.programme.title,
        name=at.rule.title,
        by=by.name if by else "The auditor",
        starts_at=talk.starts_at,
        minutes=talk.minutes,
        others=tuple(one.name for one in others if by and one.id != by.id),
        state=_state(talk.state, invitation.reply),
        times=invitation.times,
        before_deciding=shared,
        protected=at.protected,
        notes=noted(at.rule, talk) if shared else (),
        notice=look.notice or None,
    )


def _state(talk: TalkState, reply: Reply) -> State:
    if talk is TalkState.BOOKED:
        return REPLIES[reply]
    return "over" if talk is TalkState.HELD else "cancelled"


@shows("session_invitation")
async def show_session_invitation(look: Look) -> SessionInvitation | None:
    """The invitation, for whoever was asked."""
    place = await look.uow.sessions.place(look.about.number)
    session = await look.uow.sessions.get(place.session_id) if place else None
    activity = activity_of(look.council, session) if session else None
    if place is None or session is None or activity is None:
        return None
    if place.person_id != look.reader.id:
        return None
    return SessionInvitation(
        ref=look.about,
        version=place.version,
        name=activity.title,
        month=session.month,
        starts_at=session.starts_at,
        state=COMING[place.coming],
        idea=place.idea,
        notice=look.notice or None,
    )


@shows("session_plan")
async def show_session_plan(look: Look) -> SessionPlan | None:
    """Who comes and what they bring; None for anybody who runs no cycles."""
    session = await look.uow.sessions.get(look.about.number)
    activity = activity_of(look.council, session) if session else None
    if session is None or activity is None or not look.council.coordinates(look.reader):
        return None
    places = await look.uow.sessions.places(session.id)
    return SessionPlan(
        ref=look.about,
        version=session.version,
        name=activity.title,
        month=session.month,
        asked=len(places),
        coming=await _names(look, places, Coming.YES),
        not_coming=await _names(look, places, Coming.NO),
        came=await _names(look, places, Coming.CAME),
        asked_people=tuple([(p.person_id, await _name(look, p)) for p in places]),
        expected=tuple(p.person_id for p in places if p.coming in {Coming.YES, Coming.CAME}),
        noted=any(p.coming.noted for p in places),
        over=session.starts_at is not None and session.starts_at <= look.now,
        ideas=tuple([await _idea(look, place) for place in places if place.idea]),
        starts_at=session.starts_at,
        notice=look.notice or None,
    )


async def _names(look: Look, places: list[Place], coming: Coming) -> tuple[str, ...]:
    return tuple([await _name(look, one) for one in places if one.coming is coming])


async def _name(look: Look, place: Place) -> str:
    who = await look.uow.people.get(place.person_id)
    return who.name if who else "Somebody who has left"


async def _idea(look: Look, place: Place) -> Idea:
    return Idea(name=await _name(look, place), words=place.idea)
