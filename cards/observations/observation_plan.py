"""Who observes whom this month, for whoever assigns it; nobody is told before (SEF-31)."""

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
    button,
    card,
    lines,
    noticed,
    opens,
    rows,
    sentence,
    short_field,
    small,
    title,
)
from domain.calendar.wording import say_count, say_date, say_day, say_list
from domain.refs import Ref

MOST_LINES = 30
MOST_LEFT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLine:
    """One observation; ``returned_on`` once it is on the record."""

    observer: str
    observed: str
    team: str = ""
    returned_on: date | None = None


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationPlanCard:
    """``left`` are observers for whom nobody outside their line was free."""

    kind: ClassVar[str] = "observation_plan"

    ref: Ref
    version: int
    today: date
    month: str
    due: date
    pairs: tuple[PairLine, ...]
    left: tuple[str, ...] = ()
    theme: str = ""
    state: Literal["proposed", "sent"] = "proposed"
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        if self.state == "proposed":
            return f"Observations for {self.month} to confirm"
        done = sum(one.returned_on is not None for one in self.pairs)
        return f"Observations for {self.month}: {done} of {len(self.pairs)} returned"

    def render(self) -> Json:
        """The pairs; what may still be changed while nobody was told."""
        proposed = self.state == "proposed"
        body = [
            band(f"Observations · {self.month}", "To confirm" if proposed else "Sent"),
            title(say_count(len(self.pairs), "observation")),
            sentence(self._proposed() if proposed else self._sent()),
            small(f"The month's audits look at: {self.theme}") if self.theme else None,
            *lines([self._line(n, one) for n, one in self._shown()], "Medium"),
            *self._rest(),
            *(self._buttons() if proposed else []),
        ]
        fallback = f"Observations for {self.month}. Type send, or swap, a colon, a line and a name."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _proposed(self) -> str:
        return f"Nobody has been told yet. To be returned by **{say_day(self.due)}**."

    def _sent(self) -> str:
        done = sum(one.returned_on is not None for one in self.pairs)
        late = len(self.pairs) - done if self.due < self.today else 0
        more = f" **{late} late**: line managers hear of it after three days." if late else ""
        return f"{done} of {len(self.pairs)} returned, due by {say_day(self.due)}.{more}"

    def _shown(self) -> list[tuple[int, PairLine]]:
        return list(enumerate(self.pairs, 1))[:MOST_LINES]

    def _line(self, number: int, one: PairLine) -> Line:
        return Line(
            number=number,
            text=f"{one.observer} observes {one.observed}",
            detail=one.team,
            right=self._right(one),
            strong=one.returned_on is None and self.due < self.today,
        )

    def _right(self, one: PairLine) -> str:
        if self.state == "proposed":
            return ""
        if one.returned_on:
            return f"returned {say_date(one.returned_on)}"
        return "late" if self.due < self.today else "not yet"

    def _rest(self) -> list[Element | None]:
        over = len(self.pairs) - MOST_LINES
        names = [*self.left[:MOST_LEFT]]
        names += [f"{len(self.left) - MOST_LEFT} more"] if len(self.left) > MOST_LEFT else []
        said = f"Nobody outside their line was free for {say_list(names)}." if names else ""
        return [small(f"{over} more.") if over > 0 else None, small(said) if said else None]

    def _buttons(self) -> list[Element]:
        hint = "2 Wanda Moor"
        swap = short_field("swap", "Line and name", limit=120, hint=hint, required="Say both.")
        leave = short_field("leave", "Line", limit=4, hint="2", required="Say which line.")
        return rows(
            [button("Send them", "send_observations", self, primary=True)],
            [
                opens("Change one", swap, *rows([button("Change it", "change_pair", self)])),
                opens("Leave one out", leave, *rows([button("Leave it out", "drop_pair", self)])),
            ],
        )

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """To confirm, with many lines, sent, late."""
        one = PairLine(observer="Tess Marlow", observed="Will Heath", team="Children in Care South")
        new = cls(
            ref=Ref("observation_plan", "3"),
            version=1,
            today=date(2026, 12, 1),
            month="December 2026",
            due=date(2026, 12, 31),
            pairs=(one, replace(one, observer="Theo Brook", observed="Wes Tarn")),
            left=("Sam Field",),
            theme="Pre-birth work",
        )
        sent = replace(new, state="sent", left=())
        done = replace(one, returned_on=date(2026, 12, 9))
        return (
            new,
            replace(
                new, pairs=(one,) * 45, left=("Sam Field",) * 12, notice="There is no line 46."
            ),
            replace(sent, pairs=(done, one)),
            replace(sent, today=date(2027, 1, 4), pairs=(done, one)),
        )
