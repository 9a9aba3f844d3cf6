"""Where feedback outside an audit begins: in which way, about which record, who speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    Line,
    band,
    button,
    card,
    choice_field,
    lines,
    list_field,
    noticed,
    rows,
    sentence,
    short_field,
    subtitle,
    title,
)
from domain.refs import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """Something that was begun and not kept yet."""

    ref: Ref
    version: int
    text: str


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackStart:
    """``ways``, ``speakers`` and ``practitioners`` are (value, title).

    ``may_ask`` offers to ask the record's worker instead, as after a conference.
    """

    kind: ClassVar[str] = "feedback_start"

    ref: Ref
    version: int
    ways: tuple[tuple[str, str], ...]
    speakers: tuple[tuple[str, str], ...]
    practitioners: tuple[tuple[str, str], ...] = ()
    drafts: tuple[DraftLine, ...] = ()
    may_ask: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a word or a press."""
        return None

    def render(self) -> Json:
        """The choices, and what was begun before."""
        many = len(self.ways) > 1
        way = self.values.get("source", self.ways[0][0])
        body = [
            band("Feedback", "New"),
            title("Write down what was said"),
            sentence("Whoever speaks is named by their part and never by name."),
            list_field("source", "Which kind?", self.ways, value=way) if many else None,
            short_field(
                "record",
                "The record's reference (optional)",
                limit=64,
                value=self.values.get("record", ""),
                hint="C-23087",
            ),
            choice_field(
                "speaker", "Who speaks?", self.speakers, value=self.values.get("speaker") or None
            ),
            self._whose() if self.practitioners else None,
            *rows(
                [
                    button("Write it down", "begin_feedback", self, primary=True),
                    button("Ask the worker", "ask_for_feedback", self) if self.may_ask else None,
                ]
            ),
            *([subtitle("Begun before")] if self.drafts else []),
            *lines(
                Line(text=f"{at}. {one.text}", press_for=("open_voice", one))
                for at, one in enumerate(self.drafts, 1)
            ),
        ]
        fallback = "Feedback: type feedback to write down what somebody said."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _whose(self) -> Element:
        return list_field(
            "practitioner",
            "Whose work is it about?",
            (("worker", "The record's worker"), *self.practitioners),
            value=self.values.get("practitioner", "worker"),
        )

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """One way, several with drafts, a manager's, lacking something."""
        one = cls(
            ref=Ref("person", "wes"),
            version=1,
            ways=(("child_voice", "What the child says"),),
            speakers=(("child", "Child"), ("parent", "Parent")),
        )
        survey = (*one.ways, ("survey", "Survey"))
        draft = DraftLine(ref=Ref("voice", "7"), version=2, text="Parent, C-23087")
        return (
            one,
            replace(one, ways=survey, drafts=(draft,), may_ask=True),
            replace(one, practitioners=(("wes", "Wes Tarn"), ("wanda", "Wanda Moor"))),
            replace(one, values={"record": "C-99"}, notice="I know no C-99.", field="record"),
        )
