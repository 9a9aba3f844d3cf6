"""The findings of an audit, for the worker and the others who are told."""

from __future__ import annotations

from cards.audits.audit_findings import AreaFindings, AuditFindings, AuditorFindings
from cards.audits.parts import SeatHolder
from domain.audits.assessment import Assessment
from domain.audits.outcome import findings_are_out
from domain.calendar.working_days import local_day
from domain.people.person import Person
from usecases.audits.scene import Scene, holders_of, scene_of_audit
from usecases.cycles.settle_audits import grades_of
from usecases.showing import Look, shows


@shows("audit_findings")
async def show_audit_findings(look: Look) -> AuditFindings | None:
    """What the auditors found, once nothing differs; None before that and for anybody else."""
    notice = await look.uow.notices.get(look.about.number)
    scene = await scene_of_audit(look.uow, look.council, notice.audit_id) if notice else None
    if notice is None or scene is None or notice.person_id != look.reader.id:
        return None
    if not findings_are_out(scene.programme, scene.audit.state):
        return None
    people = await holders_of(look.uow, scene.seats)
    sent = await grades_of(look.uow, scene)
    return AuditFindings(
        ref=look.about,
        version=notice.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        findings=tuple(_found(scene, people, assessment) for assessment in sent),
        is_worker=notice.role == "worker",
        next_step="You talk about it in your next supervision."
        if notice.role == "worker"
        else "The worker has the same findings, and talks about them in the next supervision.",
        state="read" if notice.read_at else "new",
        read_on=local_day(notice.read_at) if notice.read_at else None,
        notice=look.notice or None,
    )


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
                grade=rules.title_of(sent.area(area.number).grade) if rules.grade_keys else None,
                strengths=sent.area(area.number).strengths,
                develop=sent.area(area.number).develop,
            )
            for area in scene.programme.areas
        ),
        overall=rules.title_of(sent.overall) if sent.overall else None,
        reason=sent.reason,
    )
