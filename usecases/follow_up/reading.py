"""What every view of a step starts from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cards.follow_up.parts import Answered
from cards.kit import fit_title
from domain.audits.assessment import NOT_APPLICABLE
from domain.calendar.working_days import local_day
from domain.follow_up.rules import Terms, known_programme, terms_of
from domain.follow_up.step import Reply, Step, StepKind
from domain.frameworks.framework import Framework
from domain.people.person import Person
from usecases.follow_up.people import parts_of
from usecases.showing import Look

GONE = "Somebody who has left"
NO_GRADE = "no grade"
HEADINGS = {
    StepKind.REVIEW: "Review of",
    StepKind.RE_AUDIT: "Re-audit of",
    StepKind.SCRUTINY: "Scrutiny:",
    StepKind.SUMMARY: "Summary:",
    StepKind.RECOMMENDATION: "Evidence for",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A step, what the file asks there, the reader's parts, and everybody by id."""

    step: Step
    terms: Terms
    parts: frozenset[str]
    people: Mapping[str, Person]

    def name(self, person_id: str | None) -> str:
        """The person's name."""
        found = self.people.get(person_id or "")
        return found.name if found else GONE

    def names(self, person_ids: Iterable[str]) -> list[str]:
        """Their names."""
        return [self.name(each) for each in person_ids]

    @property
    def heading(self) -> str:
        """What a card about it is called, in 36 characters."""
        word = HEADINGS.get(self.step.kind, "After the audit of")
        return fit_title(f"{word} {self.step.team or self.step.case_ref}", word.rstrip(":"))

    def answered(self, replies: Iterable[Reply]) -> tuple[Answered, ...]:
        """What was written, question by question."""
        asks = dict(enumerate(self.terms.asks))
        return tuple(
            Answered(
                ask=asks.get(said.place, "What was kept"),
                words=said.words,
                by=self.name(said.person_id),
                on=local_day(said.at),
                verdict=str(said.verdict),
            )
            for said in replies
        )


async def shown(look: Look) -> Shown | None:
    """The step; None for anybody who has no part in it and runs no cycles."""
    step = await look.uow.follow_ups.get(look.about.number)
    if step is None:
        return None
    parts = await parts_of(look.uow, step, look.reader, look.today)
    if not parts and not look.council.coordinates(look.reader):
        return None
    return Shown(
        step=step,
        terms=terms_of(look.council.framework, step),
        parts=parts,
        people=await look.uow.people.all(),
    )


def programme_title(framework: Framework, key: str) -> str:
    """The programme's title; its key in words where the file has dropped it."""
    found = known_programme(framework, key)
    return found.title if found else key.replace("_", " ").capitalize()


def grade_title(framework: Framework, key: str | None) -> str:
    """The grade as it is read."""
    found = {grade.key: grade.title for grade in framework.grades.scale}
    return {**found, NOT_APPLICABLE: "Not applicable"}.get(key or "", NO_GRADE)
