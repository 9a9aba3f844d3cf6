"""Somebody who may not use the bot, or not for this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self

from cards.card import Json, register
from cards.elements import Action, Element, TextBlock
from cards.kit import band, button, card, noticed, rows, sentence, steps, subtitle, title
from domain.refs import Ref

TITLES = {
    "not_listed": "I can't find you in the staff list",
    "wrong_tenant": "This bot belongs to another council",
    "no_role": "This needs a role you don't have",
}
SENTENCES = {
    "not_listed": "So I can't show or take anything yet. Nothing that you typed has been kept.",
    "wrong_tenant": "So I can't show or take anything here. Nothing that you typed has been kept.",
    "no_role": "So I haven't shown or changed anything.",
}
CALM = (
    "Worried about a child now? Do not wait for this. Follow the safeguarding procedure, "
    "or call 999 in an emergency."
)


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Why nothing is shown, and the way on.

    ``ref`` is ``access-7QF2``: the code that the QA team finds the request by. The wrong tenant
    gets no names and no button, and nobody learns who is in the list.
    """

    kind: ClassVar[str] = "refused"

    ref: Ref
    version: int = 1
    why: Literal["not_listed", "wrong_tenant", "no_role"] = "not_listed"
    coordinator: str = ""
    asked: bool = False
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: an answer."""
        return None

    def render(self) -> Json:
        """The refusal."""
        body = [
            band("Practice Loop", "Asked" if self.asked else "No access yet"),
            title(TITLES[self.why]),
            sentence(SENTENCES[self.why]),
            *self._way_on(),
            TextBlock(text=CALM, wrap=True, spacing="Medium"),
            *rows(self._buttons()),
        ]
        return card(fallback=self._fallback(), body=noticed(body, self.notice))

    def _fallback(self) -> str:
        start = f"{TITLES[self.why]}."
        if self.why == "wrong_tenant":
            return f"{start} Nothing has been kept."
        return f"{start} Ask the QA team, then type try again. Reference {self.ref.key}."

    def _way_on(self) -> list[Element]:
        if self.why == "wrong_tenant":
            return []
        team = f"{self.coordinator} in the QA team" if self.coordinator else "the QA team"
        add = "add you" if self.why == "not_listed" else "give you the role"
        first = f"Ask {team} to {add}. Give them the reference {self.ref.key}."
        if self.asked:
            first = f"The QA team has been asked to {add}. The reference is {self.ref.key}."
        return [subtitle("What to do"), steps((first, "Come back and press Try again."))]

    def _buttons(self) -> list[Action | None]:
        if self.why == "wrong_tenant":
            return []
        return [
            button("Try again", "check_access", self, primary=True),
            None if self.asked else button("Tell the QA team for me", "request_access", self),
        ]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Not listed, asked, another tenant, no role."""
        plain = cls(ref=Ref("access", "7QF2"), coordinator="Cora Lindley")
        return (
            plain,
            replace(plain, coordinator=""),
            replace(plain, asked=True),
            replace(plain, why="wrong_tenant"),
            replace(plain, why="no_role"),
            replace(plain, notice="You are not in the list yet."),
        )
