"""One talk of an audit, for the auditor: book it, note it, or say why it was not held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import ClassVar, Literal, Self

from cards.card import Json, register
from cards.elements import Action, Element, TextInput
from cards.kit import (
    Unsafe,
    band,
    bullets,
    button,
    card,
    choice_field,
    escape,
    facts,
    fit_title,
    fitting,
    more,
    noticed,
    opens,
    quote,
    rows,
    sentence,
    shorten,
    small,
    text_field,
    title,
)
from cards.talks.parts import (
    NOTE_LENGTH,
    PROTECTED,
    WORDS_LENGTH,
    Told,
    day_and_time,
    day_field,
    moment,
    several,
    value_of,
)
from domain.calendar.wording import say_day
from domain.refs import Ref
from domain.talks.rules import NOT_HELD_REASONS

State = Literal["open", "booked", "held", "not_held"]
STATE_WORDS = {
    "open": "Not booked",
    "booked": "Booked",
    "held": "Held",
    "not_held": "Not held",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A prompt and what was noted under it; ``key`` is its input."""

    key: str
    prompt: str
    words: str = ""


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class TalkCard:
    """``minimum`` minutes or 0. ``people`` are (id, "Name, role") of whoever can take part.

    ``offered`` are starts that others suggested, as (ISO, words). ``more_prompts`` have no field.
    ``values`` are what was typed and not kept. ``protected``: time is kept free (SOM-04).
    ``excused`` offers to say why it was not held: a talk that nobody must have needs no reason.
    """

    kind: ClassVar[str] = "talk"

    ref: Ref
    version: int
    case: str
    programme: str
    name: str
    today: date
    state: State = "open"
    minimum: int = 0
    usual: int = 60
    required: bool = True
    protected: bool = False
    excused: bool = True
    people: tuple[tuple[str, str], ...] = ()
    took_part: tuple[str, ...] = ()
    starts_at: datetime | None = None
    minutes: int = 0
    held_on: date | None = None
    offered: tuple[tuple[str, str], ...] = ()
    answers: tuple[Told, ...] = ()
    notes: tuple[Note, ...] = ()
    more_prompts: tuple[str, ...] = ()
    reason: str = ""
    words: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    notice: str | None = None
    unsafe: Unsafe | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.case}: the talk of your audit"

    def render(self) -> Json:
        """The card in its state, with long notes cut where it would be too heavy."""
        return fitting(self._drawn)

    def _drawn(self, limit: int) -> Json:
        body = [
            band(f"{self.programme} · {self.case}", STATE_WORDS[self.state]),
            title(fit_title(f"{self.case}: {self.name}", f"The talk for {self.case}")),
            sentence(self._sentence()),
            facts(
                ("Talk", self.name),
                ("With", ", ".join(words for _, words in self.people)),
                *((one.name, one.said) for one in self.answers),
            ),
            *(quote(f"What {one.name} wrote", one.words) for one in self.answers if one.words),
            *self._kept(limit),
            small(PROTECTED) if self.protected and self.state in {"open", "booked"} else None,
            *rows(*self._buttons(limit)),
        ]
        fallback = f"{self.case}: the talk of your audit. Type book: and a day and a time."
        return card(fallback=fallback, body=noticed(body, self.notice), unsafe=self.unsafe)

    def _sentence(self) -> str:
        if self.state == "booked" and self.starts_at:
            return f"You talk on **{moment(self.starts_at)}** for {self.minutes} minutes."
        if self.state == "held" and self.held_on:
            return f"It was held on **{say_day(self.held_on)}**. Your notes stay with the audit."
        if self.state == "not_held":
            return f"It was not held: {escape(self.reason)}."
        length = f" It takes at least {self.minimum} minutes." if self.minimum else ""
        before = " Note it before you submit." if self.required else " It is up to you."
        return f"Please book it when it suits them.{length}{before}"

    def _kept(self, limit: int) -> list[Element]:
        """What was noted, under its prompts."""
        if self.state == "not_held":
            return [quote("More on why", self.words)] if self.words else []
        if self.state != "held":
            return []
        return [quote(n.prompt, shorten(n.words, limit)) for n in self.notes if n.words]

    def _buttons(self, limit: int) -> Sequence[Sequence[Action | None]]:
        if self.state == "held":
            return [[self._note(limit, "Change the note")]]
        booked = self.state == "booked"
        return [
            [
                self._book("Change the time" if booked else "Book a time"),
                self._note(limit, "Note the talk"),
            ],
            [
                button("Cancel the booking", "cancel_talk", self) if booked else None,
                self._not_held() if self.excused and self.state != "not_held" else None,
            ],
        ]

    def _book(self, label: str) -> Action:
        offered = (
            choice_field("offered", "Times that suit them", self.offered) if self.offered else None
        )
        return opens(
            label,
            offered,
            day_and_time(
                day=value_of(self.values, "day"),
                time=value_of(self.values, "time"),
                labels=("Another day", "At") if offered else ("Day", "Time"),
            ),
            TextInput(
                id="minutes",
                label="Minutes",
                value=value_of(self.values, "minutes", str(self.minutes or self.usual)),
                max_length=4,
                error_message="Say how many minutes.",
            ),
            *rows([button("Book it", "book_talk", self)]),
            primary=self.state == "open",
        )

    def _note(self, limit: int, label: str) -> Action:
        del limit
        # no day by itself before it is held: the card may be read long after it was drawn
        noted = self.held_on.isoformat() if self.held_on and self.state == "held" else ""
        held = value_of(self.values, "held_on", noted)
        ask = more("prompts", "More to talk about", [bullets(self.more_prompts)])
        return opens(
            label,
            *(
                text_field(
                    note.key,
                    note.prompt,
                    limit=NOTE_LENGTH,
                    value=value_of(self.values, note.key, note.words),
                )
                for note in self.notes
            ),
            *(ask if self.more_prompts else []),
            several("took_part", "Who took part", self.people, self._chosen())
            if self.people
            else None,
            day_field("held_on", "When (if it was another day)", held, self.today),
            *rows([button("Keep the note", "note_talk", self)]),
            primary=self.state == "booked",
        )

    def _chosen(self) -> tuple[str, ...]:
        return self.took_part or tuple(key for key, _ in self.people)

    def _not_held(self) -> Action:
        return opens(
            "It was not held",
            choice_field("reason", "Why not?", NOT_HELD_REASONS, value=self.values.get("reason")),
            text_field(
                "words",
                "In your words (optional)",
                limit=WORDS_LENGTH,
                value=value_of(self.values, "words"),
            ),
            *rows([button("Keep the reason", "talk_not_held", self)]),
        )

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Every state, times on offer, optional, protected, a fault."""
        talk = cls._open()
        times = (("2026-11-13T14:00+00:00", "Friday 13 November at 14:00"),)
        booked = replace(
            talk,
            version=2,
            state="booked",
            starts_at=datetime(2026, 11, 13, 14, tzinfo=UTC),
            minutes=60,
            held_on=date(2026, 11, 13),
            answers=(
                Told(name="Priya Nair", said="That suits"),
                Told(name="Ivo Hart", said="Does not suit", words="I am in court that day."),
            ),
        )
        noted = tuple(
            replace(note, words="The direct work with the sister.") for note in talk.notes
        )
        return (
            talk,
            replace(talk, offered=times, values={"minutes": "45"}, notice="At least 60 minutes."),
            replace(talk, required=False, minimum=0, people=(), more_prompts=(), protected=True),
            booked,
            replace(booked, offered=times, protected=True),
            replace(booked, version=3, state="held", notes=noted, took_part=("will",), answers=()),
            replace(
                talk,
                version=2,
                state="not_held",
                reason="The worker is away or has left",
                words="Away until January.",
            ),
        )

    @classmethod
    def _open(cls) -> Self:
        return cls(
            ref=Ref("talk", "12"),
            version=1,
            case="C-24113",
            programme="Deep dive audit",
            name="Learning conversation with the key worker",
            today=date(2026, 11, 12),
            minimum=60,
            people=(("will", "Priya Nair, Social Worker"), ("ivy", "Ivo Hart, IRO")),
            notes=(
                Note(key="note_1", prompt="What are you proud of in this work?"),
                Note(key="note_more", prompt="Anything else"),
            ),
            more_prompts=("What did supervision do for this child?",),
        )
