"""Who had it when: the ledger of one response, for everybody in it (SOM-42: read receipt)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import (
    Line,
    Target,
    band,
    button,
    card,
    facts,
    fit_title,
    lines,
    noticed,
    rows,
    sentence,
    small,
    title,
)
from domain.refs import Ref

MOST_PEOPLE = 25
EMPTY = (
    "A time that is not there proves nothing: Teams does not tell of every card that was opened."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Had:
    """One person: ``times`` in the order in which they come, such as ``opened 15:16``."""

    name: str
    times: tuple[str, ...]


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseLedger:
    """``moments`` are those of the whole response: (what, when). ``holds``: its trail is whole."""

    kind: ClassVar[str] = "response_ledger"

    ref: Ref
    version: int
    number: str
    case: str
    state: str
    moments: tuple[tuple[str, str], ...]
    people: tuple[Had, ...]
    holds: bool = True
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a word or a press."""
        return None

    def render(self) -> Json:
        """The times of the whole, then everybody's."""
        drawn = [
            Line(text=one.name, detail=", ".join(one.times) or "no card yet", right="")
            for one in self.people[:MOST_PEOPLE]
        ]
        rest = len(self.people) - len(drawn)
        response = Ref("response", self.ref.key)
        body = [
            band(f"Ledger {self.number} · {self.case}", self.state),
            title(fit_title(f"Who had {self.number}, and when", "Who had it, and when")),
            sentence("The first time of each step, in London time."),
            facts(*self.moments),
            *lines(drawn, "Medium"),
            small(f"{rest} more stand in the workbook.") if rest > 0 else None,
            small(EMPTY, "Medium"),
            small(self._trail()),
            *rows([button("Get as a file", "get_ledger_file", Target(response))]),
        ]
        fallback = f"The ledger of {self.number}. Type ledger {self.number}."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _trail(self) -> str:
        if self.holds:
            return "The chain of its trail is unbroken."
        return "THE CHAIN OF ITS TRAIL IS BROKEN: do not rely on this, and tell whoever runs me."

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Running, closed for a coordinator, a broken trail, many people."""
        one = cls(
            ref=Ref("ledger", "41"),
            version=1,
            number="IR-41",
            case="C-24113",
            state="Acknowledged",
            moments=(("Raised", "15:12"), ("Due", "23:59"), ("Acknowledged", "15:20")),
            people=(
                Had(
                    name="Sam Field",
                    times=("queued 15:12", "accepted by Teams 15:12", "acknowledged 15:20"),
                ),
                Had(name="Theo Brook", times=("queued 15:12", "accepted by Teams 15:12")),
                Had(name="Ada Byrne", times=()),
            ),
        )
        return (
            one,
            replace(one, state="Closed"),
            replace(one, holds=False),
            replace(one, people=one.people * 12),
        )
