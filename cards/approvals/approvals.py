"""What one can send to be passed, what waits for one, and what one sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.approvals.approval import STATES
from cards.card import Json, register
from cards.elements import Element
from cards.kit import Line, band, card, lines, noticed, sentence, small, subtitle, title
from domain.refs import Ref

MOST_LINES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """One thing that the reader sends."""

    ref: Ref
    name: str
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalLine:
    """One that was sent."""

    ref: Ref
    version: int
    name: str
    state: str
    sent_on: str


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class Approvals:
    """``waiting`` wait for the reader; ``sent`` are the reader's own, newest first."""

    kind: ClassVar[str] = "approvals"

    ref: Ref
    version: int
    rules: tuple[RuleLine, ...] = ()
    waiting: tuple[ApprovalLine, ...] = ()
    sent: tuple[ApprovalLine, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: an answer."""
        return None

    def render(self) -> Json:
        """Three lists; one that is empty is left out."""
        body = [
            band("Approvals", f"{len(self.waiting)} to decide"),
            title("What is passed or returned"),
            sentence("Press a line to open it."),
            *_block("Waits for you", [_sent(one) for one in self.waiting]),
            *_block("You can send", [_rule(one) for one in self.rules]),
            *_block("You sent", [_sent(one) for one in self.sent]),
        ]
        fallback = f"Approvals: {len(self.waiting)} to decide. Type approvals."
        return card(fallback=fallback, body=noticed(body, self.notice))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """All three lists, a long one, none."""
        one = ApprovalLine(
            ref=Ref("approval", "12"),
            version=2,
            name="Service Improvement Plan",
            state="waiting",
            sent_on="2 December",
        )
        mine = replace(one, ref=Ref("approval", "13"))
        rule = RuleLine(ref=Ref("approval_rule", "campaign_topic"), name="Campaign topic")
        three = cls(
            ref=Ref("person", "ada"), version=1, rules=(rule,), waiting=(one,), sent=(mine,)
        )
        many = tuple(replace(one, name=f"Plan {n}") for n in range(20))
        empty = replace(three, rules=(), waiting=(), sent=(), notice="None yet.")
        return three, replace(three, sent=many), empty


def _block(name: str, found: list[Line]) -> list[Element]:
    if not found:
        return []
    rest = len(found) - MOST_LINES
    more = [small(f"{rest} more.")] if rest > 0 else []
    return [subtitle(name), *lines(found[:MOST_LINES]), *more]


def _rule(one: RuleLine) -> Line:
    return Line(text=one.name, press_for=("begin_approval", one))


def _sent(one: ApprovalLine) -> Line:
    state = STATES.get(one.state, one.state)
    return Line(
        text=one.name,
        # two of the same kind may stand here: the number tells them apart
        detail=f"No. {one.ref.key}, sent {one.sent_on}",
        right=state,
        press_for=("open_approval", one),
    )
