"""Please moderate: a seat on the panel, for its holder; tells no grade and gives none away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal, Self

from cards.audits.audit_allocated import NOTE_LENGTH, REASONS
from cards.audits.parts import SeatHolder
from cards.card import Json, register
from cards.elements import Action, Element
from cards.kit import (
    Unsafe,
    band,
    button,
    card,
    choice_field,
    escape,
    facts,
    first_word,
    marked_days_left,
    more,
    noticed,
    opens,
    person,
    rows,
    sentence,
    small,
    steps,
    text_field,
    title,
)
from domain.calendar.wording import say_count, say_day
from domain.refs import Ref

State = Literal[
    "held",
    "new",
    "accepted",
    "started",
    "graded",
    "decided",
    "released",
    "handed_over",
    "declined",
    "withdrawn",
    "cancelled",
]


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationRequested:
    """One seat of a panel.

    ``blind`` has its holder grade alone first; nothing on the card may give a first grade away, so
    ``why`` is a reason that does not, and no other member of the panel is named. ``from_day`` is
    when a held seat gets its case; ``waits_for`` says whose work is not in yet; ``decides`` is
    False for whoever only gives a view.
    """

    kind: ClassVar[str] = "moderation_requested"

    ref: Ref
    version: int
    case: str
    programme: str
    seat_label: str
    due: date
    working_days_left: int
    areas: int = 0
    graded: int = 0
    blind: bool = True
    state: State = "new"
    state_on: date | None = None
    from_day: date | None = None
    waits_for: str = ""
    decides: bool = True
    why: str = ""
    auditors: tuple[SeatHolder, ...] = ()
    why_you: str = ""
    steps: tuple[str, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    handed_to: str = ""
    decided_by: str = ""
    notice: str | None = None
    unsafe: Unsafe | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        if self.state == "held":
            return f"For you to know: you will moderate {self.case}"
        return f"Moderation for you: {self.case}, due {say_day(self.due)}"

    def render(self) -> Json:
        """The card in its state."""
        shown = self.is_open or self.state == "held"
        body = [
            band(f"{self.programme} · {self.case}", self._state_word()),
            title(self._title()),
            sentence(self._sentence()),
            facts(
                ("Why", self.why) if shown else None,
                *(
                    (first_word(a.label).capitalize(), person(a.name, a.role))
                    for a in self.auditors
                ),
                ("Why you", self.why_you) if shown else None,
            ),
            *(self._details() if shown else []),
            *rows(*self._buttons()),
        ]
        return card(fallback=self._fallback(), body=noticed(body, self.notice), unsafe=self.unsafe)

    @property
    def is_open(self) -> bool:
        """Whether the seat still waits for its holder's own grades, or for the decision."""
        return self.state in {"new", "accepted", "started"}

    def _state_word(self) -> str:
        if self.state == "started" and self.areas and self.blind:
            return f"{self.graded} of {self.areas}"
        words = {"held": "Ahead", "graded": "Compare", "released": "Decided"}
        return words.get(self.state, self.state.replace("_", " ").capitalize())

    def _title(self) -> str:
        if self.state == "held":
            return f"You will moderate {self.case}"
        return f"Please moderate {self.case}" if self.is_open else f"Moderation of {self.case}"

    def _sentence(self) -> str:
        on = f" on {say_day(self.state_on)}" if self.state_on else ""
        by = f" {escape(self.decided_by)} decided it{on}." if self.decided_by else ""
        decide = f"Please decide by **{say_day(self.due)}**."
        graded = decide if self.decides else "The panel decides. You need do no more."
        closed = {
            "graded": f"Your grades are saved. {graded}",
            "decided": f"It is decided.{by} Thank you.",
            "released": f"The panel has decided this.{by} You need do no more.",
            "handed_over": f"You passed this to {escape(self.handed_to)}{on}. You need do no more.",
            "declined": f"You said{on} that you can't take this one. The QA team has been told.",
            "withdrawn": f"This seat went to somebody else{on}. You need do no more.",
            "cancelled": f"This audit was cancelled{on}. You need do no more.",
        }
        if self.state == "held":
            return self._ahead()
        return closed.get(self.state) or self._ask(on)

    def _ahead(self) -> str:
        day = f" from **{say_day(self.from_day)}**" if self.from_day else ""
        return f"You get it{day}. It is then due {say_day(self.due)}. Nothing to do before."

    def _ask(self, on: str) -> str:
        accepted = f"You accepted this{on}. " if self.state == "accepted" else ""
        due, left = f"**{say_day(self.due)}**", self.working_days_left
        when = f"Please finish by {due}. You have {say_count(left, 'working day')}. "
        if left < 0:
            when = f"It was due on {due} and is {marked_days_left(left)}. "
        elif left == 0:
            when = f"Please finish by {due}. That is today. "
        return f"{accepted}{when}{self._how()}"

    def _how(self) -> str:
        if self.waits_for:
            return f"We still wait for {escape(self.waits_for)}."
        if not self.blind:
            return "Read what was found, then agree or give your own grade."
        sets = "the other two sets open" if len(self.auditors) > 1 else "the first grades open"
        return f"Grade it on your own first: {sets} when yours are saved, so they cannot lead you."

    def _details(self) -> list[Element]:
        panel: list[Element] = [steps(self.steps)] if self.steps else []
        panel.append(small("Please keep to the reference here. Names stay in the case system."))
        return more("details", "What to do, step by step", panel)

    def _buttons(self) -> Sequence[Sequence[Action | None]]:
        if self.state == "graded":
            go = "Compare and decide" if self.decides else "Open"
            return [[button(go, "open_audit", self, primary=True)]]
        if self.state == "held":
            return [[self._decline(), self._hand_over() if self.people else None]]
        if not self.is_open:
            return []
        first = "Start grading" if self.blind else "Read and decide"
        go = "Carry on" if self.state == "started" else first
        forward = [
            button(go, "start_audit", self, primary=True),
            button("Accept for later", "accept_audit", self) if self.state == "new" else None,
        ]
        return [forward, [self._decline(), self._hand_over() if self.people else None]]

    def _decline(self) -> Action:
        return opens(
            "Can't take this one",
            choice_field("reason", "Why not?", REASONS, required=True),
            text_field("note", "Anything the QA team should know (optional)", limit=NOTE_LENGTH),
            *rows([button("Tell the QA team", "decline_audit", self)]),
        )

    def _hand_over(self) -> Action:
        return opens(
            "Hand over",
            choice_field("person", "Who takes it?", self.people, filtered=True, required=True),
            text_field("why", "Why (optional)", limit=NOTE_LENGTH),
            *rows([button("Hand it over", "hand_over_audit", self)]),
        )

    def _fallback(self) -> str:
        if self.is_open:
            how = "Type start, accept or can't do."
            return f"Moderation of {self.case}, due {say_day(self.due)}. {how}"
        return f"Moderation of {self.case}: {self._state_word()}. Type my work."

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """A moderator of a pair, one of a panel, one told ahead, and every state."""
        one = cls._example()
        day = date(2026, 10, 26)
        alone = replace(
            one,
            case="C-24113",
            programme="Deep dive audit",
            seat_label="panel member for quality assurance",
            why="In this month's moderation",
            auditors=(SeatHolder(label="auditor", name="Ada Okafor", role="Team Manager"),),
            areas=8,
        )
        seen = replace(one, blind=False, why="Every evaluation is moderated", people=())
        done = replace(one, version=6, state_on=day, decided_by="Helen Brandt")
        return (
            one,
            alone,
            seen,
            replace(seen, waits_for="the evaluator"),
            replace(seen, state="held", from_day=date(2026, 10, 19)),
            replace(one, state="held", from_day=date(2026, 10, 19)),
            replace(one, state="accepted", version=2, state_on=day, working_days_left=0),
            replace(one, state="started", version=3, graded=4, working_days_left=-1),
            replace(one, state="graded", version=4),
            replace(one, state="graded", version=4, decides=False),
            replace(done, state="decided"),
            replace(done, state="released"),
            replace(one, state="handed_over", version=2, state_on=day, handed_to="Helen Brandt"),
            replace(one, state="declined", version=2, state_on=day),
            replace(one, state="withdrawn", version=2, state_on=day),
            replace(one, state="cancelled", version=2, state_on=day),
            replace(one, notice="Please choose who takes it. Nothing was changed."),
        )

    @classmethod
    def _example(cls) -> Self:
        return cls(
            ref=Ref("seat", "3090"),
            version=1,
            case="C-23087",
            programme="Case file audit",
            seat_label="moderator",
            due=date(2026, 10, 28),
            working_days_left=3,
            areas=6,
            why="Lead and peer differ",
            auditors=(
                SeatHolder(label="lead auditor", name="Tess Marlow", role="Team Manager"),
                SeatHolder(label="peer auditor", name="Ivo Hart", role="IRO"),
            ),
            why_you="You are outside this team, not in its line, and no auditor of it",
            steps=(
                "Grade the areas that are open, on your own.",
                "Then see both audits side by side.",
                "Give the final grades, your reasons and the actions.",
            ),
            people=(("p-4", "Helen Brandt, Head of Service"),),
        )
