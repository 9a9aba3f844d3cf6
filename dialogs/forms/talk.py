"""Typing on a talk: book: a day and a time, note: what was said, not held and a number."""

from __future__ import annotations

from cards.talks.joint_talk import JointTalk
from cards.talks.talk import TalkCard
from dialogs.forms.form import Choice, Form, Question, typed_on
from domain.talks.rules import NOT_HELD_REASONS
from domain.talks.when import EXAMPLE
from usecases.showing import Look, look_at


@typed_on("talk")
async def talk(look: Look) -> Form | None:
    """The talk where it stands now."""
    card = await look_at("talk", look)
    if not isinstance(card, TalkCard):
        return None
    booked = {"cancel the booking": "cancel_talk", "cancel booking": "cancel_talk"}
    return Form(
        title=f"The talk for {card.case}",
        ref=card.ref,
        version=card.version,
        questions=(_when(), *_notes(card), *([_reason()] if card.excused else [])),
        words=booked if card.state == "booked" else {},
        progress=f"{card.case}, {card.name}: {card.state.replace('_', ' ')}.",
        hint=f"Type book: {EXAMPLE}, or note: and what you talked about"
        + (", or not held and a number from 1 to 5." if card.excused else "."),
    )


def _when() -> Question:
    return Question(
        key="when", ask="A day and a time next", names=("book", "when"), keep="book_talk"
    )


def _notes(card: TalkCard) -> tuple[Question, ...]:
    """``note: …`` for anything, ``note two: …`` for the second prompt."""
    numbered = ("one", "two", "three", "four")
    return tuple(
        Question(
            key=note.key,
            ask="A note next",
            names=("note",) if note.key == "note_more" else (f"note {numbered[at]}",),
            value=note.words,
            keep="note_talk",
        )
        for at, note in enumerate(card.notes)
    )


def _reason() -> Question:
    return Question(
        key="reason",
        ask="Why was it not held",
        names=("not held", "it was not held"),
        choices=tuple(
            Choice(value=key, title=title, words=(key,)) for key, title in NOT_HELD_REASONS
        ),
        named_only=True,
        keep="talk_not_held",
    )


@typed_on("joint_talk")
async def joint_talk(look: Look) -> Form | None:
    """``talked``."""
    card = await look_at("joint_talk", look)
    if not isinstance(card, JointTalk):
        return None
    words = ("talked", "we have talked", "we've talked")
    return Form(
        title=f"Auditors' talk for {card.case}",
        ref=card.ref,
        version=card.version,
        words=dict.fromkeys(words, "tick_talk"),
        progress=f"{card.case}: {sum(t.ticked_at is not None for t in card.ticks)} have ticked.",
        hint="Type talked when you have talked.",
    )
