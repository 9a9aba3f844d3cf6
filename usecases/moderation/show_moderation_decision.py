"""Compare and decide, for one member of a panel; nothing of it before their own grades are in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cards.audits.parts import GradeChoice
from cards.card import Card
from cards.moderation.decision_parts import Values
from cards.moderation.moderation_decision import ModerationDecision
from cards.moderation.parts import NO_GRADE, SideBySide, Words
from domain.audits.assessment import Assessment
from domain.audits.audit import AuditState
from domain.audits.grading import TEXT_LIMIT
from domain.moderation.comparing import OVERALL, Beside, beside
from domain.moderation.moderation import Decision
from domain.moderation.panel import THIRD, panel_seats
from domain.refs import Ref
from usecases.audits.holding import holds_seat
from usecases.audits.scene import Scene
from usecases.moderation.asking_colleagues import colleagues_for
from usecases.moderation.sitting import Sitting, decision_ref, sitting_of
from usecases.moderation.talking import talking_of
from usecases.showing import Look, look_at, shows

FINAL = "final_"


@shows("moderation_decision")
async def show_moderation_decision(look: Look) -> Card | None:
    """The member's card; how the seat stands where they may not see anybody's grades (yet)."""
    sitting = await sitting_of(look.uow, look.council, look.about.number)
    if sitting is None:
        return None
    if not await holds_seat(look.uow, look.reader, sitting.seat, look.today):
        return await _seat_card(look, sitting)
    if sitting.scene.audit.state is AuditState.FINAL:
        about = Ref("audit", str(sitting.scene.audit.id))
        return await look_at("moderation_outcome", replace(look, about=about))
    return await _card(look, sitting) if sitting.sees else await _seat_card(look, sitting)


async def _seat_card(look: Look, sitting: Sitting) -> Card | None:
    about = Ref("seat", str(sitting.seat.id))
    return await look_at("moderation_requested", replace(look, about=about))


async def _card(look: Look, sitting: Sitting) -> ModerationDecision:
    scene, moderation = sitting.scene, sitting.moderation
    rows = {row.area: row for row in beside(scene.rules, sitting.sets)}
    shown = {area: _row(sitting, row) for area, row in rows.items()}
    rules = scene.programme.moderation
    waits = [f"{sitting.name_of(seat)}'s grades" for seat in sitting.waits_for]
    return ModerationDecision(
        ref=decision_ref(sitting.seat.id),
        version=moderation.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        due=sitting.seat.due_on,
        working_days_left=look.council.days_left(look.today, sitting.seat.due_on),
        to_decide=tuple(shown[area] for area in sitting.to_decide),
        overall=shown.get(OVERALL),
        same=tuple(shown[area] for area in sitting.settled),
        words=words_of(sitting),
        grades=_choices(sitting),
        allows_not_applicable=scene.programme.allows_not_applicable,
        values=_values(look, sitting.decision, sitting.to_decide),
        reasons=tuple(reason.said for reason in moderation.reasons),
        disputes=await _disputes(look, sitting),
        views=await _views(look, sitting),
        agreed=tuple(
            sitting.name_of(scene.seat(seat_id))
            for seat_id in moderation.agreed
            if seat_id != sitting.seat.id
        ),
        quorum=sitting.quorum,
        decides=sitting.decides,
        waits_for=waits[0] if waits else "",
        asks_plan=bool(rules and rules.action_plan),
        asks_wider=bool(rules and rules.wider_findings),
        colleagues=await colleagues_for(look.uow, scene, look.today),
        may_ask_third=_may_ask_third(scene),
        talking=await talking_of(look.uow, scene) if sitting.decides else None,
        text_limit=TEXT_LIMIT,
        notice=look.notice or None,
        notice_field=look.field,
    )


def _may_ask_third(scene: Scene) -> bool:
    return THIRD in panel_seats(scene.programme) and all(s.role != THIRD for s in scene.seats)


def whose(sitting: Sitting, given: Assessment) -> str:
    """``Lead``, ``You``, or the name of another member."""
    seat = sitting.scene.seat(given.seat_id)
    if seat.id == sitting.seat.id:
        return "You"
    return sitting.name_of(seat) if seat.panel else sitting.scene.rule(seat).short


def _row(sitting: Sitting, row: Beside) -> SideBySide:
    rules, scene = sitting.scene.rules, sitting.scene
    name = scene.programme.area(row.area).name if row.area else "Overall"
    grades = tuple(
        (whose(sitting, given), rules.label_of(grade) if grade else NO_GRADE)
        for given, grade in zip(sitting.sets, row.grades, strict=True)
    )
    return SideBySide(number=row.area, name=name, grades=grades)


def words_of(sitting: Sitting) -> tuple[tuple[int, tuple[Words, ...]], ...]:
    """What everybody else wrote, by area."""
    others = [given for given in sitting.sets if given.seat_id != sitting.seat.id]
    found = []
    for area in sitting.scene.programme.areas:
        written = tuple(
            Words(
                whose=f"{whose(sitting, given)} · {area.name}",
                evidence=given.area(area.number).evidence,
                strengths=given.area(area.number).strengths,
                develop=given.area(area.number).develop,
            )
            for given in others
            if any(given.area(area.number).texts.values())
        )
        found.append((area.number, written))
    return tuple(found)


def _choices(sitting: Sitting) -> tuple[GradeChoice, ...]:
    rules = sitting.scene.rules
    keys = set(rules.grade_keys)
    return tuple(
        GradeChoice(value=grade.key, title=grade.title, meaning=grade.meaning)
        for grade in rules.framework.grades.scale
        if grade.key in keys
    )


def _values(look: Look, decision: Decision, to_decide: list[int]) -> Values:
    """What is kept, or what was typed into this very card."""
    kept = {
        "overall": decision.overall or "",
        "reason": decision.reason,
        "plan": decision.plan,
        "wider": decision.wider,
        **{f"{FINAL}{area}": decision.areas.get(area, "") for area in to_decide},
    }
    shown = _typed(look, kept)
    areas = tuple((area, shown[f"{FINAL}{area}"]) for area in to_decide if shown[f"{FINAL}{area}"])
    return Values(
        areas=areas,
        overall=shown["overall"] or None,
        reason=shown["reason"],
        plan=shown["plan"],
        wider=shown["wider"],
    )


def _typed(look: Look, kept: Mapping[str, str]) -> Mapping[str, str]:
    if look.pressed is None or look.pressed.kind != "decision":
        return kept
    if look.typed.keys().isdisjoint(kept):
        return kept
    return {key: look.typed.get(key, "") for key in kept}


async def _disputes(look: Look, sitting: Sitting) -> tuple[tuple[str, str], ...]:
    found = []
    for dispute in await look.uow.moderations.disputes_of(sitting.scene.audit.id):
        who = await look.uow.people.get(dispute.person_id)
        name = who.name if who else dispute.person_id
        found.append((f"{name}, {dispute.relation.replace('_', ' ')},", dispute.reason))
    return tuple(found)


async def _views(look: Look, sitting: Sitting) -> tuple[tuple[str, str], ...]:
    found = []
    for view in await look.uow.moderations.views_of(sitting.scene.audit.id):
        who = await look.uow.people.get(view.person_id)
        name = who.name if who else view.person_id
        found.append((name, view.answer or "Asked, not answered yet."))
    return tuple(found)
