"""The family's part of an audit: each person heard, or not and why; locked until then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar, Literal, Self

from cards.card import Json, register
from cards.elements import Action, Element, NumberInput
from cards.kit import (
    Line,
    Unsafe,
    band,
    bullets,
    button,
    card,
    choice_field,
    escape,
    facts,
    lines,
    more,
    noticed,
    opens,
    quote,
    rows,
    sentence,
    small,
    text_field,
    title,
)
from cards.talks.parts import WORDS_LENGTH, value_of
from domain.calendar.wording import say_day, say_list
from domain.refs import Ref

State = Literal["locked", "open", "reason_only", "done"]
STATE_WORDS = {
    "locked": "Locked",
    "open": "To be heard",
    "reason_only": "Say why not",
    "done": "Noted",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceLine:
    """One person of the family: who, and whether heard; a press opens their words."""

    ref: Ref
    version: int
    text: str
    state: str


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyContactCard:
    """For the auditor who hears the family. ``speakers`` and ``reasons`` are (value, title).

    ``worker`` asks first where ``worker_first``; ``consent`` is what came of it, as said, and
    ``may_hear`` is False where the family does not want it (HER-06).
    ``outcome`` tells what was noted, ``words`` more of it. ``whom``, ``help_offered`` and
    ``adults`` are the framework's. ``voices`` has a line for each person, ``another`` asks for the
    other parent (SEF-05).
    """

    kind: ClassVar[str] = "family_contact"

    ref: Ref
    version: int
    case: str
    programme: str
    state: State = "open"
    how: str = ""
    worker: str = ""
    worker_first: bool = False
    may_hear: bool = True
    consent: str = ""
    asked: str = ""
    answered_on: date | None = None
    whom: tuple[str, ...] = ()
    speakers: tuple[tuple[str, str], ...] = ()
    voices: tuple[VoiceLine, ...] = ()
    another: str = ""
    reasons: tuple[tuple[str, str], ...] = ()
    questions: tuple[str, ...] = ()
    help_offered: tuple[str, ...] = ()
    adults: str = ""
    outcome: str = ""
    words: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    notice: str | None = None
    unsafe: Unsafe | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.case}: the family's part of your audit"

    def render(self) -> Json:
        """How far it is, and what may be done now."""
        on = say_day(self.answered_on) if self.answered_on else ""
        asks = more("questions", "What to ask", [bullets(self.questions)])
        body = [
            band(f"{self.programme} · {self.case}", STATE_WORDS[self.state]),
            title(f"The family of {self.case}"),
            sentence(self._sentence()),
            facts(
                ("Noted", self.outcome),
                ("Consent", self.consent),
                ("Asked", self.asked),
                ("On", on),
            ),
            quote("In your words", self.words) if self.words else None,
            small(self.adults) if self.adults and self.state == "open" else None,
            *(asks if self.questions and self.state == "open" else []),
            *lines(
                Line(text=f"{at}. {one.text}", right=one.state, press_for=("open_voice", one))
                for at, one in enumerate(self.voices, 1)
            ),
            small(self.another) if self.another else None,
            *self._hearing(),
        ]
        fallback = f"{self.case}: the family's part. Type heard, or not heard and why."
        return card(fallback=fallback, body=noticed(body, self.notice), unsafe=self.unsafe)

    def _sentence(self) -> str:
        worker = escape(self.worker or "The worker")
        if self.state == "locked":
            return (
                f"This is locked: {worker} has not said yet whether the family agrees. "
                "You are told as soon as there is an answer."
            )
        if self.state == "reason_only":
            return (
                "The family has not answered and the reminders are over. Please choose why "
                "nobody was heard, and go on."
            )
        if self.state == "done":
            return "This is noted, so it does not hold your audit up."
        how = "Please ring them" if self.how == "phone" else "Please hear them"
        return f"{how}, or say why that was not possible. One of the two is needed to submit."

    def _hearing(self) -> list[Element | None]:
        """Who speaks, one at a time; and why somebody, or nobody, was heard."""
        if self.state == "locked":
            return []
        if not self._may_hear:
            return [*rows([self._not_heard()])]
        whom = f"To be heard: {say_list([text[:1].lower() + text[1:] for text in self.whom])}."
        help_offered = f"Help that you can offer: {', '.join(self.help_offered)}."
        speaks = value_of(self.values, "speaker")
        return [
            small(whom) if self.whom and not self.voices else None,
            small(help_offered) if self.help_offered else None,
            choice_field("speaker", "Who speaks?", self.speakers, value=speaks or None),
            *rows(
                [
                    button("Write what they said", "begin_voice", self, primary=True),
                    self._not_heard(),
                ]
            ),
        ]

    @property
    def _may_hear(self) -> bool:
        noted = self.state == "done" and bool(self.outcome)
        return self.may_hear and (self.state == "open" or noted)

    def _not_heard(self) -> Action:
        return opens(
            "They were not heard",
            choice_field("reason", "Why not?", self.reasons, value=self._reason()),
            NumberInput(
                id="tries",
                label="How often did you try? (optional)",
                min=0,
                max=20,
                error_message="A number from 0 to 20.",
            ),
            text_field(
                "words",
                "What did you try? No names, please (optional)",
                limit=WORDS_LENGTH,
                value=value_of(self.values, "words"),
            ),
            *rows([button("Keep the reason", "note_family", self)]),
        )

    def _reason(self) -> str | None:
        typed = self.values.get("reason")
        return typed if typed in dict(self.reasons) else None

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Locked, open in both ways, only a reason, done in three ways."""
        locked = cls._locked()
        agreed = replace(
            locked,
            state="open",
            consent="They agree",
            asked="Both parents, by phone",
            answered_on=date(2026, 10, 5),
        )
        alone = replace(
            agreed,
            consent="",
            asked="",
            answered_on=None,
            how="phone",
            worker_first=False,
            help_offered=("Interpreter line",),
            adults="Contact the young adult.",
        )
        return (
            locked,
            agreed,
            alone,
            replace(alone, values={"words": "Rang twice"}, notice="Please choose why."),
            replace(locked, state="reason_only", consent="No reply so far"),
            replace(
                agreed,
                state="done",
                outcome="Heard: Child and Parent",
                another="Is there another parent or carer?",
                voices=(
                    VoiceLine(ref=Ref("voice", "3"), version=2, text="Child", state="Heard"),
                    VoiceLine(ref=Ref("voice", "4"), version=2, text="Parent", state="Not heard"),
                ),
            ),
            replace(alone, state="done", outcome="Not heard: they declined", words="Not now."),
            replace(locked, state="done", consent="They do not want to be contacted"),
        )

    @classmethod
    def _locked(cls) -> Self:
        return cls(
            ref=Ref("family", "7"),
            version=1,
            case="C-23087",
            programme="Case file audit",
            state="locked",
            worker="Priya Nair",
            worker_first=True,
            whom=("The child or young person", "Each parent or carer"),
            speakers=(("child", "Child"), ("parent", "Parent"), ("carer", "Carer")),
            reasons=(("declined", "They declined"), ("no_reply", "Could not be reached")),
            questions=("What has helped?",),
        )
