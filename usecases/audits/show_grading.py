"""The grading form of a seat: the area it stands at, the summary, or the receipt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cards.audits.assessment_submitted import AssessmentSubmitted
from cards.audits.grading_area import AreaValues, GradingArea
from cards.audits.grading_summary import AreaLine, GradingSummary, Way
from cards.audits.parts import AreaGrade, GradeChoice
from cards.card import Card
from domain.actions.terms import adds_actions
from domain.audits.assessment import AreaEntry, Assessment
from domain.audits.audit import AuditState, Seat
from domain.audits.grading import TEXT_LIMIT, Grading, looks_too_far_back, why_ask_reason
from domain.audits.outcome import Settled
from domain.refs import Ref
from usecases.audits.allocating import may_withdraw
from usecases.audits.holding import holds_seat
from usecases.audits.next_steps import next_steps
from usecases.audits.scene import Scene, scene_of_seat
from usecases.audits.subjects import area_ref
from usecases.audits.submitting import gates
from usecases.moderation.disputing import has_disagreed, may_disagree_until
from usecases.observations.recommending import recommended_rule
from usecases.showing import Look, look_at, shows
from usecases.voices.showing_voices import family_fact


@shows("grading")
async def show_grading(look: Look) -> Card | None:
    """The present assessment of the seat, for whoever holds it or covers for them.

    Whoever gave the seat back sees how it stands instead: nothing of the grades stays with them.
    """
    scene = await scene_of_seat(look.uow, look.council, look.about.number)
    assessment = await look.uow.assessments.of_seat(look.about.number)
    if scene is None or assessment is None:
        return None
    seat = scene.seat(assessment.seat_id)
    if not await holds_seat(look.uow, look.reader, seat, look.today):
        about = Ref("seat", str(seat.id))
        return await look_at("audit_allocated", replace(look, about=about))
    if assessment.submitted and seat.panel:
        return await look_at("moderation_decision", look)
    if assessment.submitted:
        return await _receipt(look, scene, seat, assessment)
    if assessment.at_area == 0:
        summary = _summary(look, scene, seat, assessment)
        said = () if seat.panel else await family_fact(look.uow, scene)
        return replace(summary, ways=await _ways(look, scene, seat), facts=said)
    return _area(look, scene, seat, assessment)


def _area(look: Look, scene: Scene, seat: Seat, draft: Assessment) -> GradingArea:
    rules, entry = scene.rules, draft.area(draft.at_area)
    area = scene.programme.area(draft.at_area)
    ref = area_ref(draft.id, area.number)
    kept = {**entry.texts, "grade": entry.grade or ""}
    values = _typed(look, kept) if look.pressed == ref else kept
    return GradingArea(
        ref=ref,
        version=entry.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        number=area.number,
        areas=len(scene.programme.areas),
        name=area.name,
        due=seat.due_on,
        working_days_left=look.council.days_left(look.today, seat.due_on),
        prompts=area.prompts,
        grades=_choices_of(rules, area.number),
        asked="Answer" if area.answers else "Grade",
        allows_not_applicable=scene.programme.allows_not_applicable,
        values=AreaValues(
            grade=values["grade"] or None,
            evidence=values["evidence"],
            strengths=values["strengths"],
            develop=values["develop"],
            look_back=values["look_back"],
        ),
        saved_at=draft.saved_at,
        today=look.today,
        text_limit=TEXT_LIMIT,
        window_start=rules.window_start,
        ask_look_back=bool(entry.look_back) or looks_too_far_back(rules, entry),
        may_add_action=_adds(scene, seat),
        notice=look.notice or None,
        notice_field=look.field,
    )


def _summary(look: Look, scene: Scene, seat: Seat, draft: Assessment) -> GradingSummary:
    rules, overall = scene.rules, scene.programme.overall
    values = _typed(look, {"overall": draft.overall or "", "reason": draft.reason})
    asked = why_ask_reason(rules, draft)
    return GradingSummary(
        ref=Ref("assessment", str(draft.id)),
        version=draft.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        areas=tuple(_line(scene, draft, area.number) for area in scene.programme.areas),
        due=seat.due_on,
        working_days_left=look.council.days_left(look.today, seat.due_on),
        grades=_choices(rules),
        overall_question=overall.question if overall else "",
        overall=values["overall"] or None,
        reason=values["reason"],
        ask_reason=asked is not None,
        saved_at=draft.saved_at,
        today=look.today,
        text_limit=TEXT_LIMIT,
        findings_only=not rules.area_keys,
        may_add_action=_adds(scene, seat),
        notice=look.notice or (asked and f"Please say why: {asked}.") or None,
        notice_field=look.field,
    )


def _adds(scene: Scene, seat: Seat) -> bool:
    """A panel writes its actions into the decision."""
    return not seat.panel and adds_actions(scene.council.framework, scene.programme)


async def _ways(look: Look, scene: Scene, seat: Seat) -> tuple[Way, ...]:
    """To whatever is still open besides the grades."""
    found = {gate.title: gate for gate in await gates(look.uow, scene, seat)}
    return tuple(
        Way(title=gate.title, verb=gate.verb, ref=gate.ref, version=gate.version)
        for gate in found.values()
    )


def _typed(look: Look, kept: Mapping[str, str]) -> Mapping[str, str]:
    """What was typed, if it was into these inputs, a cleared one as empty; else what is kept."""
    if look.typed.keys().isdisjoint(kept):
        return kept
    return {key: look.typed.get(key, "") for key in kept}


def _line(scene: Scene, draft: Assessment, number: int) -> AreaLine:
    entry = draft.area(number)
    return AreaLine(
        ref=area_ref(draft.id, number),
        version=entry.version,
        number=number,
        name=scene.programme.area(number).name,
        grade=_read(scene.rules, entry.grade) or _written(scene.rules, entry),
    )


def _written(rules: Grading, entry: AreaEntry) -> str | None:
    """What stands in a grade's place where an area takes words alone."""
    return "Written" if entry.begun and not rules.area_keys else None


async def _receipt(look: Look, scene: Scene, seat: Seat, sent: Assessment) -> AssessmentSubmitted:
    at = sent.submitted_at or sent.saved_at
    graded = tuple(_grade(scene, sent, area.number) for area in scene.programme.areas)
    may = may_withdraw(look.council, scene.audit.state, at, look.now)
    return AssessmentSubmitted(
        ref=Ref("seat", str(seat.id)),
        version=seat.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        submitted_at=at,
        areas=graded if any(area.grade for area in graded) else (),
        overall=_read(scene.rules, sent.overall),
        reason=sent.reason,
        is_final=scene.audit.state is AuditState.FINAL,
        final=await _moderated(look, scene),
        next_steps=next_steps(scene, seat),
        may_withdraw=may,
        withdraw_until=at + look.council.withdraw_for if may else None,
        disagree_until=await may_disagree_until(look.uow, scene, look.reader, look.today),
        disagreed_on=await has_disagreed(look.uow, scene, look.reader),
        may_add_action=_adds(scene, seat),
        may_recommend=recommended_rule(look.council) is not None,
        notice=look.notice or None,
    )


async def _moderated(look: Look, scene: Scene) -> str:
    """The overall grade that others decided; empty where the first ones stand."""
    outcome = await look.uow.outcomes.of_audit(scene.audit.id)
    if outcome is None or outcome.settled is not Settled.MODERATED:
        return ""
    return _read(scene.rules, outcome.overall) or ""


def _grade(scene: Scene, sent: Assessment, number: int) -> AreaGrade:
    grade = _read(scene.rules, sent.area(number).grade)
    return AreaGrade(number=number, name=scene.programme.area(number).name, grade=grade)


def _read(rules: Grading, grade: str | None) -> str | None:
    return rules.title_of(grade) if grade else None


def _choices_of(rules: Grading, number: int) -> tuple[GradeChoice, ...]:
    """The short answers of an area, or else the grades, or nothing where words are enough."""
    if answers := rules.answers_of(number):
        return tuple(GradeChoice(value=one.key, title=one.title, meaning="") for one in answers)
    return _choices(rules) if rules.area_keys else ()


def _choices(rules: Grading) -> tuple[GradeChoice, ...]:
    keys = set(rules.grade_keys)
    return tuple(
        GradeChoice(value=grade.key, title=grade.title, meaning=grade.meaning)
        for grade in rules.framework.grades.scale
        if grade.key in keys
    )
