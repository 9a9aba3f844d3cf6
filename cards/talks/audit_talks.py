"""The talks of one auditor's audit, with how far each has come; every line can be pressed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import (
    Line,
    Target,
    Unsafe,
    band,
    card,
    lines,
    noticed,
    sentence,
    small,
    title,
)
from domain.refs import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkLine:
    """One talk, or the family's part: what it is called, how far it is, what opens it."""

    name: str
    detail: str
    ref: Ref
    version: int
    open_verb: str


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class AuditTalks:
    """For whoever holds the seat. ``waiting`` counts what must be noted before submitting.

    ``read_by`` reads a new auditor's work; ``on_call`` can be asked (SEF-44).
    """

    kind: ClassVar[str] = "audit_talks"

    ref: Ref
    version: int
    case: str
    programme: str
    talks: tuple[TalkLine, ...]
    waiting: int = 0
    read_by: str = ""
    on_call: tuple[str, ...] = ()
    notice: str | None = None
    unsafe: Unsafe | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.case}: the talks of your audit"

    def render(self) -> Json:
        """The lines, and who helps."""
        body = [
            band(f"{self.programme} · {self.case}", "All noted" if not self.waiting else "Open"),
            title(f"The talks for {self.case}"),
            sentence(self._sentence()),
            *lines(
                Line(
                    text=one.name,
                    detail=one.detail,
                    press_for=(one.open_verb, Target(one.ref, one.version)),
                )
                for one in self.talks
            ),
            small(f"{self.read_by} reads your audit before it is final.") if self.read_by else None,
            small(f"On call for questions: {', '.join(self.on_call)}.") if self.on_call else None,
        ]
        fallback = f"{self.case}: the talks of your audit. Type talks."
        return card(fallback=fallback, body=noticed(body, self.notice), unsafe=self.unsafe)

    def _sentence(self) -> str:
        if not self.talks:
            return "This audit asks for no talk. Grade when you are ready."
        if not self.waiting:
            return "Everything that your audit asks for is noted. Press a line to change it."
        thing = "One talk is" if self.waiting == 1 else f"{self.waiting} talks are"
        return f"{thing} still to be noted before you can submit. Press a line."

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """A single auditor who is new, a pair, nothing to do."""
        alone = cls(
            ref=Ref("seat", "3107"),
            version=2,
            case="C-24113",
            programme="Deep dive audit",
            talks=(
                TalkLine(
                    name="Learning conversation with the key worker",
                    detail="Not booked yet, at least 60 minutes",
                    ref=Ref("talk", "12"),
                    version=1,
                    open_verb="open_talk",
                ),
                TalkLine(
                    name="The family's views",
                    detail="Hear them, or say why not",
                    ref=Ref("family", "7"),
                    version=1,
                    open_verb="open_family",
                ),
            ),
            waiting=2,
            read_by="Jonah Peck",
            on_call=("Lena Frost",),
        )
        return (
            alone,
            replace(alone, waiting=1, read_by="", on_call=()),
            replace(alone, waiting=0, notice="The booking was cancelled."),
            replace(alone, talks=(), waiting=0, read_by="", on_call=()),
        )
