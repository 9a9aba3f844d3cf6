"""What became of somebody's nomination: sent, asked about, accepted, declined (SOM-19)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    band,
    button,
    card,
    escape,
    facts,
    fitting,
    noticed,
    quote,
    rows,
    sentence,
    text_field,
    title,
)
from cards.nominations.parts import cut
from domain.calendar.wording import say_count, say_day
from domain.refs import Ref

ANSWER_LIMIT = 1000
State = Literal["waiting", "queried", "accepted", "declined", "dropped", "endorsed"]
WORDS: dict[State, tuple[str, str]] = {
    "waiting": ("Sent", "Your nomination is with a verifier"),
    "queried": ("A question", "A question on your nomination"),
    "accepted": ("Accepted", "Your nomination was accepted"),
    "declined": ("Not taken", "Your nomination was not taken"),
    "dropped": ("Dropped", "You dropped this nomination"),
    "endorsed": ("Endorsed", "You endorsed a nomination"),
}


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class NominationSent:
    """For the nominator. ``said`` is the verifier's question or note, ``kept_in`` the library.

    ``due`` is when it is decided at the latest; none where nobody has been found to decide.
    """

    kind: ClassVar[str] = "nomination_sent"

    ref: Ref
    version: int
    number: str
    state: State
    nominee: str
    reason: str
    seen: str = ""
    verifier: str = ""
    due: date | None = None
    said: str = ""
    kept_in: str = ""
    endorsed_by: int = 0
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.number}: {WORDS[self.state][1][:1].lower()}{WORDS[self.state][1][1:]}"

    def render(self) -> Json:
        """The state, whose words, and the field for an answer."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        word, heading = WORDS[self.state]
        body = [
            band(f"Good practice · {self.number}", word),
            title(heading),
            sentence(self._sentence()),
            facts(
                ("For", self.nominee),
                ("Seen", self.seen),
                ("Endorsed", say_count(self.endorsed_by, "colleague") if self.endorsed_by else ""),
            ),
            quote(f"{self.verifier} wrote", cut(self.said, limit)) if self.said else None,
            quote("In your words", cut(self.reason, limit)) if self.reason else None,
            *self._answer(),
        ]
        fallback = f"{self.number}: there is news of your nomination. Open it to read it."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _sentence(self) -> str:
        who = escape(self.verifier)
        if self.state == "waiting":
            if self.due is None:
                return "Nobody who may verify it is free just now. It is looked for every day."
            return f"{who} decides by **{say_day(self.due)}**, and you hear what came of it."
        return {
            "queried": f"{who} would like to know more before deciding.",
            "accepted": f"{who} accepted it. Worded so that nobody can be recognised, it is now "
            f"kept: {escape(self.kept_in)}.",
            "declined": f"{who} read it. It is not kept this time; nobody else was told.",
            "dropped": "Nothing was sent, and nobody was told.",
            "endorsed": "Your words stand with your colleague's, for whoever verifies it.",
        }[self.state]

    def _answer(self) -> list[Element]:
        if self.state != "queried":
            return []
        field = text_field("answer", "Your answer", limit=ANSWER_LIMIT)
        return [field, *rows([button("Send answer", "answer_nomination", self, primary=True)])]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Each state, with nobody to verify it, and with an answer missing."""
        sent = cls(
            ref=Ref("nomination", "58"),
            version=2,
            number="N-58",
            state="waiting",
            nominee="Priya Nair",
            reason="She made a memory map with him over four visits.",
            seen="Supervision",
            verifier="Helen Brandt",
            due=date(2026, 11, 30),
        )
        asked = replace(sent, state="queried", said="What did he say about it himself?")
        kind = "Thank you for noticing this. It is close to an example that we share already."
        return (
            sent,
            replace(sent, due=None, verifier=""),
            replace(sent, endorsed_by=2),
            asked,
            replace(asked, notice="Please write an answer. Nothing was sent.", field="answer"),
            replace(sent, state="accepted", kept_in="Good Practice Library"),
            replace(sent, state="declined", said=kind),
            replace(sent, state="dropped"),
            replace(sent, state="endorsed"),
        )
