"""Typing into compare-and-decide: final 2 good, overall RI, because, plan, record."""

from __future__ import annotations

from cards.moderation.moderation_decision import ModerationDecision
from dialogs.forms.form import Choice, Form, Question, typed_on
from domain.audits.assessment import NOT_APPLICABLE
from usecases.showing import Look, look_at

SHORT_WORDS = {
    "outstanding": ("o",),
    "good": ("g",),
    "requires_improvement": ("ri", "requires improvement"),
    "inadequate": ("i",),
}

WORDS = {
    "record": "decide_moderation",
    "record as final": "decide_moderation",
    "submit": "decide_moderation",
    "save": "save_moderation",
    "save for later": "save_moderation",
}
DISAGREE = Question(
    key="disagree",
    ask="Why do you disagree",
    names=("i disagree", "disagree", "i disagree because"),
    named_only=True,
)


@typed_on("moderation_decision")
async def moderation_decision(look: Look) -> Form | None:
    """The decision of one member as it stands; nothing before they may see anybody's grades."""
    card = await look_at("moderation_decision", look)
    return decision(card) if isinstance(card, ModerationDecision) else None


def decision(card: ModerationDecision) -> Form | None:
    """What may be typed on the card; nothing for whoever only gives a view."""
    if not card.decides:
        return None
    areas = tuple(_final(card, row.number) for row in card.to_decide)
    return Form(
        title="Decision",
        ref=card.ref,
        version=card.version,
        questions=(*areas, *_overall(card), *_texts(card)),
        keep="save_moderation",
        words=WORDS | _brings_in(card),
        progress=f"Moderation of {card.case}: {_open(card)}.",
        hint="Type final and an area and a grade, overall and a grade, because, or record.",
    )


def _brings_in(card: ModerationDecision) -> dict[str, str]:
    """Whom they may bring in before deciding, by the words that ask for it."""
    talk = ("talk with both", "talk with them", "talk first", "ask to talk")
    third = ("third reader", "ask for a third reader")
    return {
        **(dict.fromkeys(talk, "ask_to_talk") if card.talking else {}),
        **(dict.fromkeys(third, "ask_third_reader") if card.may_ask_third else {}),
    }


def _open(card: ModerationDecision) -> str:
    left = [row.number for row in card.to_decide if card.values.area(row.number) is None]
    if left:
        return "open areas " + ", ".join(map(str, left))
    return "all areas have a final grade"


def _final(card: ModerationDecision, number: int) -> Question:
    return Question(
        key=f"final_{number}",
        ask=f"The final grade of area {number} next",
        names=(f"final {number}", f"area {number}"),
        value=card.values.area(number) or "",
        choices=_choices(card, not_applicable=card.allows_not_applicable),
        named_only=True,
    )


def _overall(card: ModerationDecision) -> tuple[Question, ...]:
    if not card.grades:
        return ()
    return (
        Question(
            key="overall",
            ask="The final overall grade next",
            names=("overall", "final overall"),
            value=card.values.overall or "",
            choices=_choices(card, not_applicable=False),
            named_only=True,
        ),
    )


def _texts(card: ModerationDecision) -> tuple[Question, ...]:
    asked: list[tuple[str, str, tuple[str, ...]]] = [
        ("reason", "Your reasons next: type because and your words", ("reason", "because")),
    ]
    if card.asks_plan:
        asked.append(("plan", "The action plan next", ("plan", "actions", "action plan")))
    if card.asks_wider:
        asked.append(("wider", "Wider findings next", ("wider", "wider findings")))
    values = {
        "reason": card.values.reason,
        "plan": card.values.plan,
        "wider": card.values.wider,
    }
    return tuple(Question(key=k, ask=a, names=n, value=values[k]) for k, a, n in asked)


def _choices(card: ModerationDecision, *, not_applicable: bool) -> tuple[Choice, ...]:
    found = [
        Choice(value=g.value, title=g.title, words=SHORT_WORDS.get(g.value, ()))
        for g in card.grades
    ]
    if not_applicable:
        words = ("n/a", "na", "not applicable")
        found.append(Choice(value=NOT_APPLICABLE, title="Not applicable", words=words))
    return tuple(found)
