"""A draw that waits for a word: which records, who would be asked, and why (HER-01, SEF-01)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal, Self

from cards.card import Json, register
from cards.elements import Action, Element
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
    short_field,
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
THEME_LIMIT = 200
LINK_LIMIT = 300
NAMES_LIMIT = 400
State = Literal["waiting", "opening", "confirmed"]
STATES = {"waiting": "For you to confirm", "opening": "Opening", "confirmed": "Confirmed"}


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
    ``noun`` is what is drawn, one and several; where ``may_name``, people choose and may add to
    what is proposed. Whoever only gives the template may not decide (LEI-04).
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
    state: State = "waiting"
    decided: str = ""
    notice: str | None = None
    field: str | None = None
    noun: tuple[str, str] = ("record", "records")
    may_decide: bool = True
    may_name: bool = False
    may_draw_again: bool = True
    theme: str = ""
    template: str = ""
    asks_theme: bool = False
    asks_template: bool = False

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        drawn = self._count(len(self.records))
        done = f"{drawn} drawn, not sent" if self.state == "waiting" else f"confirmed, {drawn}"
        return f"{self.programme}, {self.cycle}: {done}"

    def render(self) -> Json:
        """The list, as much as fits, and what can be done about it."""
        return fitting(self._draw)

    def _draw(self, limit: int) -> Json:
        body = [
            band(f"{self.programme} · {self.cycle}", STATES[self.state]),
            title(f"{self._count(len(self.records))} {'chosen' if self.may_name else 'drawn'}"),
            sentence(self._sentence()),
            facts(
                ("Drawn", self._drawn()),
                ("Opens", say_day(self.opens_on)),
                ("Theme", self.theme or "Not given yet") if self.asks_theme else None,
                ("Template", self.template or "Not given yet") if self.asks_template else None,
            ),
            bullets(self.notes) if self.notes else None,
            *self._list(limit),
            *self._out(),
            *(self._ways_on() if self.state == "waiting" else []),
        ]
        return card(
            fallback=f"{self.summary}. Type my work.", body=noticed(body, self.notice, self.field)
        )

    def _count(self, number: int) -> str:
        return say_count(number, *self.noun)

    def _drawn(self) -> str:
        if not self.pool:
            return "Named by people" if self.records else "None is known yet: name them"
        how = "Proposed out of" if self.may_name else "At random from"
        return f"{how} {self._count(self.pool)}, seed {self.seed}"

    def _sentence(self) -> str:
        if self.state == "opening":
            audits = say_count(len(self.records), "audit")
            return f"{escape(self.decided)}. {audits} are being opened; this card says when all is."
        if self.state == "confirmed":
            return f"{escape(self.decided)}. The first cards go out on {say_day(self.tells)}."
        who = say_count(self.people, "person", "people")
        return (
            f"Nobody has been told. Once you confirm, {who} will hear from me, the first on "
            f"**{say_day(self.tells)}**."
        )

    def _list(self, limit: int) -> list[Element]:
        shown = [
            Line(
                text=", ".join(filter(None, (one.case, one.team))),
                detail=shorten(one.seats, limit, "more"),
            )
            for one in self.records[:MOST_LINES]
        ]
        rest = len(self.records) - len(shown)
        return [*lines(shown, "Medium"), *([small(f"{rest} more in this draw.")] if rest else [])]

    def _out(self) -> list[Element]:
        return [
            small(f"Taken out: {escape(case)}. {escape(reason)}") for case, reason in self.left_out
        ]

    def _ways_on(self) -> list[Element]:
        if not self.may_decide:
            return rows([self._brief()])
        cases = tuple((record.case, record.case) for record in self.records[:MOST_CHOICES])
        out = opens(
            "Take one out",
            choice_field(
                "record",
                f"Which {self.noun[0]}?",
                cases,
                filtered="Type a reference",
                required=True,
            ),
            text_field("reason", "Why?", limit=REASON_LIMIT, required="Please say why."),
            *rows([button("Take it out", "leave_out_record", self)]),
        )
        return rows(
            [button("Confirm", "confirm_draw", self, primary=True), out if cases else None],
            [
                button("Draw again", "draw_again", self) if self.may_draw_again else None,
                self._brief() if self.asks_theme or self.asks_template else None,
                self._more() if self.may_name else None,
            ],
        )

    def _brief(self) -> Action:
        theme = short_field("theme", "Theme", limit=THEME_LIMIT, value=self.theme)
        template = short_field(
            "template", "Where the template is", limit=LINK_LIMIT, value=self.template
        )
        return opens(
            "Theme",
            theme if self.asks_theme else None,
            template if self.asks_template else None,
            *rows([button("Keep it", "brief_draw", self)]),
        )

    def _more(self) -> Action:
        names = short_field("names", f"Which {self.noun[1]}? By commas", limit=NAMES_LIMIT)
        return opens("Name more", names, *rows([button("Add them", "name_subjects", self)]))

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
            *cls._by_people(waiting),
            replace(waiting, records=many, state="opening", decided="Cora Lindley confirmed it"),
            replace(waiting, state="confirmed", decided="Cora Lindley confirmed it on 24 November"),
        )

    @classmethod
    def _by_people(cls, waiting: Self) -> Sequence[Self]:
        """Named by people, with a theme and a template, and for whoever only gives these."""
        return (
            replace(
                waiting,
                records=(replace(waiting.records[0], case="Harbour House", team=""),),
                pool=0,
                noun=("setting", "settings"),
                may_name=True,
                notice="Please name at least one setting.",
                field="names",
            ),
            replace(
                waiting,
                noun=("team", "teams"),
                theme="Life story work",
                asks_theme=True,
                asks_template=True,
            ),
            replace(waiting, may_decide=False, asks_theme=True, asks_template=True),
        )
