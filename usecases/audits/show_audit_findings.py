"""The findings of an audit, for the worker and the others who are told."""

from __future__ import annotations

from cards.audits.audit_findings import AreaFindings, AuditFindings, AuditorFindings
from cards.audits.parts import SeatHolder
from domain.actions.terms import adds_actions
from domain.audits.assessment import Assessment
from domain.audits.audit import AuditState
from domain.audits.outcome import findings_are_out
from domain.calendar.working_days import local_day
from domain.people.person import Person
from usecases.actions.standing import may_add
from usecases.audits.scene import Scene, holders_of, scene_of_audit
from usecases.cycles.settle_audits import grades_of
from usecases.moderation.disputing import has_disagreed, may_disagree_until
from usecases.moderation.final_grades import with_final_grades
from usecases.nominations.nominate_from_findings import may_nominate_worker
from usecases.showing import Look, shows
from usecases.voices.showing_voices import heard_in


@shows("audit_findings")
async def show_audit_findings(look: Look) -> AuditFindings | None:
    """What the auditors found, once nothing differs; None before that and for anybody else."""
    notice = await look.uow.notices.get(look.about.number)
    scene = await scene_of_audit(look.uow, look.council, notice.audit_id) if notice else None
    if notice is None or scene is None or notice.person_id != look.reader.id:
        return None
    if not findings_are_out(scene.programme, scene.audit.state):
        return None
    people = await holders_of(look.uow, scene.first_seats)
    sent = await grades_of(look.uow, scene)
    card = AuditFindings(
        ref=look.about,
        version=notice.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        findings=tuple(_found(scene, people, assessment) for assessment in sent),
        is_worker=notice.role == "worker",
        next_step="You talk about it in your next supervision."
        if notice.role == "worker"
        else "The worker has the same findings, and talks about them in the next supervision.",
        final=scene.audit.state is AuditState.FINAL,
        state="read" if notice.read_at else "new",
        read_on=local_day(notice.read_at) if notice.read_at else None,
        notice=look.notice or None,
        disagree_until=await may_disagree_until(look.uow, scene, look.reader, look.today),
        disagreed_on=await has_disagreed(look.uow, scene, look.reader),
        voices=await heard_in(look.uow, scene),
        may_nominate=await may_nominate_worker(look, scene),
        may_add_action=await _adds(look, scene),
    )
    return await with_final_grades(look, scene, card)


async def _adds(look: Look, scene: Scene) -> bool:
    if not adds_actions(look.council.framework, scene.programme):
        return False
    return await may_add(look.uow, look.council, scene, look.reader)


def _found(scene: Scene, people: dict[str, Person], sent: Assessment) -> AuditorFindings:
    seat, rules = scene.seat(sent.seat_id), scene.rules
    holder = people.get(seat.holder or "")
    return AuditorFindings(
        auditor=SeatHolder(
            label=scene.rule(seat).label,
            name=holder.name if holder else "An auditor who has left",
            role=scene.council.main_role(holder) if holder else "",
        ),
        areas=tuple(
            AreaFindings(
                number=area.number,
                name=area.name,
                grade=rules.title_of(sent.area(area.number).grade) if rules.area_keys else None,
                strengths=sent.area(area.number).strengths,
                develop=sent.area(area.number).develop,
            )
            for area in scene.programme.areas
        ),
        overall=rules.title_of(sent.overall) if sent.overall else None,
        reason=sent.reason,
    )
