"""What was sent, item by item: to pass, to return with a reason, or to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    INNER_WIDTH,
    band,
    button,
    card,
    escape,
    facts,
    fitting,
    list_field,
    noticed,
    opens,
    quote,
    rows,
    sentence,
    shorten,
    small,
    subtitle,
    text_field,
    title,
)
from domain.approvals.approval import ANSWER_LIMIT
from domain.calendar.wording import say_day
from domain.refs import Ref

STATES = {"waiting": "Waits", "returned": "Came back", "passed": "Passed"}
ALL = ("all", "All that wait for you")


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemShown:
    """One item: (question, answer) each, where it stands, and why it came back."""

    number: int
    name: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    state: str = ""
    reason: str = ""


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalCard:
    """``to_decide`` are the numbers of the items that wait for the reader, ``due`` by when.

    ``mine`` for whoever sent it: nobody passes their own.
    """

    kind: ClassVar[str] = "approval"

    ref: Ref
    version: int
    name: str
    sender: str
    state: str
    items: tuple[ItemShown, ...]
    mine: bool = False
    link: str = ""
    due: date | None = None
    to_decide: tuple[int, ...] = ()
    typed: str = ""
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        if self.to_decide:
            due = f" by {say_day(self.due)}" if self.due else ""
            return f"To pass or return{due}: {self.name}"
        return f"{STATES.get(self.state, 'Sent')}: {self.name}"

    def render(self) -> Json:
        """All items, with the longest texts that still fit."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        body: list[Element | None] = [
            band("To be passed", STATES.get(self.state, self.state)),
            title(self.name),
            sentence(self._sentence()),
            facts(("Where it lies", self.link)),
            *(element for item in self.items for element in _item(item, limit)),
            *self._decide(),
        ]
        fallback = f"{self.name}: type pass, or return, a colon and why."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _sentence(self) -> str:
        who = "You sent this" if self.mine else f"{escape(self.sender)} sent this"
        if self.to_decide:
            due = f" by **{say_day(self.due)}**" if self.due else ""
            return f"{who}. Please pass it or return it{due}."
        if self.state == "passed":
            return f"{who}, and it has passed. Nothing more is asked of you."
        return f"{who}. Nothing is asked of you now."

    def _decide(self) -> list[Element]:
        if not self.to_decide:
            return []
        named = [(str(i.number), i.name) for i in self.items if i.number in self.to_decide]
        which = [list_field("item", "Which?", [ALL, *named], value="all")] if len(named) > 1 else []
        reason = text_field(
            "reason",
            "What should change?",
            limit=ANSWER_LIMIT,
            value=self.typed,
            required="Please say what should change.",
        )
        back = rows([button("Return it", "return_approval", self)], width=INNER_WIDTH)
        return [
            *which,
            *rows(
                [button("Pass", "pass_approval", self, primary=True)],
                [opens("Return with a reason", reason, *back)],
            ),
        ]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """To decide with one item and with several, waiting for others, returned, passed, long."""
        said = (("Which theme?", "Neglect."), ("Where does it come from?", "The region."))
        item = ItemShown(number=1, answers=said, state="Waits for: Assistant Director")
        one = cls(
            ref=Ref("approval", "12"),
            version=2,
            name="The year's audit themes",
            sender="Quin Lacey, QAIT",
            state="waiting",
            items=(item,),
            link="Plans 2027",
            due=date(2026, 12, 8),
            to_decide=(1,),
        )
        names = ("First quarter", "Second quarter", "Third quarter", "Fourth quarter")
        four = replace(
            one,
            items=tuple(replace(item, number=n, name=name) for n, name in enumerate(names, 1)),
            to_decide=(1, 2, 3, 4),
        )
        back = replace(item, state="Returned by Ava Stone on 2 December", reason="Too wide.")
        long = replace(item, answers=(("What?", "A long plan. " * 46),))
        many = tuple(replace(long, number=n, name=f"Part {n}") for n in range(1, 13))
        return (
            one,
            four,
            replace(one, to_decide=(), mine=True),
            replace(one, to_decide=(), mine=True, state="returned", items=(back,)),
            replace(one, to_decide=(), state="passed", link=""),
            replace(one, items=many, to_decide=(1, 2)),
            replace(one, notice="Please say what should change.", field="reason"),
        )


def _item(item: ItemShown, limit: int) -> list[Element]:
    head: list[Element] = [subtitle(item.name)] if item.name else []
    said = [quote(asked, shorten(answer, limit)) for asked, answer in item.answers if answer]
    why = [quote("It came back because", shorten(item.reason, limit))] if item.reason else []
    return [*head, small(f"{item.state}."), *said, *why]
