"""The whole story of what cannot wait, on one card that every party sees up to date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import ClassVar, Literal, Self

from cards.card import Json, register
from cards.elements import Action, Element
from cards.kit import (
    Target,
    band,
    bullets,
    button,
    card,
    facts,
    fit_title,
    fitting,
    more,
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
from domain.calendar.wording import say_time, say_when
from domain.refs import Ref

State = Literal["Urgent", "Acknowledged", "Overdue", "Answered", "Closed"]
ALL_WORDS = "the rest is in the record of this response"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What was answered: (question, words) in order, by whom and when."""

    by: str
    at: datetime
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class May:
    """What the reader may do now."""

    acknowledge: bool = False
    answer: bool = False
    read: bool = False
    talk: bool = False


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ImmediateResponse:
    """``concern`` is the rule's title; ``waits`` what happens next if nobody acts.

    ``own`` marks the product's own safety net, which sets no time limit (E-13); ``repeat`` a card
    that was sent again because Teams may have lost the first. ``reader`` is the ``29:`` id that
    the card comes up to date for when it is looked at.
    """

    kind: ClassVar[str] = "immediate_response"

    ref: Ref
    version: int
    number: str
    case: str
    state: State
    concern: str
    raised: str
    today: date
    facts: str
    countdown: Countdown | None = None
    own: bool = False
    gap: bool = False
    repeat: bool = False
    team: str = ""
    spoken_to: str = ""
    waits: str = ""
    sentence: str = ""
    answer: Answered | None = None
    returned: str = ""
    paste: str = ""
    tasks: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    may: May = field(default_factory=May)
    round: int = 1
    reader: str = ""
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line: no child, no facts."""
        again = "Again: " if self.repeat else ""
        if self.countdown and self.state in {"Urgent", "Acknowledged"}:
            by = say_time(self.countdown.due)
            return f"{again}Urgent: {self.number}, answer by {by}"
        said = {"Answered": "is answered: please read", "Closed": "is closed"}
        return f"{again}Urgent: {self.number} {said.get(self.state, 'needs you now')}"

    @property
    def waiting(self) -> bool:
        """Whether somebody must still act: the only thing here that is red."""
        return self.state in {"Urgent", "Acknowledged", "Overdue"}

    def render(self) -> Json:
        """The story as it is now, and what the reader may do."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        body = [
            band(f"{self._what()} · {self.case}", self.state, urgent=self.waiting),
            title(self._title()),
            *self._time(),
            small("Sent again, as the first may not have come.") if self.repeat else None,
            quote("What was seen", shorten(self.facts, limit, ALL_WORDS)),
            facts(
                ("Concern", self.concern),
                ("Team", self.team),
                ("Raised", self.raised),
                ("Told", shorten(self.spoken_to, min(limit, 300), ALL_WORDS)),
            ),
            *self._answered(limit),
            *self._tasks(),
            quote("What is missing", shorten(self.returned, limit)) if self.returned else None,
            *self._calm(),
            *rows(*self._buttons()),
            *self._wider(),
            *self._paste(limit),
            small(self.waits) if self.waits else None,
            *happened(self.events, self.today),
            *rows([button("Who had it when", "show_ledger", self._story())]),
        ]
        fallback = f"Urgent: {self.number} needs an answer. Type my work."
        refresh = refreshing(self, "see_response", [self.reader]) if self._refreshes() else None
        return card(fallback=fallback, body=noticed(body, self.notice, self.field), refresh=refresh)

    def _refreshes(self) -> bool:
        """A card with an input would lose what is typed."""
        return bool(self.reader) and not self.may.read

    def _what(self) -> str:
        return f"{'Safety net' if self.own else 'Immediate response'} {self.number}"

    def _title(self) -> str:
        if not self.waiting:
            done = f"{self.number} is {self.state.lower()}"
            return fit_title(f"{done}: {self.case}", done)
        what = "No supervision" if self.gap else "A child may be unsafe"
        return fit_title(f"{what}: {self.case}", what)

    def _time(self) -> list[Element]:
        if not self.waiting:
            return []
        if self.countdown:
            return self.countdown.drawn("Answer")
        if self.own:
            said = "This is the product's safety net, not a rule of the council: no time limit."
            return [sentence(said)]
        return [sentence("Please answer as soon as you can.")]

    def _calm(self) -> list[Element]:
        if not self.waiting:
            return []
        said = "In danger now? Follow the safeguarding procedure and call 999."
        return [plain(said), *([small(self.sentence)] if self.sentence else [])]

    def _answered(self, limit: int) -> list[Element]:
        if self.answer is None:
            return []
        head = f"Answered by {self.answer.by} at {say_when(self.answer.at, self.today)}"
        drawn = [subtitle(head)]
        drawn += [quote(ask, shorten(words, limit, ALL_WORDS)) for ask, words in self.answer.said]
        return drawn

    def _tasks(self) -> list[Element]:
        """Who looks further, by when, and how far that is."""
        if not self.tasks:
            return []
        return [subtitle("Who looks further"), bullets(self.tasks)]

    def _buttons(self) -> list[list[Action | None]]:
        target = self._story()
        if self.waiting:
            take = self.may.acknowledge
            first = button("I have it", "acknowledge_response", target, primary=True)
            answer = button("Answer now", "open_response", target, primary=not take)
            return [[first if take else None, answer if self.may.answer else None]]
        if self.may.read:
            raised = Target(Ref("raised", self.ref.key), self.round)
            close = button("Close it", "close_response", raised, primary=True)
            missing = text_field(
                "reason", "What is missing", limit=LIMIT, required="Please say what is missing."
            )
            back = opens("Return it", missing, *rows([self._return(raised)]))
            return [[close, back]]
        if self.may.talk:
            talk = Target(Ref("response_talk", self.ref.key), 1)
            return [[button("We talked about it", "confirm_response_talk", talk, primary=True)]]
        return []

    def _story(self) -> Target:
        return Target(self.ref, self.version)

    def _return(self, raised: Target) -> Action:
        return button("Send it back", "return_response", raised)

    def _wider(self) -> list[Element]:
        if not self.others:
            return []
        lines = [bullets(self.others, spacing=None)]
        return more("others", "The worker's other open records", lines)

    def _paste(self, limit: int) -> list[Element]:
        if not self.paste:
            return []
        under = "Copy this into the case system yourself: nothing is written there from here."
        text = quote("To paste", shorten(self.paste, limit))
        return more("paste", "Text for the case system", [text, small(under)])

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Urgent, had, gap, product's own, sent again, overdue, answered, returned, closed."""
        now = datetime(2026, 11, 17, 15, 14, tzinfo=UTC)
        urgent = cls._example(now)
        has_it = replace(
            urgent, state="Acknowledged", may=May(answer=True), waits="Remember it before 23:59."
        )
        answer = Answered(
            by="Helen Brandt",
            at=now + timedelta(hours=1),
            said=(
                ("Is the child safe now?", "Yes, seen today"),
                ("What has been done", "A strategy discussion was held at 16:00."),
            ),
        )
        done = replace(
            urgent,
            state="Answered",
            answer=answer,
            may=May(read=True),
            paste="Answered: yes, seen today",
            tasks=("Management practice: A-3, Sam Field, by Tuesday 24 November, open",),
        )
        late = Countdown(due=now - timedelta(minutes=70), now=now)
        return (
            urgent,
            has_it,
            replace(urgent, gap=True, concern="No supervision for six months"),
            replace(urgent, number="CS-42", countdown=None, own=True),
            replace(urgent, repeat=True),
            replace(urgent, state="Overdue", countdown=late),
            done,
            replace(has_it, returned="When was the child seen?", round=2),
            replace(done, state="Closed", may=May(talk=True), others=("C-24120", "C-24177")),
        )

    @classmethod
    def _example(cls, now: datetime) -> Self:
        return cls(
            ref=Ref("response", "41"),
            version=1,
            number="IR-41",
            case="C-24113",
            state="Urgent",
            concern="A worry about a child's safety",
            raised="15:12 by Ada Okafor",
            today=now.date(),
            facts="The visit record of 12 November notes a bruise. Nothing is recorded since.",
            countdown=Countdown(due=datetime(2026, 11, 17, 23, 59, tzinfo=UTC), now=now),
            team="Assessment Team 2",
            spoken_to="Tess Marlow, team manager, at 15:05",
            waits="If nobody has it by 15:27, it is sent again.",
            events=(Event(at=now, text="sent to Helen Brandt, accepted by Teams"),),
            may=May(acknowledge=True, answer=True),
            reader="29:reader",
        )
