"""Where feedback outside an audit begins: in which way, about which record, who speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Action, Element
from cards.kit import (
    Line,
    band,
    button,
    card,
    choice_field,
    lines,
    list_field,
    noticed,
    opens,
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
    """``ways``, ``speakers``, ``practitioners`` and ``surveys`` are (value, title).

    ``may_ask`` offers to ask the record's worker instead, as after a conference; ``surveys`` are
    the questions that the reader may put to colleagues. Without ``speakers`` nobody of a family
    is heard in any of the ways.
    """

    kind: ClassVar[str] = "feedback_start"

    ref: Ref
    version: int
    ways: tuple[tuple[str, str], ...]
    speakers: tuple[tuple[str, str], ...]
    practitioners: tuple[tuple[str, str], ...] = ()
    drafts: tuple[DraftLine, ...] = ()
    may_ask: bool = False
    surveys: tuple[tuple[str, str], ...] = ()
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
        way = self.values.get("source", self.ways[0][0] if self.ways else "")
        body = [
            band("Feedback", "New"),
            title("Write down what was said"),
            sentence("Whoever speaks is named by their part and never by name."),
            list_field("source", "Which kind?", self.ways, value=way) if many else None,
            *(self._who_speaks() if self.speakers else []),
            self._whose() if self.practitioners else None,
            *rows(
                [
                    button("Write it down", "begin_feedback", self, primary=True)
                    if self.ways
                    else None,
                    button("Ask the worker", "ask_for_feedback", self) if self.may_ask else None,
                    self._colleagues() if self.surveys else None,
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

    def _who_speaks(self) -> list[Element]:
        values = self.values
        return [
            short_field(
                "record",
                "The record's reference (optional)",
                limit=64,
                value=values.get("record", ""),
                hint="C-23087",
            ),
            choice_field(
                "speaker", "Who speaks?", self.speakers, value=values.get("speaker") or None
            ),
        ]

    def _colleagues(self) -> Action:
        chosen = self.values.get("survey", self.surveys[0][0])
        return opens(
            "Ask colleagues",
            list_field("survey", "Which questions?", self.surveys, value=chosen),
            short_field(
                "whom",
                "Whom? Names or a team, with commas between",
                limit=300,
                value=self.values.get("whom", ""),
            ),
            *rows([button("Send the questions", "ask_colleagues", self)]),
        )

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
            replace(one, speakers=(), surveys=(("panel", "The panel's view"),)),
            replace(one, values={"record": "C-99"}, notice="I know no C-99.", field="record"),
        )
