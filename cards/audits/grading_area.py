"""One area of an assessment: its grade, evidence, strengths and areas to develop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import ClassVar, Self

from cards.audits.parts import EXAMPLE_SCALE, EXAMPLE_UNSAFE, NOT_APPLICABLE, GradeChoice, saved
from cards.card import Json, register
from cards.elements import Action, Element, TextBlock
from cards.kit import (
    Unsafe,
    band,
    bullets,
    button,
    card,
    choice_field,
    days_left,
    escape,
    more,
    noticed,
    rows,
    small,
    text_field,
    title,
)
from domain.calendar.wording import say_day
from domain.refs import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaValues:
    """What has been typed so far, letter by letter; ``grade`` is a value of the scale."""

    grade: str | None = None
    evidence: str = ""
    strengths: str = ""
    develop: str = ""
    look_back: str = ""


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class GradingArea:
    """The form for one area; edited in place from area to area.

    No input is required by the client: that would block Save and Back. The inputs are ``grade``,
    ``look_back``, ``evidence``, ``strengths`` and ``develop``; ``notice_field`` names the one that
    ``notice`` stands over. ``window_start`` is the first day that the audit looks at;
    ``ask_look_back`` asks why an older thing matters. Without ``grades`` findings only are taken;
    ``asked`` is what they are called.
    """

    kind: ClassVar[str] = "grading_area"

    ref: Ref
    version: int
    case: str
    programme: str
    number: int
    areas: int
    name: str
    due: date
    working_days_left: int
    prompts: tuple[str, ...] = ()
    grades: tuple[GradeChoice, ...] = ()
    allows_not_applicable: bool = False
    values: AreaValues = field(default_factory=AreaValues)
    saved_at: datetime | None = None
    today: date | None = None
    text_limit: int = 2000
    window_start: date | None = None
    ask_look_back: bool = False
    notice: str | None = None
    may_add_action: bool = False
    unsafe: Unsafe | None = None
    notice_field: str | None = None
    asked: str = "Grade"

    @property
    def findings_only(self) -> bool:
        """Whether the framework has no scale for this area."""
        return not self.grades

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Your audit of {self.case}: area {self.number} of {self.areas}"

    def render(self) -> Json:
        """The form with what has been typed."""
        body = [
            band(f"{self.programme} · {self.case}", f"{self.number} of {self.areas}"),
            title(self.name),
            small(self._due()),
            *self._what_to_look_at(),
            *self._grade(),
            *self._texts(),
            *rows(self._buttons()),
        ]
        return card(
            fallback=self._fallback(),
            body=noticed(body, self.notice, self.notice_field),
            unsafe=self.unsafe,
        )

    def _due(self) -> str:
        left = days_left(self.working_days_left)
        return f"Due {say_day(self.due)}, {left}.{saved(self.saved_at, self.today)}"

    def _fallback(self) -> str:
        grade = "" if self.findings_only else "a grade, then "
        texts = "evidence, strengths and develop; next, back or save."
        return f"{self.case}, area {self.number} of {self.areas}. Type {grade}{texts}"

    def _what_to_look_at(self) -> list[Element]:
        panel = [bullets(self.prompts, spacing=None)] if self.prompts else []
        if self.window_start:
            panel.append(small(f"Work since {_with_year(self.window_start)}."))
        return more("look", "What to look at", panel) if panel else []

    def _grade(self) -> list[Element]:
        if self.findings_only:
            return []
        choices = [(grade.value, grade.title) for grade in self.grades]
        if self.allows_not_applicable:
            choices.append((NOT_APPLICABLE, "Not applicable to this child"))
        chosen = choice_field("grade", self.asked, choices, value=self.values.grade)
        meanings = [_meaning(grade) for grade in self.grades if grade.meaning]
        return [chosen, *(more("means", "What each grade means", meanings) if meanings else [])]

    def _texts(self) -> list[Element]:
        values, limit = self.values, self.text_limit
        roles = "Roles, not names: mum, the school, the worker."
        if self.allows_not_applicable and not self.findings_only:
            roles += " If not applicable, why."
        return [
            *self._look_back(),
            text_field(
                "evidence",
                "Evidence: what you saw, and where",
                limit=limit,
                value=values.evidence,
                hint=roles,
            ),
            text_field(
                "strengths",
                "Strengths: what made a difference",
                limit=limit,
                value=values.strengths,
                hint="What to keep doing",
            ),
            text_field(
                "develop",
                "Areas to develop: what would help",
                limit=limit,
                value=values.develop,
                hint="What would make it better for this child",
            ),
        ]

    def _look_back(self) -> list[Element]:
        if not (self.ask_look_back and self.window_start):
            return []
        label = f"Why look back before {_with_year(self.window_start)}?"
        value = self.values.look_back
        return [text_field("look_back", label, limit=self.text_limit, value=value)]

    def _buttons(self) -> list[Action]:
        return [
            button("Next", "finish_area", self, primary=True),
            button("Save for later", "save_area", self),
            button("Back", "leave_area", self),
            *([button("Add an action", "add_area_action", self)] if self.may_add_action else []),
        ]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Six and eight areas, findings only, an older window, something missing, late."""
        first = cls._example()
        typed = AreaValues(
            grade="good",
            evidence="Assessment of 3 September, chronology, the school's report.",
            strengths="The young person's own words run through it.",
            develop="Say what has changed since the last one.",
        )
        missing = "Please choose one: Outstanding, Good, Requires improvement, Inadequate."
        return (
            first,
            replace(first, values=typed, may_add_action=True, unsafe=EXAMPLE_UNSAFE),
            replace(first, number=2, areas=6, grades=(), case="C-23087"),
            replace(first, ask_look_back=True, values=replace(typed, look_back="An old plan.")),
            replace(first, notice=missing, notice_field="grade"),
            replace(first, notice="Area 2 is saved.", working_days_left=-1, saved_at=None),
            replace(first, prompts=(), window_start=None, allows_not_applicable=False),
            replace(
                first, grades=(GradeChoice(value="yes", title="Yes", meaning=""),), asked="Answer"
            ),
        )

    @classmethod
    def _example(cls) -> Self:
        return cls(
            ref=Ref("area", "3107-3"),
            version=14,
            case="C-24113",
            programme="Deep dive audit",
            number=3,
            areas=8,
            name="Assessment",
            due=date(2026, 11, 30),
            working_days_left=10,
            prompts=(
                "Is it current, and done again after big events?",
                "Was the child seen alone, and do their views shape it?",
                "Does it use the history and analyse, not only tell?",
            ),
            grades=EXAMPLE_SCALE,
            allows_not_applicable=True,
            saved_at=datetime(2026, 11, 16, 14, 2, tzinfo=UTC),
            today=date(2026, 11, 16),
            window_start=date(2026, 5, 2),
        )


def _meaning(grade: GradeChoice) -> Element:
    text = f"**{escape(grade.title)}** {escape(grade.meaning)}"
    return TextBlock(text=text, wrap=True, spacing="Small")


def _with_year(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
