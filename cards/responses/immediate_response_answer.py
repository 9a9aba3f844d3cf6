"""The answer to what cannot wait: is the child safe now, what was done, who decided (SEF-08)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Choice, ChoiceInput, Element, ToggleInput
from cards.kit import (
    band,
    button,
    card,
    choice_field,
    clean,
    fit_title,
    fitting,
    noticed,
    quote,
    rows,
    sentence,
    shorten,
    small,
    text_field,
    title,
)
from cards.responses.parts import LIMIT, Countdown
from domain.refs import Ref
from domain.responses.answer import SAFE, TICKED


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ImmediateResponseAnswer:
    """``gap`` asks for the supervision; else it asks whether the child is safe.

    ``widens`` are where somebody may look further; ``values`` what stands in the inputs. ``done``
    once it was sent.
    """

    kind: ClassVar[str] = "immediate_response_answer"

    ref: Ref
    version: int
    number: str
    case: str
    facts: str
    raised: str
    countdown: Countdown | None = None
    gap: bool = False
    own: bool = False
    widens: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    returned: str = ""
    done: str = ""
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Urgent: {self.number} needs your answer"

    def render(self) -> Json:
        """The form, or the line that says that it was sent."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        what = f"{'Safety net' if self.own else 'Immediate response'} {self.number}"
        body: list[Element | None] = [
            band(f"{what} · {self.case}", "Sent" if self.done else "Urgent", urgent=not self.done),
            title(fit_title(f"Your answer for {self.case}", f"Your answer to {self.number}")),
            *(self._done() if self.done else self._form(limit)),
        ]
        fallback = f"Urgent: answer {self.number}. Type done and your words, then send."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _done(self) -> list[Element]:
        return [sentence("Sent. Its own card shows how it stands."), small(self.done)]

    def _form(self, limit: int) -> list[Element | None]:
        return [
            *(self.countdown.drawn("Send it") if self.countdown else [sentence("Send it soon.")]),
            quote(self.raised, shorten(self.facts, limit)),
            quote("What is missing", shorten(self.returned, limit)) if self.returned else None,
            None if self.gap else self._safe(),
            self._text("seen", self._seen(), "Today at 16:20, by the duty worker"),
            self._text("done", "What has been done, by whom, and when", "Decisions, visits, talks"),
            self._text("decided", "Who decided, by role", "The service manager"),
            self._wider(),
            ToggleInput(
                id="recorded",
                label="Paperwork",
                title="It is recorded in the case system",
                value=self.values.get("recorded", "false"),
                value_on=TICKED,
                value_off="false",
                error_message="Tick it once it is done.",
                wrap=True,
                spacing="Medium",
            ),
            *rows(
                [
                    button("Send answer", "answer_response", self, primary=True),
                    button("Save for later", "save_response", self),
                ]
            ),
        ]

    def _safe(self) -> Element:
        value = self.values.get("safe") or None
        return choice_field("safe", "Is the child safe now?", SAFE.items(), value=value)

    def _seen(self) -> str:
        if self.gap:
            return "When was supervision held, or when will it be?"
        return "When was the child seen, and by whom? If not, why"

    def _text(self, key: str, label: str, hint: str) -> Element:
        value = self.values.get(key, "")
        return text_field(key, label, limit=LIMIT, value=value, hint=hint)

    def _wider(self) -> Element | None:
        if not self.widens:
            return None
        choices = [
            Choice(title=clean(text), value=str(place)) for place, text in enumerate(self.widens)
        ]
        return ChoiceInput(
            id="wider",
            label="Look wider? Tick any",
            choices=choices,
            value=self.values.get("wider") or None,
            style="expanded",
            is_multi_select=True,
            wrap=True,
            error_message="Tick any that apply.",
            spacing="Medium",
        )

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """A worry, a gap in supervision, the product's own, lacking something, returned, sent."""
        now = datetime(2026, 11, 17, 16, 30, tzinfo=UTC)
        worry = cls(
            ref=Ref("answer", "41"),
            version=1,
            number="IR-41",
            case="C-24113",
            facts="The visit record of 12 November notes a bruise.",
            raised="What Ada Okafor saw, 15:12",
            countdown=Countdown(due=datetime(2026, 11, 17, 23, 59, tzinfo=UTC), now=now),
            widens=("The worker's other work", "Management practice"),
        )
        return (
            worry,
            replace(worry, gap=True, values={"seen": "On 19 November.", "recorded": TICKED}),
            replace(worry, own=True, countdown=None, widens=()),
            replace(worry, notice="Please say whether the child is safe now.", field="safe"),
            replace(worry, returned="When was the child seen?", version=2),
            replace(worry, done="Answered at 16:40."),
        )
