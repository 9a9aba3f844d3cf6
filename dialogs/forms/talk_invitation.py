"""Typing on an invitation: suits, or does not suit: and another time."""

from __future__ import annotations

from cards.talks.session_invitation import SessionInvitation
from cards.talks.session_plan import SessionPlan
from cards.talks.talk_invitation import TalkInvitation
from dialogs.forms.form import Form, Question, typed_on
from domain.talks.when import EXAMPLE
from usecases.showing import Look, look_at


@typed_on("talk_invitation")
async def talk_invitation(look: Look) -> Form | None:
    """The invitation while it is booked."""
    card = await look_at("talk_invitation", look)
    if not isinstance(card, TalkInvitation):
        return None
    when = Question(
        key="when",
        ask="A time that suits next",
        names=("does not suit", "doesn't suit", "not"),
        keep="decline_talk_time",
    )
    suits = dict.fromkeys(("suits", "that suits", "that suits me", "yes"), "accept_talk_time")
    open_one = card.state in {"waiting", "suits", "other"}
    return Form(
        title=f"The talk for {card.case}",
        ref=card.ref,
        version=card.version,
        questions=(when,) if open_one else (),
        words=suits if open_one else {},
        progress=f"{card.case}: {card.state}.",
        hint=f"Type suits, or does not suit: {EXAMPLE}.",
    )


@typed_on("session_invitation")
async def session_invitation(look: Look) -> Form | None:
    """``coming``, ``not coming``, ``idea: …``."""
    card = await look_at("session_invitation", look)
    if not isinstance(card, SessionInvitation):
        return None
    idea = Question(
        key="idea", ask="An idea next", names=("idea",), value=card.idea, keep="bring_idea"
    )
    return Form(
        title=card.name,
        ref=card.ref,
        version=card.version,
        questions=(idea,),
        words={
            "coming": "come_to_session",
            "i am coming": "come_to_session",
            "not coming": "miss_session",
            "i can't come": "miss_session",
        },
        progress=f"{card.name}: {card.state}.",
        hint="Type coming, not coming, or idea: and your words.",
    )


@typed_on("session_plan")
async def session_plan(look: Look) -> Form | None:
    """``when: 10 December 14:00``; once it has begun ``came: Ada Byrne, Will Heath``."""
    card = await look_at("session_plan", look)
    if not isinstance(card, SessionPlan):
        return None
    when = Question(
        key="when", ask="A day and a time next", names=("when",), keep="set_session_time"
    )
    came = Question(
        key="came", ask="Who was there next", names=("came", "there"), keep="note_attendance"
    )
    return Form(
        title=card.name,
        ref=card.ref,
        version=card.version,
        questions=(when, came) if card.over else (when,),
        progress=f"{len(card.coming)} of {card.asked} are coming.",
        hint="Type when: and a day and a time, such as 10 December 14:00.",
    )
