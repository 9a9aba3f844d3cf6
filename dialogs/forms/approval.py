"""Typing on approvals: answers in order, ``send``; ``pass``, ``pass second``, ``return: …``."""

from __future__ import annotations

from string import ascii_lowercase

from cards.approvals.approval import ApprovalCard
from cards.approvals.approval_form import ApprovalForm, ItemForm
from dialogs.forms.form import Choice, Form, Question, typed_on
from usecases.showing import Look, look_at


@typed_on("approval_form")
async def approval_form(look: Look) -> Form | None:
    """Every question of every item, then where it lies."""
    card = await look_at("approval_form", look)
    if not isinstance(card, ApprovalForm) or card.dropped:
        return None
    asked = [question for item in card.items for question in _asked(item, needed=card.whole)]
    lies = Question(
        key="link", ask="Where it lies", names=("link",), value=card.link, optional=True
    )
    words = {"send": "send_approval", "send it": "send_approval"}
    if not card.asked:
        words["give it up"] = "drop_approval"
    return Form(
        title=card.name,
        ref=card.ref,
        version=card.version,
        questions=(*asked, lies),
        keep="keep_approval",
        words=words,
        progress=f"{card.name}: nobody has got it yet.",
        hint="Type your answers one by one, link: and where it lies, then send.",
    )


def _asked(item: ItemForm, *, needed: bool) -> list[Question]:
    of = f"{item.name}: " if item.name else ""
    return [
        Question(
            key=f"answer_{item.number}_{n}",
            ask=f"{of}{asked}",
            names=(_name(item, n),),
            value=item.answers[n - 1] if n <= len(item.answers) else "",
            optional=bool(item.name) and not needed,
        )
        for n, asked in enumerate(item.asks, 1)
    ]


def _name(item: ItemForm, n: int) -> str:
    """What is typed before a colon: ``audit reports b``, ``answer`` where there is only one."""
    base = item.name.lower() or "answer"
    return base if len(item.asks) == 1 else f"{base} {ascii_lowercase[n - 1]}"


@typed_on("approval")
async def approval(look: Look) -> Form | None:
    """``pass`` for all that waits, ``pass second quarter`` for one; ``return: the reason``."""
    card = await look_at("approval", look)
    if not isinstance(card, ApprovalCard) or not card.to_decide:
        return None
    named = [item for item in card.items if item.name and item.number in card.to_decide]
    which = Question(
        key="item",
        ask="Which one",
        names=("pass", "approve"),
        choices=tuple(Choice(value=str(item.number), title=item.name) for item in named),
        named_only=True,
        optional=True,
        keep="pass_approval",
    )
    reason = Question(
        key="reason",
        ask="What should change",
        names=("return", "reason"),
        named_only=True,
        keep="return_approval",
    )
    passes = dict.fromkeys(("pass", "pass it", "approve", "approved"), "pass_approval")
    return Form(
        title=card.name,
        ref=card.ref,
        version=card.version,
        questions=(reason, which) if named else (reason,),
        words=passes,
        progress=f"{card.name} waits for you.",
        hint="Type pass, pass and the name of one, or return: and what should change.",
    )
