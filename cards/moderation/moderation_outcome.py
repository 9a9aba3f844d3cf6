"""What moderation came to, for auditors, panel and coordinators: final grades beside the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    Unsafe,
    band,
    card,
    escape,
    facts,
    fit_title,
    fitting,
    in_words,
    more,
    noticed,
    quote,
    sentence,
    shorten,
    small,
    subtitle,
    title,
)
from cards.moderation.parts import SideBySide, side_by_side
from domain.calendar.wording import say_list
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationOutcome:
    """``changed`` are the grades that are not as first given, ``kept`` the others.

    ``deciders`` are names; ``talked`` says when they talked with the auditors first (HER-09).
    ``plan`` and ``wider`` are empty for whoever does not read them.
    """

    kind: ClassVar[str] = "moderation_outcome"

    ref: Ref
    version: int
    case: str
    programme: str
    overall: str = ""
    deciders: tuple[str, ...] = ()
    changed: tuple[SideBySide, ...] = ()
    kept: tuple[SideBySide, ...] = ()
    talked: str = ""
    reason: str = ""
    plan: str = ""
    wider: str = ""
    why: tuple[str, ...] = ()
    next_step: str = ""
    notice: str | None = None
    unsafe: Unsafe | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.case} has been moderated"

    def render(self) -> Json:
        """The outcome, with the longest texts that still fit."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        body = [
            band(f"{self.programme} · {self.case}", "Final"),
            title(self._title()),
            sentence(self._sentence()),
            facts(("Overall", "" if self._says_overall else self.overall)),
            small(self.talked) if self.talked else None,
            *self._changed(),
            *self._quotes(limit),
            *self._kept(),
            *self._why(),
        ]
        fallback = f"{self.case} has been moderated and is final."
        return card(fallback=fallback, body=noticed(body, self.notice), unsafe=self.unsafe)

    def _title(self) -> str:
        if not self.overall:
            return f"{self.case} has been moderated"
        whole = f"Final grade for {self.case}: {self.overall}"
        return fit_title(whole, f"{self.case}: {self.overall}", f"{self.case} has its final grade")

    @property
    def _says_overall(self) -> bool:
        """Whether the title does, or the overall grades stand side by side below."""
        return self.overall in self._title() or any(row.number == 0 for row in self.changed)

    def _sentence(self) -> str:
        who = escape(say_list(self.deciders)) or "The panel"
        if not (self.changed or self.kept):
            return f"{who} read it as well."  # where nothing is graded nothing can differ (LEI-02)
        if not self.changed:
            return f"{who} agreed with every grade that was given first."
        number = len(self.changed)
        grades = "grade" if number == 1 else "grades"
        return f"{who} decided. {in_words(number).capitalize()} {grades} differed."

    def _changed(self) -> list[Element]:
        return [e for row in self.changed for e in (subtitle(row.heading), *side_by_side(row))]

    def _quotes(self, limit: int) -> list[Element]:
        graded = self.changed or self.kept
        why = "Why" if graded else "What they saw"
        said = ((why, self.reason), ("Actions", self.plan), ("Wider findings", self.wider))
        return [quote(whose, shorten(text, limit)) for whose, text in said if text]

    def _kept(self) -> list[Element]:
        lines = [small(f"{row.heading}: {row.grades[-1][1]}") for row in self.kept]
        return more("kept", "Grades that stay as they were", lines) if lines else []

    def _why(self) -> list[Element]:
        lines = [small(why) for why in (*self.why, self.next_step) if why]
        return more("why", "Why moderated, and what happens next", lines) if lines else []

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """One changed, none changed, no scale, very long."""
        row = SideBySide(
            number=2,
            name="Recording",
            grades=(("Auditor", "Good"), ("Final", "Requires improvement")),
        )
        kept = SideBySide(number=1, name="Voice", grades=(("Auditor", "Good"), ("Final", "Good")))
        one = cls(
            ref=Ref("audit", "3107"),
            version=5,
            case="C-24113",
            programme="Deep dive audit",
            overall="Good",
            deciders=("Mo Rahman", "Helen Brandt"),
            changed=(row,),
            kept=(kept,),
            reason="The chronology stops in July and two visits have no analysis.",
            why=("In this month's moderation",),
            next_step="The worker and the managers on the record have the findings.",
        )
        text = "The plan says who does what by when, and the school agrees. " * 30
        return (
            one,
            replace(one, plan="Update the chronology.", wider="Chronologies across the team."),
            replace(one, talked="The talk with Ada Byrne was held on Monday 26 October."),
            replace(one, changed=(), overall="Requires improvement to be good"),
            replace(one, overall="", changed=(), kept=(), plan="", reason="I see it so too."),
            replace(one, reason=text, plan=text, wider=text),
        )
