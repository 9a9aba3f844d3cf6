"""Rules of grading: what an assessment needs before it is complete (HER-03, SEF-06)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.audits.assessment import NOT_APPLICABLE, AreaEntry, Assessment
from domain.faults import Fault
from domain.frameworks.framework import Framework
from domain.frameworks.parts import Answer
from domain.frameworks.programme import Area, Programme

TEXT_LIMIT = 2000

_DATE = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)?[/. -]+(\d{1,2}|[A-Za-z]{3,9})\.?,?[/. -]+(\d{4})\b"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grading:
    """What the rules need: the council's scale, the programme, and the first day of the window.

    A panel gives grades and needs no words for each: ``words_needed`` is False for it.
    """

    framework: Framework
    programme: Programme
    window_start: date | None = None
    words_needed: bool = True

    @property
    def grade_keys(self) -> tuple[str, ...]:
        """The grades from best to worst; none where the council has no scale (E-06)."""
        if self.programme.findings_only or not self.framework.grades.on:
            return ()
        return self.framework.grades.keys

    @property
    def area_keys(self) -> tuple[str, ...]:
        """The grades of an area; none where areas are headings for words (E-73)."""
        return self.grade_keys if self.programme.areas_graded else ()

    @property
    def allowed(self) -> tuple[str, ...]:
        """What may stand as an area's grade."""
        keys = self.area_keys
        return (*keys, NOT_APPLICABLE) if keys and self.programme.allows_not_applicable else keys

    def keys_of(self, number: int) -> tuple[str, ...]:
        """What may stand as the grade of that area: its own short answers where it has some."""
        answers = tuple(answer.key for answer in self.answers_of(number))
        if not answers:
            return self.allowed
        return (*answers, NOT_APPLICABLE) if self.programme.allows_not_applicable else answers

    def answers_of(self, number: int) -> tuple[Answer, ...]:
        """The short answers that an area offers in place of grades."""
        found = (area.answers for area in self.programme.areas if area.number == number)
        return next(found, ())

    def title_of(self, grade: str | None) -> str:
        """``Good``, ``Not applicable``, or what to say where there is none yet."""
        if grade is None:
            return "Not yet graded"
        if grade == NOT_APPLICABLE:
            return "Not applicable"
        if known := self.framework.grades.grade(grade):
            return known.title
        answers = (answer for area in self.programme.areas for answer in area.answers)
        return next((answer.title for answer in answers if answer.key == grade), grade)

    def label_of(self, grade: str | None) -> str:
        """The same in a table, where a title would not fit: ``Requires improvement``."""
        known = self.framework.grades.grade(grade) if grade else None
        return known.label if known else self.title_of(grade)

    def steps(self, one: str, other: str) -> int:
        """How many steps lie between two grades."""
        return self.framework.grades.steps_between(one, other)


def accept_words(field: str, text: str, *, said: str = "") -> str:
    """A text as it will be kept; raises Fault, and nothing is cut: too long, or no words at all.

    ``field`` is the input that it was typed into, ``said`` what people call it.
    """
    said = said or field
    text = text.strip()
    if len(text) > TEXT_LIMIT:
        raise Fault(
            f"Your {said} has {len(text):,} characters and this box takes {TEXT_LIMIT:,}. "
            "Nothing was saved or cut: please shorten it, or put the rest in the next box.",
            field=field,
        )
    if text and not any(mark.isalnum() for mark in text):
        raise Fault(
            f"I can keep words only, and your {said} has none. Nothing was saved: "
            "please say it in words, or leave the box empty.",
            field=field,
        )
    return text


def accept_overall(rules: Grading, grade: str) -> str | None:
    """The overall grade: as an area's, but it always applies."""
    return _accept_grade(rules, grade, rules.grade_keys, "overall")


def accept_grade(rules: Grading, grade: str, number: int = 0) -> str | None:
    """A grade as it will be kept; empty is none yet; raises Fault outside the scale.

    ``number`` is that of the area, which may have short answers of its own.
    """
    return _accept_grade(rules, grade, rules.keys_of(number), "grade")


def _accept_grade(rules: Grading, grade: str, allowed: tuple[str, ...], field: str) -> str | None:
    if not grade or not allowed:
        return None
    if grade not in allowed:
        names = [rules.title_of(key) for key in allowed if key != NOT_APPLICABLE]
        last = ", or not applicable" if NOT_APPLICABLE in allowed else ""
        raise Fault(f"Please choose one: {', '.join(names)}{last}.", field=field)
    return grade


def missing_in(rules: Grading, entry: AreaEntry) -> Iterator[str]:
    """What an area still lacks, as noun phrases."""
    if rules.keys_of(entry.number) and entry.grade is None:
        said = "an answer" if rules.answers_of(entry.number) else "a grade"
        yield f"{said} for area {entry.number}"
    elif not rules.words_needed or rules.answers_of(entry.number):
        return
    elif entry.grade == NOT_APPLICABLE and not entry.evidence:
        yield f"why area {entry.number} is not applicable (say it under Evidence)"
    elif entry.grade != NOT_APPLICABLE and not entry.evidence:
        yield f"evidence for area {entry.number}"
    if looks_too_far_back(rules, entry) and not entry.look_back:
        yield f"why you looked further back in area {entry.number}"


def looks_too_far_back(rules: Grading, entry: AreaEntry) -> bool:
    """Whether a full date in what was written lies before the window (SEF-06, E-70)."""
    start = rules.window_start
    if start is None:
        return False
    words = f"{entry.evidence} {entry.strengths} {entry.develop}"
    return any(day < start for day in dates_in(words))


def dates_in(text: str) -> Iterator[date]:
    """Full dates written the British way: ``12/3/2025``, ``12 March 2025``, ``12th Mar 2025``."""
    for day, month, year in _DATE.findall(text):
        number = int(month) if month.isdigit() else _month(month)
        try:
            yield date(int(year), number, int(day))
        except ValueError:
            continue


def _month(word: str) -> int:
    short = word[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def missing(rules: Grading, assessment: Assessment) -> list[str]:
    """Everything that stands between a draft and submitting it, in the order of the cards."""
    found = [
        phrase
        for area in rules.programme.areas
        if not _may_stay_empty(area, assessment)
        for phrase in missing_in(rules, assessment.area(area.number))
    ]
    if rules.grade_keys and assessment.overall is None:
        found.append("the overall grade")
    found += _reasons(rules, assessment)
    return found


def _may_stay_empty(area: Area, assessment: Assessment) -> bool:
    return area.optional and not assessment.area(area.number).begun


def _reasons(rules: Grading, assessment: Assessment) -> list[str]:
    if assessment.reason or not rules.words_needed:
        return []
    if asked := why_ask_reason(rules, assessment):
        return [f"why the overall grade differs: {asked}"]
    return ["what your overall grade rests on"] if rules.grade_keys else ["your overall findings"]


def why_ask_reason(rules: Grading, assessment: Assessment) -> str | None:
    """Why an overall grade needs a word (E-07): far from most areas, or above an Inadequate."""
    graded = [
        entry.grade
        for entry in assessment.areas
        if entry.grade is not None and entry.grade != NOT_APPLICABLE
    ]
    if assessment.overall is None or not graded:
        return None
    rule, worst = rules.programme.overall, rules.grade_keys[-1]
    if rule is None:
        return None
    above = worst in graded and assessment.overall != worst
    if rule.reason_if_above_inadequate and above:
        return f"it is above an area judged {rules.title_of(worst)}"
    far = sum(rules.steps(grade, assessment.overall) >= rule.warn_steps for grade in graded)
    if 2 * far > len(graded):
        return f"it is {rule.warn_steps} or more steps from most areas"
    return None


@dataclass(frozen=True, slots=True)
class Difference:
    """An area (0 for the overall grade) on which two seats do not agree."""

    area: int
    grades: tuple[str | None, ...]


def differences(rules: Grading, assessments: list[Assessment]) -> list[Difference]:
    """Where the grades of several seats differ; one step is enough (HER-08, E-46)."""
    rows = [(0, tuple(a.overall for a in assessments))]
    rows += [
        (area.number, tuple(a.area(area.number).grade for a in assessments))
        for area in rules.programme.areas
    ]
    return [Difference(area, grades) for area, grades in rows if len(Counter(grades)) > 1]
