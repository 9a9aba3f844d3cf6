"""A nomination that is being written: who, what for, where it was seen (SOM-18)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    Line,
    Target,
    band,
    button,
    card,
    escape,
    lines,
    list_field,
    noticed,
    rows,
    sentence,
    short_field,
    small,
    text_field,
    title,
)
from domain.calendar.wording import say_day, say_list
from domain.refs import Ref

REASON_LIMIT, SEEN_LIMIT, NAME_LIMIT = 2000, 200, 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who may be meant; a press on their line chooses them."""

    ref: Ref
    name: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """One that says about the same: since when; ``own`` where the reader stands behind it."""

    on: date
    accepted: bool = False
    own: bool = False


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class NominationForm:
    """``nominee`` is empty until one person is meant; ``candidates`` are those who may be.

    ``rules`` are (key, title) where there is more than one thing to nominate for. ``verified_by``
    says who decides: "a consultant social worker"; ``telling`` are places in the reason that may
    give a family away.
    """

    kind: ClassVar[str] = "nomination_form"

    ref: Ref
    version: int
    number: str
    verified_by: str
    who: str = ""
    nominee: str = ""
    nominee_detail: str = ""
    candidates: tuple[Candidate, ...] = ()
    several: bool = False
    reason: str = ""
    seen: str = ""
    telling: tuple[str, ...] = ()
    rules: tuple[tuple[str, str], ...] = ()
    rule: str = ""
    alike: Alike | None = None
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return "Your nomination: not sent yet"

    @property
    def missing(self) -> tuple[str, ...]:
        """The inputs that are still needed."""
        parts = {"who": self.nominee, "reason": self.reason, "seen": self.seen}
        return tuple(key for key, value in parts.items() if not value)

    def render(self) -> Json:
        """The form, with what was given in it: whole, since it is sent back as it stands."""
        body = [
            band(f"Good practice · {self.number}", "Not sent yet"),
            title("Your nomination"),
            sentence(self._sentence()),
            *self._like_it(),
            short_field("who", "Who is it?", limit=NAME_LIMIT, value=self.nominee or self.who),
            small(self.nominee_detail) if self.nominee_detail else None,
            *self._choices(),
            text_field(
                "reason",
                "What for? Please leave out who the family is.",
                limit=REASON_LIMIT,
                value=self.reason,
            ),
            small(f"This may tell who somebody is: {say_list(self.telling[:5])}.")
            if self.telling
            else None,
            short_field(
                "seen",
                "Where did you see it?",
                limit=SEEN_LIMIT,
                value=self.seen,
                hint="In supervision, a team meeting, an audit…",
            ),
            list_field("rule", "What is it for?", self.rules, value=self.rule)
            if len(self.rules) > 1
            else None,
            *self._buttons(),
        ]
        fallback = f"{self.number}: your nomination is not sent yet. Type send, or drop."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _sentence(self) -> str:
        by = escape(self.verified_by)
        return f"Nothing has been sent yet. When it is, {by} reads it and you hear what came of it."

    def _like_it(self) -> list[Element]:
        if self.alike is None:
            return []
        whose = "You have" if self.alike.own else "Somebody has"
        state = "It was accepted." if self.alike.accepted else "It waits for a decision."
        on = say_day(self.alike.on)
        said = f"{whose} nominated {escape(self.nominee)} for much the same on {on}. {state}"
        ask = "" if self.alike.own else " You can endorse it: your words go with it."
        return [sentence(f"**{said}**{ask}", "Medium")]

    def _choices(self) -> list[Element]:
        if not self.candidates:
            return []
        lead = "Which one do you mean?" if self.several else "Do you mean one of these?"
        return [
            sentence(lead, "Medium"),
            *lines(
                Line(
                    number=at,
                    text=one.name,
                    detail=one.detail,
                    press_for=("choose_nominee", Target(one.ref, self.version)),
                )
                for at, one in enumerate(self.candidates, 1)
            ),
        ]

    def _buttons(self) -> list[Element]:
        drop = button("Drop it", "drop_nomination", self)
        if self.alike is None:
            return rows([button("Send nomination", "send_nomination", self, primary=True), drop])
        apart = button("Send it as a new one", "nominate_apart", self, primary=self.alike.own)
        if self.alike.own:
            return rows([apart, drop])
        return rows([button("Endorse it", "endorse_nomination", self, primary=True), apart], [drop])

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Empty, half given, two of the name, nobody of it, ready, alike, one's own, refused."""
        empty = cls(
            ref=Ref("nomination", "58"),
            version=1,
            number="N-58",
            verified_by="a consultant social worker",
        )
        pair = tuple(
            Candidate(ref=Ref("nominee", f"58-p{at}"), name="Priya Nair", detail=detail)
            for at, detail in enumerate(("Social Worker, Assessment 1", "Social Worker, Fostering"))
        )
        half = replace(empty, who="Priya", reason="The memory map she made with him")
        ready = replace(
            half,
            nominee="Priya Nair",
            nominee_detail="Social Worker, Assessment 1",
            seen="Supervision",
        )
        alike = Alike(on=date(2026, 11, 16))
        rules = (("scoop_and_star", "Scoop and Star"), ("interview", "Make a Difference interview"))
        return (
            empty,
            replace(half, candidates=pair, several=True),
            replace(half, who="Prya", candidates=pair[:1]),
            ready,
            replace(ready, reason="The map with Tommy, aged 7", telling=("Tommy", "aged 7")),
            replace(ready, alike=alike),
            replace(ready, alike=replace(alike, own=True, accepted=True)),
            replace(ready, rules=rules, rule="scoop_and_star"),
            replace(half, notice="Please say who it is. The rest is kept.", field="who"),
        )
