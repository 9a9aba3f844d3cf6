"""The talk that whoever decides may ask the auditors for (HER-09, SOM-06)."""

from __future__ import annotations

from collections.abc import Mapping

from cards.moderation.decision_buttons import Talking
from cards.talks.parts import moment
from domain.calendar.wording import say_day, say_list
from domain.frameworks.meeting import Conversation
from domain.people.person import Person
from domain.talks.rules import card_prompts, note_keys, talk_with_auditors
from domain.talks.talk import Talk, TalkState
from usecases.audits.scene import Scene, holders_of
from usecases.ports import UnitOfWork

REST = "Anything else"


async def asked_talk(uow: UnitOfWork, scene: Scene) -> Talk | None:
    """The talk, once somebody has asked for it."""
    rule = talk_with_auditors(scene.programme)
    return (await uow.talks.of_audit(scene.audit.id)).get(rule.key) if rule else None


async def talking_of(uow: UnitOfWork, scene: Scene) -> Talking | None:
    """With whom they may talk, and how far that is; None where the council has no such talk."""
    rule = talk_with_auditors(scene.programme)
    if rule is None:
        return None
    names = _names(scene, rule, await holders_of(uow, scene.first_seats))
    talk = await asked_talk(uow, scene)
    if not names or talk is None:
        return Talking(names=names) if names else None
    return Talking(names=names, when=when_said(talk, names), notes=noted(rule, talk))


def when_said(talk: Talk, names: tuple[str, ...]) -> str:
    """Such as ``The talk with Ada Byrne was held on Tuesday 23 December.``; empty before it."""
    whole = f"The talk with {say_list(names)}"
    if talk.state is TalkState.BOOKED and talk.starts_at:
        return f"{whole} is on {moment(talk.starts_at)}."
    if talk.state is TalkState.HELD and talk.held_on:
        return f"{whole} was held on {say_day(talk.held_on)}."
    return ""


def noted(rule: Conversation, talk: Talk) -> tuple[tuple[str, str], ...]:
    """What was noted of a talk that was held, under its prompts."""
    if talk.state is not TalkState.HELD:
        return ()
    prompts = (*card_prompts(rule), REST)
    return tuple(
        (prompt, talk.notes[key.removeprefix("note_")])
        for key, prompt in zip(note_keys(rule), prompts, strict=True)
        if talk.notes.get(key.removeprefix("note_"))
    )


def _names(scene: Scene, rule: Conversation, people: Mapping[str, Person]) -> tuple[str, ...]:
    return tuple(
        people[seat.holder].name
        for seat in scene.first_seats
        if seat.role in rule.joined_by and seat.holder and seat.holder in people
    )
