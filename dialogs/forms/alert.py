"""Typing on alerts: ``concern: …``, ``send``; ``reply: …``; ``settled``, ``next step``."""

from __future__ import annotations

from collections.abc import Sequence

from cards.alerts.alert import AlertCard
from cards.alerts.alert_form import TONES, AlertForm
from dialogs.forms.form import Choice, Form, Question, typed_on
from usecases.showing import Look, look_at


@typed_on("alert_form")
async def alert_form(look: Look) -> Form | None:
    """The form in order; the kind and the level only where there are several."""
    card = await look_at("alert_form", look)
    if not isinstance(card, AlertForm) or card.dropped:
        return None
    levels = [(str(number), name) for number, name in enumerate(card.levels)]
    return Form(
        title="What you want to raise",
        ref=card.ref,
        version=card.version,
        questions=(
            *_one_of(card, "rule", "Which kind next", card.rules),
            *(_one_of(card, "tone", "Concern or praise next", TONES) if card.praises else ()),
            *_one_of(card, "level", "How next", levels),
            *((_text(card, "record", "The record next"),) if card.of_record else ()),
            *((_text(card, "agency", "Which agency next"),) if card.partner else ()),
            *_one_of(card, "theme", "What it is about next", [(t, t) for t in card.themes]),
            _text(card, "concern", "What you saw next"),
            *((_text(card, "effect", "What it means next"),) if card.of_record else ()),
        ),
        keep="keep_alert",
        words={"send": "send_alert", "send it": "send_alert", "give it up": "drop_alert"},
        progress="You are writing an alert. Nobody has been told yet.",
        hint="Type concern: and your words, effect: and your words, then send.",
    )


def _one_of(
    card: AlertForm, key: str, ask: str, choices: Sequence[tuple[str, str]]
) -> tuple[Question, ...]:
    if len(choices) < 2:
        return ()
    offered = tuple(Choice(value=value, title=title) for value, title in choices)
    value = card.values.get(key, "")
    return (Question(key=key, ask=ask, names=(key,), value=value, choices=offered),)


def _text(card: AlertForm, key: str, ask: str) -> Question:
    return Question(key=key, ask=ask, names=(key,), value=card.values.get(key, ""))


@typed_on("alert")
async def alert(look: Look) -> Form | None:
    """``reply: …`` for those who were told; ``settled``, ``next step`` for whoever raised it."""
    card = await look_at("alert", look)
    if not isinstance(card, AlertCard) or not (card.may_reply or card.may_decide):
        return None
    reply = Question(
        key="reply",
        ask="Your reply next",
        names=("reply", "answer"),
        named_only=True,
        keep="reply_to_alert",
    )
    ending = Question(
        key="ending",
        ask="What happens now next",
        names=("close", "not settled"),
        named_only=True,
        keep="end_alert",
    )
    settles = {"settled": "settle_alert", "it is settled": "settle_alert"}
    files = {"filed": "file_alert_note"} if card.note and not card.filed else {}
    moves = {"next step": "move_alert_up", "take the next step": "move_alert_up"}
    return Form(
        title=card.number,
        ref=card.ref,
        version=card.version,
        questions=(reply,) if card.may_reply else (ending,),
        words={} if card.may_reply else settles | files | (moves if card.then else {}),
        progress=f"{card.number}: {card.level.lower()}.",
        hint="Type reply: and your words."
        if card.may_reply
        else "Type settled, next step, or close: and what happens now.",
    )
