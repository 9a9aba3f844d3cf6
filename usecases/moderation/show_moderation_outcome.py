"""What moderation came to, for auditors, the panel and coordinators."""

from __future__ import annotations

from cards.moderation.moderation_outcome import ModerationOutcome
from cards.moderation.parts import NO_GRADE, SideBySide
from domain.audits.assessment import Assessment
from domain.audits.audit import AuditState
from domain.audits.outcome import Outcome
from usecases.audits.scene import Scene, scene_of_audit
from usecases.moderation.deciders import deciders_of
from usecases.moderation.submissions import submissions
from usecases.moderation.talking import talking_of
from usecases.showing import Look, shows

NEXT = "The worker and the managers on the record have the findings with these grades."


@shows("moderation_outcome")
async def show_moderation_outcome(look: Look) -> ModerationOutcome | None:
    """Final grades beside the first; None before, and for anybody who had no part in it."""
    scene = await scene_of_audit(look.uow, look.council, look.about.number)
    outcome = await look.uow.outcomes.of_audit(look.about.number)
    moderation = await look.uow.moderations.of_audit(look.about.number)
    if scene is None or outcome is None or moderation is None or not _may(look, scene):
        return None
    if scene.audit.state is not AuditState.FINAL or moderation.decided_at is None:
        return None
    rows = side_by_side_of(scene, await submissions(look.uow, scene), outcome)
    talking = await talking_of(look.uow, scene)
    auditor = any(seat.holder == look.reader.id for seat in scene.first_seats)
    return ModerationOutcome(
        ref=look.about,
        version=scene.audit.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        overall=scene.rules.title_of(outcome.overall) if outcome.overall else "",
        deciders=await deciders_of(look, scene, moderation),
        changed=tuple(row for row in rows if _changed(row)),
        kept=tuple(row for row in rows if not _changed(row)),
        talked=talking.when if talking else "",
        reason=outcome.reason,
        plan=moderation.decision.plan,
        wider="" if auditor else moderation.decision.wider,
        why=tuple(reason.title for reason in moderation.reasons),
        next_step=NEXT,
        notice=look.notice or None,
    )


def _may(look: Look, scene: Scene) -> bool:
    mine = any(seat.holder == look.reader.id for seat in scene.seats)
    return mine or look.council.coordinates(look.reader)


def side_by_side_of(scene: Scene, first: list[Assessment], outcome: Outcome) -> list[SideBySide]:
    """The overall grade and every graded area: each first grade, then the final one."""
    labels = [scene.rule(scene.seat(given.seat_id)).short for given in first]
    rows = []
    areas = [(0, "Overall"), *((area.number, area.name) for area in scene.programme.areas)]
    for number, name in areas:
        given = [one.area(number).grade if number else one.overall for one in first]
        final = outcome.areas.get(number) if number else outcome.overall
        if not (final or any(given)):
            continue
        titles = [scene.rules.label_of(grade) if grade else NO_GRADE for grade in (*given, final)]
        grades = tuple(zip((*labels, "Final"), titles, strict=True))
        rows.append(SideBySide(number=number, name=name, grades=grades))
    return rows


def _changed(row: SideBySide) -> bool:
    return len({grade for _, grade in row.grades}) > 1
