"""Something to be written: a review, a scrutiny, a summary, evidence, a re-audit's answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal, Self

from cards.card import Json, register
from cards.elements import Element
from cards.follow_up.parts import Answered, answers, written_by
from cards.kit import (
    band,
    button,
    card,
    choice_field,
    escape,
    facts,
    fitting,
    noticed,
    quote,
    rows,
    sentence,
    shorten,
    text_field,
    title,
)
from domain.calendar.wording import say_day
from domain.refs import Ref

LIMIT = 2000
YES_NO = (("yes", "Yes"), ("no", "No"))
STATES = {"open": "To do", "sent": "With the sign-off", "done": "Done", "ahead": "Ahead"}


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpForm:
    """``heading`` is at most 36 characters; ``reason`` the rule's title in the council's file.

    ``asks`` are the questions while it is the reader's to write, ``answered`` what was written;
    ``yes_no`` where each is answered by yes or no with its reason. ``said`` is the text that it
    is about, such as a recommendation; ``returned`` the reason of a return, by ``returned_by``.
    """

    kind: ClassVar[str] = "follow_up_form"

    ref: Ref
    version: int
    programme: str
    case: str
    heading: str
    reason: str
    due: date
    state: Literal["open", "sent", "done", "ahead"] = "open"
    asks: tuple[str, ...] = ()
    yes_no: bool = False
    answered: tuple[Answered, ...] = ()
    said: str = ""
    grade: str = ""
    team: str = ""
    practitioner: str = ""
    returned: str = ""
    returned_by: str = ""
    typed: tuple[tuple[str, str], ...] = ()
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.heading}: please write"[:80]

    def render(self) -> Json:
        """The questions, or what was written."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        body = [
            band(f"{self.programme} · {self.case}", STATES[self.state]),
            title(self.heading),
            sentence(self._sentence()),
            facts(
                ("Practitioner", self.practitioner),
                ("Team", self.team),
                ("Final grade", self.grade),
                ("Due", say_day(self.due)) if self.state != "done" else None,
            ),
            quote("It is about", shorten(self.said, limit)) if self.said else None,
            quote(f"{self.returned_by} returned it", shorten(self.returned, limit))
            if self.returned
            else None,
            *answers(self.answered, limit),
            *self._form(),
        ]
        fallback = f"{self.case}: something is to be written. Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _sentence(self) -> str:
        if self.state == "done":
            return f"{escape(self.reason)}. {written_by(self.answered)}".strip()
        if self.state == "sent":
            return f"{escape(self.reason)}. It is written, and waits for the sign-off."
        if self.asks:
            return f"{escape(self.reason)}. Please write it by **{say_day(self.due)}**."
        return f"{escape(self.reason)}. Somebody else has been asked; you need do no more."

    def _form(self) -> list[Element]:
        if not self.asks:
            return []
        return [
            *(field for place, ask in enumerate(self.asks) for field in self._fields(place, ask)),
            *rows([button("Send", "send_follow_up", self, primary=True)]),
        ]

    def _fields(self, place: int, ask: str) -> list[Element]:
        put = dict(self.typed)
        words = put.get(f"answer_{place}", "")
        if not self.yes_no:
            return [text_field(f"answer_{place}", ask, limit=LIMIT, value=words)]
        verdict = put.get(f"verdict_{place}")
        shown = text_field(
            f"answer_{place}", f"What shows it ({place + 1})", limit=LIMIT, value=words
        )
        return [choice_field(f"verdict_{place}", ask, YES_NO, value=verdict), shown]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """To write, sent, returned, done, yes or no, a recommendation, only told."""
        review = cls(
            ref=Ref("follow_up", "13"),
            version=2,
            programme="Case file audit",
            case="C-23087",
            heading="Review of C-23087",
            reason="The final grade is Inadequate",
            due=date(2025, 10, 31),
            asks=("How far is each action?",),
            grade="Inadequate",
        )
        on, ask = date(2025, 10, 30), review.asks[0]
        said = Answered(ask=ask, words="Two of three are done.", by="Tess Marlow", on=on)
        yes = replace(said, ask="Are all actions complete?", words="All three.", verdict="yes")
        questions = ("Are all actions complete?", "Has the service to the child improved?")
        again = replace(review, heading="Re-audit of C-23087", asks=questions, yes_no=True)
        advice = replace(
            review,
            heading="Evidence for C-23087",
            reason="Recommendation",
            said="Hold supervision at least every four weeks.",
            grade="",
        )
        lacking = "One answer is missing. Nothing was kept."
        return (
            review,
            replace(review, asks=(), state="sent", answered=(said,)),
            replace(review, returned="The third has no date.", returned_by="Helen Marsh"),
            replace(review, asks=(), state="done", answered=(said,)),
            again,
            replace(again, asks=(), state="done", answered=(yes,)),
            replace(advice, notice=lacking, field="answer_0"),
            replace(review, asks=(), team="Safeguarding North", practitioner="Jonah Reed"),
        )
