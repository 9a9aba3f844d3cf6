"""Before and after a re-audit, for those whom the council's file names (HER-13)."""

from __future__ import annotations

from cards.follow_up.re_audit_compared import Pair, ReAuditCompared
from domain.audits.outcome import Outcome
from domain.calendar.wording import say_list
from domain.calendar.working_days import local_day
from domain.follow_up.step import Part, Step, StepKind
from domain.frameworks.framework import Framework
from usecases.audits.scene import Scene, scene_of_audit
from usecases.follow_up.reading import grade_title, programme_title, shown
from usecases.showing import Look, shows


@shows("re_audit_compared")
async def show_re_audit_compared(look: Look) -> ReAuditCompared | None:
    """Every grade twice; None until the re-audit is final."""
    found = await shown(look)
    if found is None or found.step.kind is not StepKind.RE_AUDIT:
        return None
    step = found.step
    both = await _both(look, step)
    scene = await scene_of_audit(look.uow, look.council, step.re_audit_id or 0)
    if both is None or scene is None:
        return None
    before, after = both
    framework = look.council.framework
    return ReAuditCompared(
        ref=look.about,
        version=step.version,
        programme=programme_title(framework, step.programme),
        case=step.case_ref,
        overall=_pair(framework, "Overall", before.overall, after.overall),
        areas=tuple(_areas(framework, scene, before, after)),
        moved=_moved(framework, before, after),
        first_on=local_day(before.final_at),
        again_on=local_day(after.final_at),
        auditor=say_list([found.name(seat.holder) for seat in scene.seats]),
        answered=found.answered(step.said(Part.WRITE)),
        notice=look.notice or None,
    )


async def _both(look: Look, step: Step) -> tuple[Outcome, Outcome] | None:
    before = await look.uow.outcomes.of_audit(step.audit_id)
    after = await look.uow.outcomes.of_audit(step.re_audit_id) if step.re_audit_id else None
    return (before, after) if before and after else None


def _areas(framework: Framework, scene: Scene, before: Outcome, after: Outcome) -> list[Pair]:
    return [
        _pair(framework, area.name, before.areas.get(area.number), after.areas.get(area.number))
        for area in scene.programme.areas
    ]


def _pair(framework: Framework, name: str, before: str | None, after: str | None) -> Pair:
    return Pair(
        name=name, before=grade_title(framework, before), after=grade_title(framework, after)
    )


def _moved(framework: Framework, before: Outcome, after: Outcome) -> str:
    """By the overall grade; rank 1 is the best."""
    ranks = {grade.key: grade.rank for grade in framework.grades.scale}
    first, again = ranks.get(before.overall or "", 0), ranks.get(after.overall or "", 0)
    if first == again:
        return "the same"
    return "better" if again < first else "worse"
