"""What an audit found, for the worker and the others who are told: strengths first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal, Self

from cards.audits.parts import AreaGrade, SeatHolder, grade_table
from cards.card import Json, register
from cards.elements import Action, Container, Element, TextBlock
from cards.kit import (
    Unsafe,
    band,
    button,
    card,
    escape,
    facts,
    fitting,
    more,
    noticed,
    person,
    quote,
    rows,
    sentence,
    shorten,
    small,
    subtitle,
    title,
)
from cards.kit.blocks import paragraphs
from cards.moderation.disagreeing import disagree_button, disagreed
from cards.voices.parts import EXAMPLE_VOICES, VoiceShown, voice_sections
from domain.calendar.wording import say_day, say_list
from domain.refs import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaFindings:
    """What one auditor found in one area, letter by letter; ``grade`` as it is read.

    ``found`` is what they wrote of a team or a service, where no child's evidence is kept back.
    """

    number: int
    name: str
    grade: str | None = None
    strengths: str = ""
    develop: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditorFindings:
    """What one auditor found."""

    auditor: SeatHolder
    areas: tuple[AreaFindings, ...]
    overall: str | None = None
    reason: str = ""


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFindings:
    """The findings of every auditor whose work may be read: of two seats only when both are in.

    ``final`` is whether the grades stand; ``moderated`` are a panel's final grades and ``decided``
    who decided and why. ``disagree_until`` is the last day of "I disagree" (E-97). Long texts are
    cut, and say so, so that the card stays under 24 KB whatever was written. ``is_worker`` is
    False for the others who are told. ``voices`` is what the family said, the child first.
    """

    kind: ClassVar[str] = "audit_findings"

    ref: Ref
    version: int
    case: str
    programme: str
    findings: tuple[AuditorFindings, ...]
    final: bool = True
    is_worker: bool = True
    next_step: str = ""
    state: Literal["new", "read"] = "new"
    read_on: date | None = None
    moderated: tuple[AreaGrade, ...] = ()
    moderated_overall: str = ""
    decided: tuple[str, str] = ("", "")
    disagree_until: date | None = None
    disagreed_on: date | None = None
    voices: tuple[VoiceShown, ...] = ()
    may_nominate: bool = False
    notice: str | None = None
    may_add_action: bool = False
    unsafe: Unsafe | None = None
    looked_at: str = "the work on this record"

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Findings to read: {self.case}"

    def render(self) -> Json:
        """The findings, with the longest texts that still fit."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        body = [
            band(f"{self.programme} · {self.case}", self._state_word()),
            title(f"What the audit of {self.case} found"),
            sentence(self._sentence()),
            *self._moderated(limit),
            *voice_sections(self.voices, limit),
            *self._sections(limit),
            *self._grades(limit),
            small(self.next_step, "Medium") if self.next_step else None,
            small(disagreed(self.disagreed_on), "Medium") if self.disagreed_on else None,
            *rows(self._buttons(), self._way_out()),
        ]
        fallback = f"The findings for {self.case} are here to read. Type read when you have."
        return card(fallback=fallback, body=noticed(body, self.notice), unsafe=self.unsafe)

    def _state_word(self) -> str:
        if self.state == "read":
            return "Read"
        return "Final" if self.final else "Not final yet"

    def _sentence(self) -> str:
        names = escape(say_list([one.auditor.name for one in self.findings]))
        if self.state == "read" and self.read_on:
            auditors = "The auditor" if len(self.findings) == 1 else "The auditors"
            return f"You read this on {say_day(self.read_on)}. {auditors}: {names}."
        whose = "your work with this child" if self.is_worker else escape(self.looked_at)
        return f"{names} looked at {whose}. Strengths come first, then what would help."

    def _moderated(self, limit: int) -> list[Element]:
        """The panel's final grades and reason; the auditors' words stay as they are."""
        who, why = self.decided
        if not who:
            return []
        said = [facts(("Final", self.moderated_overall)), quote(who, shorten(why, limit))]
        table = more("final", "Final grades", [grade_table(self.moderated)])
        return [part for part in said if part] + (table if self.moderated else [])

    def _sections(self, limit: int) -> list[Element]:
        several = len(self.findings) > 1
        drawn: list[Element] = []
        for one in self.findings:
            whose = one.auditor.name
            strong = [(area, area.strengths) for area in one.areas]
            develop = [(area, area.develop) for area in one.areas]
            seen = [(area, area.found) for area in one.areas]
            found = _section(f"What {whose} found", seen, limit)
            found += _section(f"What {whose} found strong", strong, limit)
            found += _section(f"What would help, in {whose}'s words", develop, limit)
            if several and found:
                drawn.append(subtitle(f"{one.auditor.label.capitalize()}: {one.auditor.name}"))
            drawn += found
        return drawn

    def _grades(self, limit: int) -> list[Element]:
        panel = [item for one in self.findings for item in self._auditor_grades(one, limit)]
        return more("grades", "Grades", panel) if panel else []

    def _auditor_grades(self, one: AuditorFindings, limit: int) -> list[Element]:
        graded = [a for a in one.areas if a.grade is not None]
        table = grade_table(
            [AreaGrade(number=a.number, name=a.name, grade=a.grade) for a in graded]
        )
        who = person(one.auditor.name, one.auditor.role)
        reason = quote(f"{one.auditor.name} on the overall grade", shorten(one.reason, limit))
        parts = [
            facts(("Overall", one.overall or "")),
            table if graded else None,
            reason if one.reason else None,
        ]
        shown = [part for part in parts if part is not None]
        several = len(self.findings) > 1
        return [_bold(who), *shown] if shown and several else shown

    def _buttons(self) -> list[Action | None]:
        read = button("I've read this", "acknowledge_findings", self, primary=True)
        nominate = button("Nominate the worker", "nominate_from_findings", self)
        return [
            read if self.state != "read" else None,
            nominate if self.may_nominate else None,
            button("Add an action", "add_found_action", self) if self.may_add_action else None,
        ]

    def _way_out(self) -> list[Action | None]:
        if self.disagree_until is None:
            return []
        return [disagree_button("dispute_findings", self, self.disagree_until)]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """One auditor and two, the worker and others, read, findings only, very long."""
        one = cls._example()
        both = (
            replace(one.findings[0], auditor=_seat("lead auditor", "Ada Okafor")),
            replace(one.findings[0], auditor=_seat("peer auditor", "Ivo Hart")),
        )
        return (
            one,
            replace(one, is_worker=False, next_step="Please talk it through in supervision."),
            replace(one, is_worker=False, may_nominate=True, may_add_action=True),
            replace(one, findings=both, programme="Case file audit", case="C-23087"),
            replace(one, final=False),
            replace(one, final=False, disagree_until=date(2026, 12, 5)),
            replace(one, final=False, disagreed_on=date(2026, 12, 3)),
            replace(
                one,
                moderated=(AreaGrade(number=1, name="Assessment", grade="Good"),),
                moderated_overall="Good",
                decided=("Helen Brandt decided, and why", "Plans are clear; dates are not."),
            ),
            replace(one, state="read", read_on=date(2026, 12, 3), version=3),
            replace(one, findings=(_without_grades(one.findings[0]),)),
            replace(one, findings=tuple(_very_long(found) for found in both)),
            replace(one, notice="You had said already that you read this."),
            replace(one, voices=EXAMPLE_VOICES),
            replace(one, findings=(_of_a_service(one.findings[0]),)),
        )

    @classmethod
    def _example(cls) -> Self:
        areas = (
            AreaFindings(
                number=1,
                name="Assessment",
                grade="Good",
                strengths="The young person's own words run through the assessment.",
                develop="Say what has changed since the last one.",
            ),
            AreaFindings(
                number=2,
                name="Recording",
                grade="Requires improvement",
                strengths="Visits are written up within a day.",
                develop="The chronology stops in July.",
            ),
        )
        found = AuditorFindings(
            auditor=_seat("auditor", "Ada Okafor"),
            areas=areas,
            overall="Good",
            reason="The direct work clearly changed things for the young person.",
        )
        return cls(
            ref=Ref("audit", "3107"),
            version=2,
            case="C-24113",
            programme="Deep dive audit",
            findings=(found,),
            next_step="You can answer the findings in your talk with the auditor.",
        )


def _section(heading: str, texts: Sequence[tuple[AreaFindings, str]], limit: int) -> list[Element]:
    """Everything of one kind under a line that says whose words they are."""
    written = [
        block for area, text in texts for block in paragraphs(shorten(text, limit), lead=area.name)
    ]
    if not written:
        return []
    head = small(heading, "None")
    return [Container(style="emphasis", spacing="Medium", items=[head, *written])]


def _bold(text: str) -> Element:
    return TextBlock(text=escape(text), wrap=True, weight="Bolder", spacing="Small")


def _seat(label: str, name: str) -> SeatHolder:
    return SeatHolder(label=label, name=name, role="Practice Improvement Manager")


def _of_a_service(found: AuditorFindings) -> AuditorFindings:
    tested = AreaFindings(number=1, name="What was tested", found="Whether fathers are seen.")
    return replace(found, areas=(tested,), overall=None)


def _without_grades(found: AuditorFindings) -> AuditorFindings:
    areas = tuple(replace(area, grade=None) for area in found.areas)
    return replace(found, areas=areas, overall=None, reason="")


def _very_long(found: AuditorFindings) -> AuditorFindings:
    text = "The plan says who does what by when, and the school agrees. " * 40
    areas = tuple(
        AreaFindings(number=n, name=f"Area {n}", grade="Good", strengths=text, develop=text)
        for n in range(1, 11)
    )
    return replace(found, areas=areas, reason=text)
