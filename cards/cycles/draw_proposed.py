"""A draw that waits for a word: which records, who would be asked, and why (HER-01, SEF-01)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    Line,
    band,
    bullets,
    button,
    card,
    choice_field,
    escape,
    facts,
    fitting,
    lines,
    noticed,
    opens,
    rows,
    sentence,
    shorten,
    small,
    text_field,
    title,
)
from domain.calendar.wording import say_count, say_day
from domain.refs import Ref

MOST_LINES = 20
MOST_CHOICES = 40
REASON_LIMIT = 200
STATES = {"waiting": "For you to confirm", "confirmed": "Confirmed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnRecord:
    """A record of the draw: its team, and who would be asked ("Lead: Tess Marlow")."""

    case: str
    team: str
    seats: str


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class DrawProposed:
    """For those whose word the draw needs. ``tells`` is the day of the first card to anybody.

    ``notes`` explain the draw; ``left_out`` are records taken out of it, each with the reason.
    """

    kind: ClassVar[str] = "draw_proposed"

    ref: Ref
    version: int
    programme: str
    cycle: str
    opens_on: date
    tells: date
    pool: int
    seed: int
    people: int
    records: tuple[DrawnRecord, ...]
    notes: tuple[str, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    state: Literal["waiting", "confirmed"] = "waiting"
    decided: str = ""
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        drawn = say_count(len(self.records), "record")
        done = f"confirmed, {drawn}" if self.state == "confirmed" else f"{drawn} drawn, not sent"
        return f"{self.programme}, {self.cycle}: {done}"

    def render(self) -> Json:
        """The list, as much as fits, and what can be done about it."""
        return fitting(self._draw)

    def _draw(self, limit: int) -> Json:
        body = [
            band(f"{self.programme} · {self.cycle}", STATES[self.state]),
            title(f"{say_count(len(self.records), 'record')} drawn"),
            sentence(self._sentence()),
            facts(
                ("Drawn", f"At random from {say_count(self.pool, 'record')}, seed {self.seed}"),
                ("Opens", say_day(self.opens_on)),
            ),
            bullets(self.notes) if self.notes else None,
            *self._list(limit),
            *self._out(),
            *(self._ways_on() if self.state == "waiting" else []),
        ]
        return card(fallback=f"{self.summary}. Type my work.", body=noticed(body, self.notice))

    def _sentence(self) -> str:
        if self.state == "confirmed":
            return f"{escape(self.decided)}. The first cards go out on {say_day(self.tells)}."
        who = say_count(self.people, "person", "people")
        return (
            f"Nobody has been told. Once you confirm, {who} will hear from me, the first on "
            f"**{say_day(self.tells)}**."
        )

    def _list(self, limit: int) -> list[Element]:
        shown = [
            Line(text=f"{one.case}, {one.team}", detail=shorten(one.seats, limit, "more"))
            for one in self.records[:MOST_LINES]
        ]
        rest = len(self.records) - len(shown)
        return [*lines(shown, "Medium"), *([small(f"{rest} more in this draw.")] if rest else [])]

    def _out(self) -> list[Element]:
        return [
            small(f"Taken out: {escape(case)}. {escape(reason)}") for case, reason in self.left_out
        ]

    def _ways_on(self) -> list[Element]:
        cases = tuple((record.case, record.case) for record in self.records[:MOST_CHOICES])
        out = opens(
            "Take one out",
            choice_field("record", "Which record?", cases, filtered=True, required=True),
            text_field("reason", "Why?", limit=REASON_LIMIT, required="Please say why."),
            *rows([button("Take it out", "leave_out_record", self)]),
        )
        return rows(
            [button("Confirm", "confirm_draw", self, primary=True), out],
            [button("Draw again", "draw_again", self)],
        )

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Waiting, with one taken out, a long one, confirmed."""
        one = DrawnRecord(
            case="C-23087",
            team="Safeguarding North",
            seats="Lead auditor: Tess Marlow. Peer auditor: Ada Byrne",
        )
        waiting = cls(
            ref=Ref("proposal", "4"),
            version=1,
            programme="Case file audit",
            cycle="December 2026",
            opens_on=date(2026, 12, 1),
            tells=date(2026, 12, 1),
            pool=412,
            seed=551842,
            people=14,
            records=(one, replace(one, case="C-24051", team="Get Safe")),
            notes=("3 records skipped: audited in the last months (E-10)",),
        )
        many = tuple(replace(one, case=f"C-{number}") for number in range(24000, 24089))
        return (
            waiting,
            replace(waiting, version=2, left_out=(("C-23101", "A hearing is due that week"),)),
            replace(waiting, records=many, people=131, notice="The draw was made again."),
            replace(waiting, state="confirmed", decided="Cora Lindley confirmed it on 24 November"),
        )
