"""Typing on what came in: ``reference: …``, ``day: …``, a theme, ``lesson: …``, ``note it``."""

from __future__ import annotations

from cards.intake.intake import IntakeCard
from cards.intake.intake_form import IntakeForm
from dialogs.forms.form import Choice, Form, Question, typed_on
from usecases.showing import Look, look_at


@typed_on("intake_form")
async def intake_form(look: Look) -> Form | None:
    """The form in order; the outcome may stay open."""
    card = await look_at("intake_form", look)
    if not isinstance(card, IntakeForm) or card.dropped:
        return None
    note = "note_intake_anyway" if card.asked_again else "note_intake"
    return Form(
        title=card.name,
        ref=card.ref,
        version=card.version,
        questions=(
            *_one_of(card, "kind", "What it is next", card.kinds),
            _text(card, "reference", "The reference of your own system next"),
            _text(card, "received_on", "The day it came next", "day", "came"),
            *_one_of(card, "theme", "What it is about next", card.themes),
            *_one_of(card, "route", "Which way it went next", card.routes, optional=True),
            *_one_of(card, "outcome", "What came of it next", card.outcomes, optional=True),
            *((_lesson(card),) if card.lesson else ()),
        ),
        keep="keep_intake",
        words={
            "note it": note,
            "note": note,
            "note it as it is": "note_intake_anyway",
            "give it up": "drop_intake",
        },
        progress=f"{card.name}: not noted yet.",
        hint="Type reference: and the number, day: and the day, then note it.",
    )


def _one_of(
    card: IntakeForm, key: str, ask: str, offered: tuple[str, ...], *, optional: bool = False
) -> tuple[Question, ...]:
    if len(offered) < 2:
        return ()
    choices = tuple(Choice(value=one, title=one) for one in offered)
    value = card.values.get(key, "")
    return (
        Question(key=key, ask=ask, names=(key,), value=value, choices=choices, optional=optional),
    )


def _text(card: IntakeForm, key: str, ask: str, *names: str) -> Question:
    value = card.values.get(key, "")
    return Question(key=key, ask=ask, names=(*names, key), value=value, named_only=True)


def _lesson(card: IntakeForm) -> Question:
    return Question(
        key="lesson",
        ask="What it teaches us next",
        names=("lesson",),
        value=card.values.get("lesson", ""),
        optional=True,
    )


@typed_on("intake")
async def intake(look: Look) -> Form | None:
    """``change it``, for those who note such things."""
    card = await look_at("intake", look)
    if not isinstance(card, IntakeCard) or not card.may_change:
        return None
    return Form(
        title=card.number,
        ref=card.ref,
        version=card.version,
        words={"change it": "change_intake"},
        progress=f"{card.number} is noted.",
        hint="Type change it, or press Add an action.",
    )
