"""A list that was dropped into the chat: what it would change, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import ClassVar, Literal, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    band,
    bullets,
    button,
    card,
    facts,
    fitting,
    noticed,
    rows,
    sentence,
    shorten,
    small,
    subtitle,
    title,
)
from domain.calendar.wording import say_count, say_moment
from domain.refs import Ref

MOST_FAULTS = 10
CUT = "cut here"
ONES = {"people": "person", "records": "record"}
Noun = Literal["people", "records"]


class Step(StrEnum):
    """Where the list stands; the value is the state word of the band."""

    READY = "To check"
    FAULTY = "Has faults"
    APPLIED = "Applied"
    FORGOTTEN = "Forgotten"
    GONE = "Gone"


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """``noun`` is ``people`` or ``records``; ``changes`` and ``faults`` are plain sentences.

    All faults are given; the first ten are shown. ``counts`` says what was written at the end.
    """

    kind: ClassVar[str] = "import_preview"

    ref: Ref
    version: int
    noun: Noun
    at: datetime
    step: Step
    to_write: int = 0
    changes: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        if self.step is Step.FAULTY:
            return f"Your list has {say_count(len(self.faults), 'fault')}"
        return "Your list is ready to check"

    def render(self) -> Json:
        """What would change, or every fault that fits, and the two ways on."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        body = [
            band(f"List of {self.noun} · {self.ref.key}", self.step.value),
            title(self._title()),
            sentence(self._sentence()),
            *self._changes(limit),
            *self._faults(limit),
            facts(*((key.capitalize(), str(count)) for key, count in self.counts)),
            small(f"Dropped at {say_moment(self.at)}", "Medium"),
            *self._buttons(),
        ]
        fallback = f"{self._title()}. Open Teams in a newer version to go on."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _title(self) -> str:
        return {
            Step.READY: self._count() if self.to_write else "Nothing to write",
            Step.FAULTY: f"{say_count(len(self.faults), 'fault')} in the list",
            Step.APPLIED: "The list was applied",
            Step.FORGOTTEN: "The list was forgotten",
            Step.GONE: "The list is not kept any more",
        }[self.step]

    def _count(self) -> str:
        return f"{say_count(self.to_write, ONES[self.noun], self.noun)} to write"

    def _sentence(self) -> str:
        return {
            Step.READY: "Nothing has been written yet. "
            + ("Please look through it, then apply it." if self.to_write else "All is as it was."),
            Step.FAULTY: "Nothing was written. Please put the file right and drop it here again.",
            Step.APPLIED: "What it changed is written, and the file is deleted.",
            Step.FORGOTTEN: "Nothing of it was written, and the file is deleted.",
            Step.GONE: "It was kept for a day and never applied. Please drop the file again.",
        }[self.step]

    def _changes(self, limit: int) -> list[Element]:
        if not self.changes:
            return []
        lines = [shorten(line, limit, CUT) for line in self.changes]
        return [subtitle("What it would change"), bullets(lines)]

    def _faults(self, limit: int) -> list[Element]:
        if not self.faults:
            return []
        shown = [shorten(line, limit, CUT) for line in self.faults[:MOST_FAULTS]]
        rest = len(self.faults) - len(shown)
        more = [small(f"{say_count(rest, 'more fault')} not shown")] if rest else []
        return [subtitle("What is wrong with it"), bullets(shown), *more]

    def _buttons(self) -> list[Element]:
        if self.step not in {Step.READY, Step.FAULTY}:
            return []
        ready = self.step is Step.READY and self.to_write > 0
        apply = button("Apply", "apply_import", self, primary=True) if ready else None
        return rows([apply, button("Forget it", "forget_import", self)])

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Ready, nothing new, faulty, with many faults, and the three ends."""
        ready = cls(
            ref=Ref("list", "12"),
            version=1,
            noun="people",
            at=datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
            step=Step.READY,
            to_write=7,
            changes=(
                "9 people in the file: 5 new, 2 changed, 2 unchanged.",
                "New: P-101, P-102, P-103, P-104, P-105",
                "Changed: P-7 (team), P-9 (roles, line_manager)",
                "Moved team: P-7 from North to South",
            ),
        )
        fault = "row 9, roles: no role 'team_manger'; did you mean 'team_manager'?"
        faulty = replace(ready, step=Step.FAULTY, to_write=0, changes=(), faults=(fault,))
        many = tuple(f"row {number}, worker: no person 'P-{number}'" for number in range(2, 34))
        done = replace(ready, version=2, changes=(), to_write=0)
        return (
            ready,
            replace(ready, noun="records", to_write=1, notice="Somebody else is importing too."),
            replace(ready, to_write=0, changes=("9 people in the file: 9 unchanged.",)),
            faulty,
            replace(faulty, noun="records", faults=many),
            replace(ready, changes=("New: " + ", ".join("P" * 60 for _ in range(400)),)),
            replace(done, step=Step.APPLIED, counts=(("new", 5), ("changed", 2))),
            replace(done, step=Step.FORGOTTEN),
            replace(done, step=Step.GONE),
        )
