"""A serious incident: who was told when, what was decided, and what follows (SOM-42 to SOM-46)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import ClassVar, Literal, Self

from cards.card import Json, register
from cards.elements import Action, Element
from cards.kit import (
    Target,
    band,
    bullets,
    button,
    card,
    choice_field,
    date_field,
    fit_title,
    fitting,
    noticed,
    opens,
    quote,
    refreshing,
    rows,
    sentence,
    shorten,
    small,
    subtitle,
    text_field,
    title,
)
from cards.responses.parts import LIMIT, Countdown, Event, happened, plain
from domain.calendar.wording import say_day, say_time
from domain.refs import Ref

State = Literal["Urgent", "Told", "Overdue", "Decided", "Closed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided, why, on which day and by whom; ``agreed`` names who agreed."""

    way: str
    reason: str
    on: date
    by: str
    agreed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """What the reader may do now; the choices of what they may decide, as the council has them."""

    acknowledge: bool = False
    decide: tuple[str, ...] = ()
    agree: bool = False
    learn: tuple[str, ...] = ()
    review: bool = False
    close: bool = False


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class SeriousIncident:
    """``told`` are lines: who has it since when, and who was not told yet."""

    kind: ClassVar[str] = "serious_incident"

    ref: Ref
    version: int
    number: str
    case: str
    state: State
    concern: str
    raised: str
    today: date
    facts: str
    told: tuple[str, ...]
    countdown: Countdown | None = None
    repeat: bool = False
    decision: Decision | None = None
    learning: str = ""
    review_due: date | None = None
    days_left: int = 0
    reviewed: str = ""
    waits: str = ""
    events: tuple[Event, ...] = ()
    mine: Mine = field(default_factory=Mine)
    reader: str = ""
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line: no child, no facts."""
        again = "Again: " if self.repeat else ""
        if self.waiting and self.countdown:
            return f"{again}Urgent: {self.number}, today by {say_time(self.countdown.due)}"
        return f"{again}Urgent: {self.number}, please read"

    @property
    def waiting(self) -> bool:
        """Whether somebody has not been told: the only thing here that is red."""
        return self.state in {"Urgent", "Overdue"}

    def render(self) -> Json:
        """The incident as it stands, and what the reader may do."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        body = [
            band(f"Incident {self.number} · {self.case}", self.state, urgent=self.waiting),
            title(fit_title(f"A serious incident: {self.case}", "A serious incident")),
            *(self.countdown.drawn("Tell them") if self.waiting and self.countdown else []),
            small("Sent again, as the first may not have come.") if self.repeat else None,
            plain(self.concern),
            quote("What happened", shorten(self.facts, limit)),
            small(f"Raised {self.raised}"),
            subtitle("Who was told"),
            bullets(self.told),
            *self._decided(limit),
            *self._follows(),
            *rows(*self._buttons()),
            small(self.waits) if self.waits else None,
            *happened(self.events, self.today),
        ]
        fallback = f"Urgent: {self.number} needs you. Type my work."
        refresh = refreshing(self, "see_response", [self.reader]) if self._refreshes() else None
        shown = noticed(body, self.notice, self.field)
        return card(fallback=fallback, body=shown, refresh=refresh)

    def _refreshes(self) -> bool:
        """A card with an input would lose what is typed."""
        return bool(self.reader) and not (self.mine.decide or self.mine.learn or self.mine.review)

    def _decided(self, limit: int) -> list[Element]:
        if self.decision is None:
            return []
        made = self.decision
        agreed = f" {made.agreed} agreed." if made.agreed else " Not agreed yet."
        return [
            subtitle("Who is notified"),
            plain(f"{made.way}: decided by {made.by} on {say_day(made.on)}.{agreed}"),
            quote("Why", shorten(made.reason, limit)),
        ]

    def _follows(self) -> list[Element]:
        drawn: list[Element] = []
        if self.review_due:
            done = f"Submitted: {self.reviewed}." if self.reviewed else self._left()
            said = f"Rapid review due by **{say_day(self.review_due)}**. {done}"
            drawn += [subtitle("Rapid review"), sentence(said)]
        if self.learning:
            drawn += [subtitle("How it is learned from"), plain(self.learning)]
        return drawn

    def _left(self) -> str:
        if self.days_left < 0:
            return f"{-self.days_left} days late."
        return f"{self.days_left} days left."

    def _buttons(self) -> list[list[Action | None]]:
        own = Target(Ref("incident", self.ref.key), 1)
        agreement = Target(Ref("agreement", self.ref.key), 1)
        mine = self.mine
        take = button("I have it", "acknowledge_response", self, primary=True)
        agree = button("I agree with it", "agree_incident", agreement, primary=True)
        return [
            [take if mine.acknowledge else None, agree if mine.agree else None],
            [self._decide(own) if mine.decide else None],
            [self._learn(own) if mine.learn else None],
            [
                self._review(own) if mine.review else None,
                button("Close it", "close_incident", own) if mine.close else None,
            ],
        ]

    def _decide(self, own: Target) -> Action:
        ways = [(str(place), way) for place, way in enumerate(self.mine.decide)]
        return opens(
            "Record the decision",
            choice_field("decision", "Who is notified?", ways, required=True),
            text_field("reason", "Why", limit=LIMIT, required="Please give the reason."),
            date_field("decided_on", "On which day", latest=self.today),
            *rows([button("Keep the decision", "decide_incident", own)]),
        )

    def _learn(self, own: Target) -> Action:
        ways = [(str(place), way) for place, way in enumerate(self.mine.learn)]
        return opens(
            "How to learn from it",
            choice_field("learning", "Which way was chosen?", ways, required=True),
            *rows([button("Keep the way", "choose_learning", own)]),
        )

    def _review(self, own: Target) -> Action:
        return opens(
            "Review submitted",
            date_field("reviewed_on", "Submitted on", latest=self.today),
            *rows([button("Keep the day", "note_review", own)]),
        )

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """To be told, told and to be decided, decided, agreed with a review, overdue."""
        urgent = cls._example()
        now = urgent.today
        told = replace(
            urgent,
            state="Told",
            told=("The head of service: 14:05",),
            mine=Mine(decide=("National Panel", "Neither"), learn=("Desktop review",)),
        )
        made = Decision(way="Both", reason="It meets both tests.", on=now, by="Hal Grove")
        decided = replace(
            told,
            state="Decided",
            decision=made,
            review_due=date(2026, 3, 17),
            days_left=15,
            mine=Mine(agree=True),
        )
        return (
            urgent,
            told,
            decided,
            replace(
                decided,
                decision=replace(made, agreed="Asha Cole"),
                learning="Desktop review",
                days_left=-1,
                mine=Mine(review=True, close=True),
            ),
            replace(urgent, state="Overdue", repeat=True, notice="This is noted already."),
        )

    @classmethod
    def _example(cls) -> Self:
        now = datetime(2026, 3, 2, 14, 5, tzinfo=UTC)
        return cls(
            ref=Ref("response", "42"),
            version=1,
            number="SI-42",
            case="C-24113",
            state="Urgent",
            concern="A child was seriously harmed, and neglect is suspected",
            raised="14:00 on Monday 2 March by the team manager",
            today=now.date(),
            facts="The hospital rang at 13:40.",
            told=("The head of service: not yet",),
            countdown=Countdown(due=datetime(2026, 3, 2, 23, 59, tzinfo=UTC), now=now),
            mine=Mine(acknowledge=True),
            reader="29:reader",
        )
