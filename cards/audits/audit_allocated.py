"""You hold a seat in an audit: start it, accept it, pass it on or say that you cannot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal, Self

from cards.audits.parts import Draw, SeatHolder
from cards.card import Json, register
from cards.elements import Action, Element, OpenUrl
from cards.kit import (
    Unsafe,
    band,
    button,
    card,
    choice_field,
    escape,
    facts,
    first_word,
    fit_title,
    in_words,
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

Open = Literal["new", "accepted", "started"]
State = Literal[Open, "submitted", "final", "handed_over", "declined", "withdrawn", "cancelled"]
REASONS = (
    ("conflict", "I know this family, or have worked with them"),
    ("away", "I will be away"),
    ("workload", "I have too much on"),
    ("other", "Something else"),
)
NOTE_LENGTH = 500


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class AuditAllocated:
    """One seat of one audit, for the person who holds it.

    ``working_days_left`` below zero counts the days late. ``state_on`` is the day of the last
    change of state. ``areas`` is 0 where the framework has none. ``people`` are those who may
    take the seat over, as (id, "Name, role"). ``chosen_because`` stands where nothing was drawn.
    ``read_by`` reads a new auditor's work first;
    ``has_talks`` leads to the audit's talks.
    """

    kind: ClassVar[str] = "audit_allocated"

    ref: Ref
    version: int
    case: str
    programme: str
    seat_label: str
    due: date
    working_days_left: int
    areas: int = 0
    graded: int = 0
    state: State = "new"
    state_on: date | None = None
    team: str = ""
    others: tuple[SeatHolder, ...] = ()
    why_you: str = ""
    steps: tuple[str, ...] = ()
    draw: Draw | None = None
    chosen_because: str = ""
    theme: str = ""
    read_by: str = ""
    has_talks: bool = False
    people: tuple[tuple[str, str], ...] = ()
    handed_to: str = ""
    may_withdraw: bool = False
    notice: str | None = None
    unsafe: Unsafe | None = None
    task: str = ""
    template: str = ""

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Audit allocated: {self.case}, due {say_day(self.due)}"

    def render(self) -> Json:
        """The card in its state."""
        body = [
            band(f"{self.programme} · {self.case}", self._state_word()),
            title(self._title()),
            sentence(self._sentence()),
            facts(
                ("Team", self.team),
                *((_one_word(o.label), person(o.name, o.role)) for o in self.others),
                ("Why you", self.why_you) if self.is_open else None,
                ("Theme", self.theme) if self.is_open else None,
            ),
            *(self._details() if self.is_open else []),
            *rows(*self._buttons()),
        ]
        fallback = f"{self.case}: {self._state_word()}. Due {say_day(self.due)}. Type my work."
        if self.state == "new":
            fallback = (
                f"You are the {self.seat_label} for {self.case}, due {say_day(self.due)}. "
                "Type start, accept or can't do."
            )
        return card(fallback=fallback, body=noticed(body, self.notice), unsafe=self.unsafe)

    @property
    def is_open(self) -> bool:
        """Whether the seat still waits for its holder's assessment."""
        return self.state in {"new", "accepted", "started"}

    def _state_word(self) -> str:
        if self.state == "started":
            return f"{self.graded} of {self.areas}" if self.areas else "Started"
        return self.state.replace("_", " ").capitalize()

    def _title(self) -> str:
        if self.is_open:
            whole = f"You are the {self.seat_label} for {self.case}"
            shorter = f"You are {self.seat_label} for {self.case}"
            least = f"{self.case}: {self.seat_label}"
            # one less than a title may have: a line that is full breaks inside the reference
            part, plain = f"You are the {self.seat_label}", f"Your audit of {self.case}"
            return fit_title(whole, shorter, least, part, plain, length=35)
        return f"Your audit of {self.case}"

    def _sentence(self) -> str:
        on = f" on {say_day(self.state_on)}" if self.state_on else ""
        closed = {
            "submitted": f"You submitted this{on}.",
            "final": f"You submitted this{on}. It is final now.",
            "handed_over": f"You passed this to {escape(self.handed_to)}{on}. You need do no more.",
            "declined": f"You said{on} that you can't take this one. The QA team has been told.",
            "withdrawn": f"This seat went to somebody else{on}. You need do no more.",
            "cancelled": f"This audit was cancelled{on}. You need do no more.",
        }
        if self.state in closed:
            return closed[self.state]
        before = f"You accepted this{on}. " if self.state == "accepted" else ""
        return before + self._ask()

    def _ask(self) -> str:
        done = f"You have graded {self.graded} of its {self.areas} areas. "
        said = done if self.state == "started" and self.areas else ""
        return f"{said}{self._by_when()}"

    def _by_when(self) -> str:
        due, left = f"**{say_day(self.due)}**", self.working_days_left
        if left < 0:
            return f"It was due on {due} and is {marked_days_left(left)}. Please finish it."
        what = "finish it" if self.state == "started" else self._work()
        time = f"You have {say_count(left, 'working day')}." if left else "That is today."
        return f"Please {what} by {due}. {time}"

    def _work(self) -> str:
        if self.task or not self.areas:
            return self.task or "read the record and write what you find"
        return f"read the record and grade its {in_words(self.areas)} area{'s'[self.areas == 1 :]}"

    def _details(self) -> list[Element]:
        panel: list[Element] = [steps(self.steps)] if self.steps else []
        if self.read_by:
            panel.append(small(f"{self.read_by} reads it before it is final."))
        if self.draw:
            panel.append(small(self.draw.said))
        if self.chosen_because:
            panel.append(small(f"Chosen because {escape(self.chosen_because)}."))
        panel.append(small("Please keep to the reference here. Names stay in the case system."))
        return more("details", "Details", panel)

    def _buttons(self) -> Sequence[Sequence[Action | None]]:
        if self.state in {"submitted", "final"}:
            withdraw = (
                button("Withdraw", "withdraw_assessment", self) if self.may_withdraw else None
            )
            return [[button("Open", "open_audit", self, primary=True), withdraw]]
        if not self.is_open:
            return []
        go = "Carry on" if self.state == "started" else "Start now"
        forward = [
            button(go, "start_audit", self, primary=True),
            button("Accept for later", "accept_audit", self) if self.state == "new" else None,
        ]
        talks = button("Talks and family", "open_talks", self) if self.has_talks else None
        form = OpenUrl(title="Open the template", url=self.template) if self.template else None
        return [
            forward,
            [talks, form],
            [self._decline(), self._hand_over() if self.people else None],
        ]

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

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """A lead, a peer and a single auditor, and every state."""
        lead = cls._lead()
        day = date(2026, 10, 1)
        done = replace(lead, version=9, state="submitted", state_on=day)
        return (
            lead,
            *cls._other_seats(lead),
            replace(lead, notice="Lena Frost is away until 9 October. Please choose another."),
            replace(
                lead, version=2, state="accepted", state_on=day, template="https://a.example/f"
            ),
            replace(lead, version=3, state="started", graded=3, working_days_left=4),
            replace(lead, version=3, state="started", graded=5, working_days_left=-2),
            replace(lead, version=3, state="started", areas=0, working_days_left=0),
            replace(done, may_withdraw=True),
            done,
            replace(done, state="final"),
            replace(lead, version=4, state="handed_over", state_on=day, handed_to="Ivo Hart"),
            replace(lead, version=2, state="declined", state_on=day),
            replace(lead, version=5, state="withdrawn", state_on=day),
            replace(lead, version=2, state="cancelled", state_on=day),
        )

    @classmethod
    def _lead(cls) -> Self:
        return cls(
            ref=Ref("seat", "3087"),
            version=1,
            case="C-23087",
            programme="Case file audit",
            seat_label="lead auditor",
            due=date(2026, 10, 22),
            working_days_left=15,
            areas=6,
            team="Children in Care",
            others=(SeatHolder(label="peer auditor", name="Ivo Hart", role="IRO"),),
            why_you="You manage the worker on this record, and team managers do the lead audit",
            steps=(
                "Grade on your own first.",
                "Talk it through with Ivo Hart before you submit.",
                "If any of your grades differ, a moderator decides.",
            ),
            draw=Draw(name="2026-10", pool=412, seed=5518, by="the QA team, Cora Lindley"),
            people=(("p-7", "Lena Frost, Team Manager"), ("p-9", "Jonah Peck, Team Manager")),
        )

    @classmethod
    def _other_seats(cls, lead: Self) -> tuple[Self, Self, Self]:
        ada = SeatHolder(label="lead auditor", name="Ada Okafor", role="Team Manager")
        why = "You are outside this team and not in its line"
        peer = replace(lead, seat_label="peer auditor", others=(ada,), why_you=why)
        alone = replace(
            lead,
            ref=Ref("seat", "3107"),
            case="C-24113",
            programme="Deep dive audit",
            seat_label="auditor",
            areas=8,
            others=(),
            read_by="Jonah Peck",
            has_talks=True,
            people=(),
        )
        without_areas = replace(alone, areas=0, steps=(), draw=None, seat_label="peer evaluator")
        return peer, alone, without_areas


def _one_word(label: str) -> str:
    """``peer auditor`` as the title of a fact: ``Peer``."""
    return first_word(label).capitalize()
