"""Typing on actions: done, progress, a new date, not mine; both ticks, or a return."""

from __future__ import annotations

from cards.actions.action_assigned import ActionAssigned
from cards.actions.action_date import ActionDate
from cards.actions.action_form import ActionForm
from cards.actions.action_sign_off import ActionSignOff
from dialogs.forms.form import Form, Question, typed_on
from usecases.actions.signing import ALL
from usecases.showing import Look, look_at


def _said(key: str, ask: str, keep: str, *names: str) -> Question:
    """A text that is sent at once, once it is named."""
    return Question(key=key, ask=ask, names=names, named_only=True, keep=keep)


@typed_on("action_assigned")
async def action_assigned(look: Look) -> Form | None:
    """``done: …``, ``progress: …``, ``not mine: …``."""
    card = await look_at("action_assigned", look)
    if not isinstance(card, ActionAssigned):
        return None
    if not card.mine or card.state not in {"open", "returned"}:
        return None
    return Form(
        title=f"Action {card.named}",
        ref=card.ref,
        version=card.version,
        questions=(
            _said("evidence", "What you did", "complete_action", "done", "it's done", "its done"),
            _said("progress", "How far it is", "note_progress", "progress", "how far"),
            _said("reason", "Why", "hand_over_action", "not mine", "hand over"),
        ),
        progress=f"Action {card.named}: {card.what[:60]}",
        hint="Type done: and where it can be seen, progress: and how far it is, or not mine: why.",
    )


@typed_on("action_sign_off")
async def action_sign_off(look: Look) -> Form | None:
    """``both``, ``return: …``, ``next``."""
    card = await look_at("action_sign_off", look)
    if not isinstance(card, ActionSignOff) or card.decided or card.empty or not card.may:
        return None
    # a word ticks everything; a bare number must never sign anything off
    ticked = Question(key=ALL, ask="Is it finished", names=("tick",), value="all", named_only=True)
    back = _said("reason", "What is still needed", "return_action", "return", "return because")
    signs = ("both", "all", "yes to both") if card.judgements else ("sign off", "sign it off")
    words = {"next": "skip_action", "skip": "skip_action"} if card.place else {}
    return Form(
        title=f"Action {card.named}",
        ref=card.ref,
        version=card.version,
        questions=(ticked, back),
        words={**words, **dict.fromkeys(signs, "sign_action")},
        progress=f"Action {card.named} waits for your sign-off.",
        hint=f"Type {signs[0]} to sign it off, or return: and what is still needed.",
    )


@typed_on("action_date")
async def action_date(look: Look) -> Form | None:
    """``give it``, ``keep: …``."""
    card = await look_at("action_date", look)
    if not isinstance(card, ActionDate) or card.decided or not card.may or card.asked is None:
        return None
    return Form(
        title=f"Action {card.named}",
        ref=card.ref,
        version=card.version,
        questions=(_said("reason", "Why", "keep_date", "keep", "keep it"),),
        words={"give it": "grant_date", "yes": "grant_date"},
        progress=f"Action {card.named}: a later day is asked for.",
        hint="Type give it, or keep: and why the day stays.",
    )


@typed_on("action_form")
async def action_form(look: Look) -> Form | None:
    """One line says it all; the card takes the parts one by one."""
    card = await look_at("action_form", look)
    if not isinstance(card, ActionForm):
        return None
    return Form(
        title="A new action",
        ref=card.ref,
        version=card.version,
        progress="The form for an action is open.",
        hint="Type: action for a name by a day: what is to be done. Or fill the card in.",
    )
