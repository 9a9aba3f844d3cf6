"""The newest feedback that the reader may read; a press opens the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import Line, band, card, lines, noticed, sentence, title
from domain.refs import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackLine:
    """One voice: the speaker without a name, the way, the day."""

    ref: Ref
    version: int
    text: str
    detail: str


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackList:
    """``voices`` newest first."""

    kind: ClassVar[str] = "feedback_list"

    ref: Ref
    version: int
    voices: tuple[FeedbackLine, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a word."""
        return None

    def render(self) -> Json:
        """A line each."""
        said = "Press a line to read it whole." if self.voices else "Nothing is there to read yet."
        body = [
            band("Feedback", "Newest first"),
            title("What people have said"),
            sentence(said),
            *lines(
                Line(text=f"{at}. {one.text}", detail=one.detail, press_for=("open_voice", one))
                for at, one in enumerate(self.voices, 1)
            ),
        ]
        fallback = "Feedback: open the newest app to read it."
        return card(fallback=fallback, body=noticed(body, self.notice))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Two and none."""
        line = FeedbackLine(
            ref=Ref("voice", "7"), version=3, text="Child, C-23087", detail="What the child says"
        )
        two = cls(ref=Ref("person", "tess"), version=1, voices=(line, line))
        return (two, replace(two, voices=()))
