"""Observations at a glance: to do, one's people and when each is next, of one's own practice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import Line, band, card, lines, noticed, sentence, small, subtitle, title
from domain.calendar.wording import say_count, say_date
from domain.refs import Ref

MOST_LINES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDoLine:
    """One that the reader has to do, or has begun."""

    ref: Ref
    version: int
    whom: str
    name: str
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSeen:
    """One of the reader's people: when they were last seen, and by when again."""

    who: str
    name: str
    last: date | None = None
    due: date | None = None
    undated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLine:
    """One that is on the record."""

    ref: Ref
    version: int
    whom: str
    name: str
    seen_on: date
    answered: bool = False


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class Observations:
    """``people`` are those whom the reader manages, whoever is due first on top."""

    kind: ClassVar[str] = "observations"

    ref: Ref
    version: int
    today: date
    to_do: tuple[ToDoLine, ...] = ()
    people: tuple[PersonSeen, ...] = ()
    records: tuple[RecordLine, ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a word or a press."""
        return None

    def render(self) -> Json:
        """Three lists; one that is empty is left out."""
        late = sum(self._late(one.due) for one in self.to_do)
        body = [
            band("Observations", f"{late} late" if late else "None late"),
            title(f"{say_count(len(self.to_do), 'observation')} to do"),
            sentence("Type observe and a name to write down one that nobody asked for."),
            *self._block("To do", [self._to_do(one) for one in self.to_do]),
            *self._block("Your people", [self._person(one) for one in self.people]),
            *self._block("On record", [self._record(one) for one in self.records]),
        ]
        fallback = f"Observations: {len(self.to_do)} to do. Type observations."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _block(self, name: str, drawn: list[Line]) -> list[Element]:
        if not drawn:
            return []
        rest = len(drawn) - MOST_LINES
        more = [small(f"{rest} more.")] if rest > 0 else []
        return [subtitle(name), *lines(drawn[:MOST_LINES]), *more]

    def _to_do(self, one: ToDoLine) -> Line:
        return Line(
            text=one.whom or "Somebody of your choice",
            detail=one.name,
            right=self._due(one.due),
            strong=self._late(one.due),
            press_for=("open_observation", one),
        )

    def _person(self, one: PersonSeen) -> Line:
        last = f"last seen {say_date(one.last)} {one.last.year}" if one.last else "not seen yet"
        detail = ", ".join(part for part in (one.name, last, one.undated) if part)
        right, late = self._due(one.due), self._late(one.due)
        return Line(text=one.who, detail=detail, right=right, strong=late)

    def _record(self, one: RecordLine) -> Line:
        return Line(
            text=one.whom,
            detail=f"{one.name}, answered" if one.answered else one.name,
            right=say_date(one.seen_on),
            press_for=("open_observed", one),
        )

    def _late(self, due: date | None) -> bool:
        return due is not None and due < self.today

    def _due(self, due: date | None) -> str:
        if due is None:
            return ""
        return f"{say_date(due)}, late" if self._late(due) else f"by {say_date(due)}"

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """A manager's, a practitioner's, nothing at all."""
        today = date(2026, 12, 3)
        to_do = ToDoLine(
            ref=Ref("observation", "12"),
            version=1,
            whom="Will Heath",
            name="Observation of practice",
            due=date(2026, 11, 30),
        )
        seen = PersonSeen(
            who="Wes Tarn",
            name="Yearly observation",
            last=date(2026, 1, 14),
            due=date(2027, 1, 14),
        )
        record = RecordLine(
            ref=Ref("observed", "9"),
            version=3,
            whom="Wes Tarn",
            name="Yearly observation",
            seen_on=date(2026, 1, 14),
        )
        never = replace(seen, last=None, due=None, undated="the dates stand in a policy")
        manager = cls(
            ref=Ref("person", "tess"),
            version=1,
            today=today,
            to_do=(to_do, replace(to_do, whom="", due=None)),
            people=(seen, never) * 9,
            records=(record,),
        )
        mine = cls(
            ref=Ref("person", "wes"),
            version=1,
            today=today,
            records=(replace(record, answered=True),),
        )
        return manager, mine, replace(mine, records=(), notice="Nothing is on record yet.")
