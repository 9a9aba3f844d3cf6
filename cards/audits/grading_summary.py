"""All areas of an assessment on one card: check, change, give the overall grade, submit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import ClassVar, Self

from cards.audits.parts import (
    EXAMPLE_SCALE,
    EXAMPLE_UNSAFE,
    GradeChoice,
    area_name,
    saved,
    two_columns,
    words,
)
from cards.card import Json, register
from cards.elements import Action, Container, Element, TextBlock
from cards.kit import (
    Unsafe,
    band,
    button,
    card,
    choice_field,
    escape,
    facts,
    marked_days_left,
    noticed,
    press,
    rows,
    sentence,
    text_field,
    title,
)
from domain.calendar.wording import say_day
from domain.refs import Ref

MOST_BUTTONS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaLine:
    """An area with its own reference and version; ``grade`` as it is read, None while open.

    Where only findings are taken, ``grade`` says that they are written.
    """

    ref: Ref
    version: int
    number: int
    name: str
    grade: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The way to something that must be done before submitting, such as a talk to note."""

    title: str
    verb: str
    ref: Ref
    version: int


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class GradingSummary:
    """The last step before submitting.

    ``grades`` is the scale of the overall grade, empty where the framework has none;
    ``overall_question`` is then its label. ``ask_reason`` says "Please say why" over the reason
    (overall far from most areas). ``facts`` are (title, value), such as the talk or the family.
    ``ways`` lead to what is still open besides the grades; as many as there is room for.
    """

    kind: ClassVar[str] = "grading_summary"

    ref: Ref
    version: int
    case: str
    programme: str
    areas: tuple[AreaLine, ...]
    due: date
    working_days_left: int
    grades: tuple[GradeChoice, ...] = ()
    overall_question: str = ""
    overall: str | None = None
    reason: str = ""
    ask_reason: bool = False
    facts: tuple[tuple[str, str], ...] = ()
    ways: tuple[Way, ...] = ()
    saved_at: datetime | None = None
    today: date | None = None
    text_limit: int = 2000
    findings_only: bool = False
    may_add_action: bool = False
    notice: str | None = None
    unsafe: Unsafe | None = None
    notice_field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Your audit of {self.case} is ready to check"

    def render(self) -> Json:
        """The table, the overall grade and the way on."""
        body = [
            band(f"{self.programme} · {self.case}", f"{self._done} of {len(self.areas)}"),
            title(f"Check your {self._what}, then submit"),
            sentence(self._sentence()),
            self._table(),
            facts(*self.facts),
            *self._overall(),
            *rows(*self._buttons()),
        ]
        return card(
            fallback=self._fallback(),
            body=noticed(body, self.notice, self.notice_field),
            unsafe=self.unsafe,
        )

    @property
    def _what(self) -> str:
        return "findings" if self.findings_only else "grades"

    @property
    def _done(self) -> int:
        return sum(area.grade is not None for area in self.areas)

    @property
    def _first_open(self) -> AreaLine | None:
        return next((area for area in self.areas if area.grade is None), None)

    def _sentence(self) -> str:
        due = f"Due {say_day(self.due)}, {marked_days_left(self.working_days_left)}."
        return f"Nothing has been sent yet. {due}{saved(self.saved_at, self.today)}"

    def _fallback(self) -> str:
        done = f"{self.case}: {self._done} of {len(self.areas)} areas are done."
        overall = "overall and a grade, " if self.grades else ""
        return f"{done} Type {overall}change 3, or submit."

    def _table(self) -> Element:
        open_word = "Not yet written" if self.findings_only else "Not yet graded"
        head = "Findings" if self.findings_only else "Grade"
        return two_columns(("Area", f"{head}, press to change"), self._rows(open_word))

    def _rows(self, open_word: str) -> Iterable[tuple[Element, Element]]:
        for area in self.areas:
            grade = area.grade or open_word
            text = TextBlock(
                text=escape(grade),
                wrap=True,
                color="Accent",
                weight=None if area.grade else "Bolder",
            )
            said = f"{grade}, change area {area.number}, {area.name}"
            # the press is a container's: on the cell it would take the cell's role away
            change = Container(items=[text], select_action=press(said, "change_area", area))
            yield words(area_name(area.number, area.name)), change

    def _overall(self) -> list[Element]:
        if not self.grades:
            said, limit = self.reason, self.text_limit
            return [text_field("reason", "Your findings as a whole", limit=limit, value=said)]
        choices = [(grade.value, grade.title) for grade in self.grades]
        return [
            choice_field("overall", self.overall_question, choices, value=self.overall),
            text_field(
                "reason",
                "Please say why" if self.ask_reason else "What your overall grade rests on",
                limit=self.text_limit,
                value=self.reason,
                hint="Your judgement, never an average",
            ),
        ]

    def _buttons(self) -> Sequence[Sequence[Action | None]]:
        missing = self._first_open
        back = button(f"Go to area {missing.number}", "change_area", missing) if missing else None
        add = button("Add an action", "add_action", self) if self.may_add_action else None
        if self._room(back, add) < len(self.ways) <= self._room(back):
            add = None  # what is needed to submit comes first; areas have this button as well
        return [
            [
                button("Submit audit", "submit_assessment", self, primary=True),
                button("Save for later", "save_assessment", self),
            ],
            [back, add],
            [button(way.title, way.verb, way) for way in self.ways[: self._room(back, add)]],
        ]

    def _room(self, *others: Action | None) -> int:
        """How many more buttons the card may have: six, with the one for an unsafe child."""
        urgent = (1 + bool(self.unsafe.gap)) if self.unsafe else 0
        return MOST_BUTTONS - 2 - urgent - sum(one is not None for one in others)

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Complete, something missing, far from most areas, findings only."""
        whole = cls._example()
        first, *rest = whole.areas
        part = (first, *(replace(area, grade=None) for area in rest))
        missing = "Two things are missing before you can submit: a grade for area 2, and overall."
        ask = replace(whole, overall="inadequate", ask_reason=True, reason="The plan is old.")
        written = tuple(replace(area, grade="Written") for area in whole.areas)
        ways = (
            Way(title="Note the talk", verb="go_to_talk", ref=Ref("talk", "12"), version=2),
            Way(title="The family's part", verb="go_to_family", ref=Ref("family", "7"), version=1),
        )
        return (
            whole,
            replace(whole, areas=part, notice=missing, working_days_left=-2),
            replace(ask, notice="Please say why it is far from most areas.", notice_field="reason"),
            replace(whole, may_add_action=True, unsafe=EXAMPLE_UNSAFE, ways=ways),
            replace(whole, areas=part, ways=ways, notice="A note of the talk is missing."),
            replace(whole, areas=written, grades=(), findings_only=True),
            replace(whole, areas=part, grades=(), findings_only=True, facts=()),
        )

    @classmethod
    def _example(cls) -> Self:
        named = (
            ("Help, protection and stability", "Good"),
            ("Recording and communication", "Requires improvement"),
            ("Assessment", "Good"),
            ("Relationships and direct work", "Outstanding"),
            ("Multi-agency planning", "Good"),
            ("Supervision and oversight", "Requires improvement"),
            ("Safeguarding and review", "Not applicable"),
            ("Impact and outcomes", "Good"),
        )
        return cls(
            ref=Ref("assessment", "3107"),
            version=22,
            case="C-24113",
            programme="Deep dive audit",
            areas=tuple(
                AreaLine(ref=Ref("area", f"3107-{n}"), version=2, number=n, name=name, grade=grade)
                for n, (name, grade) in enumerate(named, 1)
            ),
            due=date(2026, 11, 30),
            working_days_left=9,
            grades=EXAMPLE_SCALE,
            overall_question="Overall: did our involvement change anything for the child?",
            facts=(("Talk", "12 November, 70 minutes"), ("Family", "2 people heard")),
            saved_at=datetime(2026, 11, 17, 10, 15, tzinfo=UTC),
            today=date(2026, 11, 17),
        )
