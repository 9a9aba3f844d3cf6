"""The grades of everybody side by side, and what a decision still lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.audits.assessment import Assessment
from domain.audits.grading import Grading, accept_grade, accept_overall
from domain.moderation.moderation import Decision

OVERALL = 0


@dataclass(frozen=True, slots=True)
class Beside:
    """An area (0 for the overall grade) and everybody's grade of it, in one order."""

    area: int
    grades: tuple[str | None, ...]

    @property
    def differs(self) -> bool:
        """Whether somebody gave another grade than the rest."""
        return len(set(self.grades)) > 1


def beside(rules: Grading, assessments: Sequence[Assessment]) -> list[Beside]:
    """Every area that somebody graded, then the overall grade."""
    rows = [
        Beside(area.number, tuple(a.area(area.number).grade for a in assessments))
        for area in rules.programme.areas
    ]
    rows = [row for row in rows if any(row.grades)]
    overall = Beside(OVERALL, tuple(a.overall for a in assessments))
    return [*rows, overall] if any(overall.grades) else rows


def open_areas(rules: Grading, assessments: Sequence[Assessment]) -> list[int]:
    """The areas on which not everybody agrees; these are to be decided."""
    return [row.area for row in beside(rules, assessments) if row.area and row.differs]


def settled_areas(rules: Grading, assessments: Sequence[Assessment]) -> dict[int, str]:
    """The areas on which everybody agrees, with that grade."""
    return {
        row.area: row.grades[0]
        for row in beside(rules, assessments)
        if row.area and not row.differs and row.grades[0]
    }


def proposed(rules: Grading, assessments: Sequence[Assessment], own: Assessment | None) -> Decision:
    """What a decision starts from: the member's own grades, where they gave any."""
    areas = settled_areas(rules, assessments)
    if own is None:
        overall = {a.overall for a in assessments}
        return Decision(areas=areas, overall=overall.pop() if len(overall) == 1 else None)
    for number in open_areas(rules, assessments):
        grade = own.area(number).grade
        if grade:
            areas[number] = grade
    return Decision(areas=areas, overall=own.overall)


def accept_areas(
    rules: Grading, kept: Decision, typed: dict[int, str], settled: dict[int, str]
) -> dict[int, str]:
    """The final area grades with what was typed; raises Fault on a grade outside the scale."""
    areas = {**kept.areas, **settled}
    for number, grade in typed.items():
        if found := accept_grade(rules, grade):
            areas[number] = found
    return dict(sorted(areas.items()))


def accept_final(rules: Grading, grade: str) -> str | None:
    """The final overall grade; raises Fault outside the scale."""
    return accept_overall(rules, grade)


def missing_in_decision(
    rules: Grading, decision: Decision, to_decide: Sequence[int]
) -> Iterator[str]:
    """What stands between a decision and recording it, as noun phrases."""
    for number in to_decide:
        if number not in decision.areas:
            yield f"the final grade of area {number}"
    if rules.grade_keys and decision.overall is None:
        yield "the final overall grade"
    if not decision.reason:
        yield "your reasons"
