"""Compare and decide: everybody's grades side by side, the final grades, why, and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar, Self

from cards.audits.parts import EXAMPLE_SCALE, GradeChoice
from cards.card import Json, register
from cards.elements import Action, Element, TextBlock
from cards.kit import (
    Unsafe,
    band,
    button,
    card,
    escape,
    fitting,
    in_words,
    marked_days_left,
    more,
    noticed,
    quote,
    rows,
    sentence,
    shorten,
    small,
    subtitle,
    text_field,
    title,
)
from cards.moderation.decision_buttons import Talking, ask_colleague, third_reader
from cards.moderation.decision_parts import Values, grade_field
from cards.moderation.parts import SideBySide, Words, side_by_side, their_words
from domain.calendar.wording import say_day
from domain.refs import Ref

THIRD_SAID = "Somebody else grades it on their own as well. You decide when they are in."
MOST_BUTTONS = 6
LEAST = 170  # characters; shorter pieces of what somebody wrote say nothing: they have a card


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationDecision:
    """What one member of the panel sees once their own grades are in, or at once without those.

    ``to_decide`` are the areas on which somebody differs, ``same`` those on which all agree.
    ``words`` are what the auditors wrote, by area; a card of its own shows more of them.
    ``disputes`` and ``views`` are (whose, words). ``decides`` is False for whoever only gives a
    view; ``agreed`` names who stands behind the values already; ``waits_for`` whose view must
    come first.
    """

    kind: ClassVar[str] = "moderation_decision"

    ref: Ref
    version: int
    case: str
    programme: str
    due: date
    working_days_left: int
    to_decide: tuple[SideBySide, ...] = ()
    overall: SideBySide | None = None
    same: tuple[SideBySide, ...] = ()
    words: tuple[tuple[int, tuple[Words, ...]], ...] = ()
    grades: tuple[GradeChoice, ...] = ()
    allows_not_applicable: bool = False
    values: Values = field(default_factory=Values)
    reasons: tuple[str, ...] = ()
    disputes: tuple[tuple[str, str], ...] = ()
    views: tuple[tuple[str, str], ...] = ()
    agreed: tuple[str, ...] = ()
    quorum: int = 1
    decides: bool = True
    waits_for: str = ""
    asks_plan: bool = False
    asks_wider: bool = False
    colleagues: tuple[tuple[str, str], ...] = ()
    may_ask_third: bool = False
    talking: Talking | None = None
    text_limit: int = 2000
    notice: str | None = None
    unsafe: Unsafe | None = None
    notice_field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Your grades for {self.case} are saved: compare and decide"

    def render(self) -> Json:
        """The blocks to decide, with the longest texts that still fit."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        body = [
            band(f"{self.programme} · {self.case}", "Decide" if self.decides else "Your view"),
            title(self._title()),
            sentence(self._sentence()),
            *(self.talking.said(limit) if self.talking else []),
            *self._heard(limit),
            *(element for row in self.to_decide for element in self._block(row, limit)),
            *self._overall_block(limit),
            *self._texts(),
            *self._agreeing(),
            *rows(*self._buttons()),
        ]
        fallback = f"Moderation of {self.case}. Type overall and a grade, because, or record."
        return card(
            fallback=fallback,
            body=noticed(body, self.notice, self.notice_field),
            unsafe=self.unsafe,
        )

    def _title(self) -> str:
        number = len(self.to_decide)
        if not number:
            return "Agree, or give your own grade" if self.overall else "What was found"
        return f"{in_words(number).capitalize()} area{'s differ' if number > 1 else ' differs'}"

    def _sentence(self) -> str:
        if not self.decides:
            return "Your grades are with the panel. It decides; you need do no more."
        due = f"**{say_day(self.due)}**, {marked_days_left(self.working_days_left)}"
        if self.waits_for:
            return f"We wait for {escape(self.waits_for)}. Please decide by {due}."
        if self.agreed:
            names = escape(" and ".join(self.agreed))
            return f"{names} would record what stands here. Agree, or change it, by {due}."
        what = (
            "Please decide what differs and the overall grade"
            if self.to_decide
            else "Please decide"
        )
        both = " It takes two of the panel." if self.quorum > 1 else ""
        return f"{what} by {due}.{both}"

    def _heard(self, limit: int) -> list[Element]:
        said = [quote(f"{whose} disagrees", shorten(text, limit)) for whose, text in self.disputes]
        return said + [quote(f"{whose}'s view", shorten(text, limit)) for whose, text in self.views]

    def _block(self, row: SideBySide, limit: int) -> list[Element]:
        label = f"Final grade, area {row.number}"
        drawn = [
            TextBlock(
                text=escape(row.heading),
                wrap=True,
                weight="Bolder",
                spacing="Large",
                separator=True,
            ),
            *side_by_side(row),
            *self._words(row, limit),
        ]
        return [*drawn, self._choice(f"final_{row.number}", label, self.values.area(row.number))]

    def _words(self, row: SideBySide, limit: int) -> list[Element]:
        written = their_words(dict(self.words).get(row.number, ()), limit)
        if not written or limit < LEAST:
            return []
        spoken = f"Their evidence, area {row.number}"
        return more(f"words_{row.number}", "Their evidence", written, spoken)

    def _choice(self, name: str, label: str, value: str | None) -> Element:
        not_applicable = self.allows_not_applicable and name != "overall"
        return grade_field(name, label, self.grades, value, not_applicable=not_applicable)

    def _overall_block(self, limit: int) -> list[Element]:
        drawn: list[Element] = []
        if self.overall:
            drawn = [subtitle("Overall"), *side_by_side(self.overall)]
        if self.decides and self.grades:
            drawn.append(self._choice("overall", "Final grade, overall", self.values.overall))
        found = [e for words in dict(self.words).values() for e in their_words(words, limit)]
        if not self.to_decide and found and limit >= LEAST:
            drawn += more("found", "What was found", found)
        return drawn

    def _texts(self) -> list[Element]:
        if not self.decides:
            return []
        asked = [("reason", "Why: the auditors and the worker read this", self.values.reason)]
        if self.asks_plan:
            asked.append(("plan", "Actions, one a line (optional)", self.values.plan))
        if self.asks_wider:
            label = "Wider findings for practice and service (optional)"
            asked.append(("wider", label, self.values.wider))
        return [
            text_field(name, label, limit=self.text_limit, value=value)
            for name, label, value in asked
        ]

    def _agreeing(self) -> list[Element]:
        drawn: list[Element] = []
        if self.same:
            lines = [small(f"{row.heading}: {row.grades[0][1]}") for row in self.same]
            drawn += more("same", "The areas where all agree", lines)
        if self.reasons:
            drawn += more("why", "Why it is moderated", [small(why) for why in self.reasons])
        return drawn

    def _buttons(self) -> Sequence[Sequence[Action | None]]:
        if not self.decides:
            return [[button("Their words", "read_words", self)]] if self.words else []
        record = button("Record as final", "decide_moderation", self, primary=True)
        return [
            [record, button("Save for later", "save_moderation", self)],
            [button("Their words", "read_words", self) if self.words else None],
            [
                self.talking.button(self) if self.talking else None,
                ask_colleague(self, self.colleagues),
                self._third(),
            ],
        ]

    @property
    def _others(self) -> int:
        """How many buttons stand beside that of the third reader, who can be asked for typing."""
        unsafe = [self.unsafe, self.unsafe.gap] if self.unsafe else []
        three = 3 if self.words else 2
        return three + sum(map(bool, (self.talking, self.colleagues, *unsafe)))

    def _third(self) -> Action | None:
        if not self.may_ask_third or self._others >= MOST_BUTTONS:
            return None
        return third_reader(self, "ask_third_reader", THIRD_SAID)

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """A pair's, one auditor's, all agree, a disagreement, waiting, a view only, no scale."""
        both = Talking(names=("Tess Marlow", "Ada Byrne"))
        one = replace(cls._example(), talking=both)
        alone = replace(
            one,
            case="C-24113",
            programme="Deep dive audit",
            disputes=(("Will Heath, worker", "The plan was changed in July."),),
            views=(("Sam Field", "The panel of July changed the plan."),),
            reasons=("In this month's moderation", "Somebody disagrees with the overall grade"),
            colleagues=(("p-3", "Sam Field, Service Manager"),),
            quorum=2,
            asks_plan=False,
            asks_wider=False,
        )
        agreed = replace(alone, to_decide=(), same=one.to_decide, agreed=("Helen Brandt",))
        long = "The plan says who does what by when. " * 60
        told = tuple((n, (Words(whose="Lead", evidence=long, develop=long),)) for n in range(1, 9))
        return (
            one,
            alone,
            agreed,
            replace(alone, waits_for="Hal Grove's grades", disputes=()),
            replace(alone, decides=False, disputes=(), colleagues=(), views=()),
            replace(one, notice="Still missing: your reasons.", notice_field="reason"),
            replace(one, to_decide=(), overall=None, grades=(), words=told, values=Values()),
            replace(one, words=told, values=replace(one.values, reason=long[:1990])),
            replace(one, talking=replace(both, when="You talk with them on Tuesday at 14:00.")),
        )

    @classmethod
    def _example(cls) -> Self:
        def row(number: int, name: str, *grades: str) -> SideBySide:
            whose = ("Lead", "Peer", "You")
            return SideBySide(
                number=number, name=name, grades=tuple(zip(whose, grades, strict=True))
            )

        ri = "Requires improvement"
        seen = (
            Words(whose="Lead", evidence="The chronology is current.", strengths="Clear plans."),
            Words(
                whose="Peer", evidence="Two visits have no analysis.", develop="Say what changed."
            ),
        )
        return cls(
            ref=Ref("decision", "3090"),
            version=3,
            case="C-23087",
            programme="Case file audit",
            due=date(2026, 10, 28),
            working_days_left=2,
            to_decide=(
                row(2, "Assessments", "Good", ri, "Good"),
                row(4, "Management oversight", "Good", ri, ri),
            ),
            overall=row(0, "Overall", "Good", ri, "Good"),
            same=(row(1, "Voice of the child", "Good", "Good", "Good"),),
            words=((2, seen), (4, seen)),
            grades=EXAMPLE_SCALE,
            values=Values(areas=((2, "good"), (4, "requires_improvement")), overall="good"),
            reasons=("Lead and peer differ",),
            asks_plan=True,
            asks_wider=True,
            may_ask_third=True,
        )
