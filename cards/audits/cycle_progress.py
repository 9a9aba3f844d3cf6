"""How far a cycle has come: told to the coordinator who asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    Line,
    Row,
    band,
    bars_and_table,
    card,
    fit_title,
    in_words,
    lines,
    noticed,
    sentence,
    small,
    subtitle,
    title,
)
from domain.audits.progress import Stage
from domain.calendar.wording import say_count, say_day, say_list, say_moment
from domain.calendar.working_days import local_day
from domain.refs import Ref

MOST_LINES = 10
NAMES = {
    Stage.NOT_STARTED: "Not started",
    Stage.BEING_GRADED: "Being graded",
    Stage.SUBMITTED: "Submitted",
    Stage.MODERATING: "With a moderator",
    Stage.FINAL: "Final",
}
IN = {Stage.SUBMITTED, Stage.MODERATING, Stage.FINAL}
AGAIN = "Type progress to count again."
MEANING = "Submitted: every auditor's grades are in. Final: the grades are settled."


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """One audit of the cycle.

    ``days_late`` is None where it is on time; else the working days since its day was over, 0 on
    a weekend after it. ``waits_for`` names those whose part is late.
    """

    case: str
    stage: Stage
    days_late: int | None = None
    waits_for: tuple[str, ...] = ()


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class CycleProgress:
    """Counts by stage and the late ones, all from the same ``audits``; cancelled ones apart."""

    kind: ClassVar[str] = "cycle_progress"

    ref: Ref
    version: int
    programme: str
    cycle: str
    due: date
    counted_at: datetime
    audits: tuple[AuditLine, ...]
    cancelled: int = 0
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.programme}: {self._count}"

    @property
    def _count(self) -> str:
        if not self.audits:
            return "every audit was cancelled"
        late = f", {len(self._late)} late" if self._late else ""
        return f"{self._done} of {len(self.audits)} submitted{late}"

    @property
    def _done(self) -> int:
        return sum(audit.stage in IN for audit in self.audits)

    @property
    def _late(self) -> list[AuditLine]:
        """The late ones, longest first."""
        late = [audit for audit in self.audits if audit.days_late is not None]
        return sorted(late, key=lambda audit: (-(audit.days_late or 0), audit.case))

    def render(self) -> Json:
        """The counts as bars and as a table, then the late ones as lines."""
        body = [
            band(f"{self.programme} · {self.cycle}", self._state()),
            title(self._title()),
            sentence(self._sentence()),
            *self._counts(),
            *self._late_lines(),
            small(self._cancelled(), "Medium") if self.cancelled else None,
            small(AGAIN, "Medium"),
        ]
        fallback = f"{self.programme}, {self.cycle}: {self._count}. {AGAIN}"
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _state(self) -> str:
        if self._late:
            return f"{len(self._late)} late"
        if not self.audits:
            return "Cancelled"
        final = all(audit.stage is Stage.FINAL for audit in self.audits)
        return "Final" if final else "On time"

    def _title(self) -> str:
        whole = len(self.audits)
        if not whole:
            return "No audit is left"
        are = "audit is" if whole == 1 else "audits are"
        return fit_title(f"{self._done} of {whole} {are} submitted", f"{self._done} of {whole}")

    def _sentence(self) -> str:
        if not self.audits:
            return "There is nothing left to do in this cycle."
        return f"At {say_moment(self.counted_at)}, {self._who_is_late()}. {self._due()}"

    def _who_is_late(self) -> str:
        late = Counter(audit.stage for audit in self._late)
        if not late:
            return "nothing is late"
        are = f"{in_words(late.total())} {'is' if late.total() == 1 else 'are'} late"
        if len(late) == 1:
            (stage,) = late
            return f"{are} and {NAMES[stage].lower()}"
        parts = [_say(stage, late[stage]) for stage in reversed(Stage) if late[stage]]
        return f"{are}: {say_list(parts)}"

    def _due(self) -> str:
        over = self.due < local_day(self.counted_at)
        if len(self.audits) == 1:
            verb = "It was" if over else "It is"
        else:
            verb = "All were" if over else "The last are"
        return f"{verb} due by **{say_day(self.due)}**."

    def _counts(self) -> list[Element]:
        if not self.audits:
            return []
        heads = ("Stage", "Audits", "Late")
        return [*bars_and_table("Audits at each stage", heads, self._rows()), small(MEANING)]

    def _rows(self) -> list[Row]:
        audits = Counter(audit.stage for audit in self.audits)
        late = Counter(audit.stage for audit in self._late)
        return [Row(name, (audits[stage], late[stage])) for stage, name in NAMES.items()]

    def _late_lines(self) -> list[Element]:
        late = self._late
        if not late:
            return []
        shown = [_line(audit) for audit in late[:MOST_LINES]]
        rest = len(late) - len(shown)
        more = [small(f"{rest} more, late for as long or less.")] if rest else []
        return [subtitle("Late, longest first"), *lines(shown), *more]

    def _cancelled(self) -> str:
        were = "was" if self.cancelled == 1 else "were"
        return f"{say_count(self.cancelled, 'audit')} {were} cancelled and not counted."

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Some late, nobody late, one audit, all final, more late ones than fit."""
        graded = AuditLine(
            case="C-24098", stage=Stage.BEING_GRADED, days_late=2, waits_for=("Ada Okafor",)
        )
        open_ = AuditLine(
            case="C-24131",
            stage=Stage.NOT_STARTED,
            days_late=1,
            waits_for=("Lena Frost", "a vacant seat"),
        )
        final = AuditLine(case="C-24051", stage=Stage.FINAL)
        well = (*[replace(final, stage=Stage.SUBMITTED)] * 9, *[final] * 17)
        late = (graded, replace(graded, case="C-24109"), replace(graded, case="C-24120"), open_)
        some = cls(
            ref=Ref("cycle", "11"),
            version=1,
            programme="Deep dive audit",
            cycle="November 2026",
            due=date(2026, 11, 30),
            counted_at=datetime(2026, 12, 2, 10, 0, tzinfo=UTC),
            audits=(*late, *well),
        )
        many = tuple(replace(graded, case=f"C-24{n}", days_late=n % 5) for n in range(100, 117))
        early = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
        fresh = tuple(replace(open_, days_late=None, waits_for=()) for _ in range(30))
        return (
            some,
            replace(some, audits=well, cancelled=1, notice="The staff list is 9 days old."),
            replace(some, audits=fresh, counted_at=early),
            replace(some, audits=(graded,), cancelled=2),
            replace(some, audits=(final, final)),
            replace(some, audits=many),
            replace(some, audits=(), cancelled=3),
        )


def _say(stage: Stage, number: int) -> str:
    if stage is Stage.NOT_STARTED:
        return f"{in_words(number)} {'has' if number == 1 else 'have'} not started"
    return f"{in_words(number)} {'is' if number == 1 else 'are'} being graded"


def _line(audit: AuditLine) -> Line:
    who = say_list(audit.waits_for)
    stage = NAMES[audit.stage].lower()
    return Line(
        text=audit.case,
        detail=f"{who}, {stage}" if who else stage.capitalize(),
        right=say_count(audit.days_late, "day") if audit.days_late else "Late",
        strong=True,
    )
