"""Somebody's work will be audited: told beforehand, with what happens next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import ClassVar, Literal, Self

from cards.audits.parts import SeatHolder
from cards.card import Json, register
from cards.elements import Action, Column, ColumnSet, DateInput, Element, TextBlock, TimeInput
from cards.kit import (
    Unsafe,
    band,
    button,
    card,
    escape,
    facts,
    first_word,
    fit_title,
    noticed,
    opens,
    person,
    rows,
    sentence,
    steps,
    subtitle,
    text_field,
    title,
)
from domain.calendar.wording import say_date, say_day, say_list, say_time
from domain.calendar.working_days import local
from domain.refs import Ref

NOTE_LENGTH = 500
STATE_WORDS = {
    "new": "For you to know",
    "seen": "Seen",
    "times_sent": "Times sent",
    "agreed": "Agreed",
}


class FamilyContact(StrEnum):
    """How the family is asked for its views."""

    AUDITOR_RINGS = "auditor_rings"
    WORKER_ASKS_CONSENT = "worker_asks_consent"
    NONE = "none"


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class AuditNotice:
    """For the worker on the record, and for the others who are told (``is_worker`` False).

    ``chosen_because`` is None where the record was picked at random, else the reason as a clause
    ("it was closed within a year"). ``sentence`` and ``lines`` are the framework's own words to the
    worker, ``{auditor}`` in the lines becoming a name. ``talks_with`` are the first names of those
    who talk with the worker, where that is not every auditor. ``suggested`` are the times that the
    worker sent.
    """

    kind: ClassVar[str] = "audit_notice"

    ref: Ref
    version: int
    case: str
    programme: str
    auditors: tuple[SeatHolder, ...]
    first_day: date
    last_day: date
    talks_with: tuple[str, ...] = ()
    is_worker: bool = True
    look_back_months: int | None = None
    minimum_talk_minutes: int | None = None
    family_contact: FamilyContact = FamilyContact.NONE
    chosen_because: str | None = None
    sentence: str = ""
    lines: tuple[str, ...] = ()
    state: Literal["new", "seen", "times_sent", "agreed"] = "new"
    seen_on: date | None = None
    suggested: tuple[datetime, ...] = ()
    notice: str | None = None
    unsafe: Unsafe | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"For you to know: {self.case} will be audited"

    def render(self) -> Json:
        """The card in its state."""
        body = [
            band(f"{self.programme} · {self.case}", STATE_WORDS[self.state]),
            title(f"{self.case} will be audited"),
            sentence(self._sentence()),
            facts(
                *((_fact(a, self.auditors), person(a.name, a.role)) for a in self.auditors),
                ("When", _span(self.first_day, self.last_day)),
                ("Covers", _months(self.look_back_months)),
            ),
            subtitle("What happens next"),
            steps(self._steps()),
            *rows(*self._buttons()),
        ]
        span = f"{say_date(self.first_day)} to {say_date(self.last_day)}"
        fallback = f"{self.case} will have a {self.programme.lower()}, {span}. Type seen."
        return card(fallback=fallback, body=noticed(body, self.notice), unsafe=self.unsafe)

    @property
    def _who(self) -> str:
        return self.auditors[0].first_name if len(self.auditors) == 1 else "the auditors"

    @property
    def _talker(self) -> str:
        some = 0 < len(self.talks_with) < len(self.auditors)
        return say_list(self.talks_with) if some else self._who

    def _sentence(self) -> str:
        if self.state == "agreed" and self.suggested:
            return f"The talk is on **{_moment(self.suggested[0])}**. All of you know."
        if self.state == "times_sent" and self.suggested:
            times = say_list([_moment(at) for at in self.suggested], "or")
            return f"You suggested {times}. The answer comes here."
        if self.state == "seen" and self.seen_on:
            return f"You saw this on {say_day(self.seen_on)}."
        if self.sentence and self.is_worker and self.chosen_because is None:
            return escape(self.sentence)
        picked = "It was picked at random."
        if self.chosen_because is not None:
            picked = f"It was chosen because {escape(self.chosen_because)}."
        looks = "The audit looks at how we work together around the child and what has helped."
        return f"{picked} {looks}" + (" You are part of it." if self.is_worker else "")

    def _steps(self) -> list[str]:
        if self.lines and self.is_worker:
            named = (line.replace("{auditor}", self._who) for line in self.lines)
            return [_sentence_start(line) for line in named]
        talk, family = self._talk_step(), self._family_step()
        last = "You see the findings, strengths first, and can answer them."
        return [step for step in (talk, family, last) if step]

    def _talk_step(self) -> str:
        length = _at_least(self.minimum_talk_minutes)
        if self.is_worker:
            return f"You and {self._talker} talk{length}, when it suits you."
        return f"{_sentence_start(self._talker)} and the worker on the record talk{length}."

    def _family_step(self) -> str:
        one = len(self.auditors) == 1
        who = _sentence_start(self._who)
        first = " Please tell them first." if self.is_worker else ""
        if self.family_contact is FamilyContact.AUDITOR_RINGS:
            return f"{who} {'rings' if one else 'ring'} the family for their views.{first}"
        if self.family_contact is FamilyContact.WORKER_ASKS_CONSENT:
            asks = "Please ask the family" if self.is_worker else "The worker asks the family"
            return f"{asks} whether they agree to be rung. Nobody rings before they do."
        return ""

    def _buttons(self) -> Sequence[Sequence[Action | None]]:
        may_suggest = self.is_worker
        seen = button("I've seen this", "acknowledge_notice", self, primary=not may_suggest)
        return [
            [self._suggest() if may_suggest else None, seen if self.state == "new" else None],
            [self._inform()],
        ]

    def _suggest(self) -> Action:
        again = self.state in {"times_sent", "agreed"}
        takes = "takes" if 1 in {len(self.auditors), len(self.talks_with)} else "take"
        who = _sentence_start(self._talker)
        length = _at_least(self.minimum_talk_minutes).removeprefix(" for ").capitalize()
        rule = f"{length}. " if length else ""
        return opens(
            "Suggest other times" if again else "Suggest times",
            TextBlock(text=escape(f"{rule}{who} {takes} the first that suits."), wrap=True),
            _day_and_time(1, "First choice", "Start time", required=True),
            _day_and_time(2, "Second choice", "Second start time", required=False),
            *rows([button("Send these times", "suggest_times", self)]),
            primary=not again,
        )

    def _inform(self) -> Action:
        return opens(
            "Something to know first",
            text_field(
                "note",
                f"What should {self._who} know before the audit?",
                limit=NOTE_LENGTH,
                hint="For example: please do not ring before Thursday's meeting",
                required=f"Please write a line for {self._who}.",
            ),
            *rows([button(self._tell(), "inform_auditor", self)]),
        )

    def _tell(self) -> str:
        # a button has at most 24 characters
        return fit_title(f"Tell {self._who}", "Tell the auditor", length=24)

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """The worker and others told, one auditor and two, every state."""
        worker = cls._one_auditor()
        pair = cls._two_auditors()
        seen = replace(worker, state="seen", seen_on=date(2026, 10, 27), version=3)
        times = tuple(datetime(2026, 11, day, 14, tzinfo=UTC) for day in (10, 12))
        return (
            worker,
            pair,
            replace(worker, family_contact=FamilyContact.NONE, minimum_talk_minutes=45),
            replace(worker, is_worker=False),
            replace(pair, is_worker=False),
            seen,
            replace(seen, is_worker=False),
            replace(worker, state="times_sent", suggested=times, version=3),
            replace(worker, state="agreed", suggested=times[:1], version=4),
            replace(worker, notice="The first time is over already. Please choose a later one."),
        )

    @classmethod
    def _one_auditor(cls) -> Self:
        role = "Practice Improvement Manager"
        return cls(
            ref=Ref("audit", "3107"),
            version=2,
            case="C-24113",
            programme="Deep dive audit",
            auditors=(SeatHolder(label="auditor", name="Ada Okafor", role=role),),
            first_day=date(2026, 11, 2),
            last_day=date(2026, 11, 30),
            look_back_months=6,
            minimum_talk_minutes=60,
            family_contact=FamilyContact.AUDITOR_RINGS,
        )

    @classmethod
    def _two_auditors(cls) -> Self:
        return cls(
            ref=Ref("audit", "3087"),
            version=1,
            case="C-23087",
            programme="Case file audit",
            auditors=(
                SeatHolder(label="lead auditor", name="Ada Okafor", role="Team Manager"),
                SeatHolder(label="peer auditor", name="Ivo Hart", role="IRO"),
            ),
            first_day=date(2026, 10, 1),
            last_day=date(2026, 10, 22),
            talks_with=("Ivo",),
            family_contact=FamilyContact.WORKER_ASKS_CONSENT,
            chosen_because="it was closed and opened again within a year",
        )


def _sentence_start(text: str) -> str:
    return text[:1].upper() + text[1:]


def _fact(seat: SeatHolder, seats: tuple[SeatHolder, ...]) -> str:
    word = "auditor" if len(seats) == 1 else first_word(seat.label)
    return word.capitalize()


def _span(first: date, last: date) -> str:
    """``Monday 2 to Monday 30 November``; the month twice only where there are two."""
    same_month = (first.year, first.month) == (last.year, last.month)
    start = f"{first:%A} {first.day}" if same_month else say_day(first)
    return f"{start} to {say_day(last)}"


def _months(count: int | None) -> str:
    if count is None:
        return ""
    return f"The last {count} months" if count != 1 else "The last month"


def _at_least(minutes: int | None) -> str:
    """`` for at least an hour``, to follow "talk"."""
    if minutes is None:
        return ""
    return f" for at least {'an hour' if minutes == 60 else f'{minutes} minutes'}"


def _moment(at: datetime) -> str:
    return f"{say_day(local(at).date())} {say_time(at)}"


def _day_and_time(number: int, day: str, time: str, *, required: bool) -> Element:
    needed = required or None
    inputs: tuple[Element, ...] = (
        DateInput(id=f"day_{number}", label=day, error_message="Choose a day.", is_required=needed),
        TimeInput(
            id=f"time_{number}", label=time, error_message="Choose a time.", is_required=needed
        ),
    )
    return ColumnSet(columns=[Column(width="stretch", items=[item]) for item in inputs])
