"""The text of an audit for the case system, which nobody here writes to (HER-10, E-12)."""

from __future__ import annotations

from collections.abc import Iterator

from domain.audits.assessment import Assessment
from domain.audits.outcome import Outcome
from domain.calendar.wording import say_date
from domain.calendar.working_days import local_day
from usecases.audits.scene import Scene, scene_of_audit
from usecases.council import Council
from usecases.follow_up.reading import grade_title
from usecases.ports import UnitOfWork


async def text_to_paste(uow: UnitOfWork, council: Council, audit_id: int) -> str:
    """Grades, strengths and what would help; empty where the audit is not final."""
    scene = await scene_of_audit(uow, council, audit_id)
    outcome = await uow.outcomes.of_audit(audit_id)
    if scene is None or outcome is None:
        return ""
    kept = [await uow.assessments.of_seat(seat.id) for seat in scene.seats]
    sent = [each for each in kept if each and each.submitted]
    return "\n".join([*_grades(scene, outcome), *_words(scene, sent)])


def _grades(scene: Scene, outcome: Outcome) -> Iterator[str]:
    framework, day = scene.council.framework, local_day(outcome.final_at)
    yield f"{scene.programme.title}, final on {say_date(day)} {day.year}."
    if outcome.overall:
        yield f"Overall: {grade_title(framework, outcome.overall)}."
    graded = [area for area in scene.programme.areas if area.number in outcome.areas]
    found = [f"{a.name}: {grade_title(framework, outcome.areas[a.number])}" for a in graded]
    if found:
        yield f"{'; '.join(found)}."
    if outcome.reason:
        yield f"Why: {outcome.reason}"


def _words(scene: Scene, sent: list[Assessment]) -> Iterator[str]:
    for area in scene.programme.areas:
        entries = [one.area(area.number) for one in sent]
        strong = [entry.strengths for entry in entries if entry.strengths]
        develop = [entry.develop for entry in entries if entry.develop]
        if strong:
            yield f"{area.name}, strengths: {' '.join(strong)}"
        if develop:
            yield f"{area.name}, to develop: {' '.join(develop)}"
