"""The findings of an audit, for the worker and the others who are told."""

from __future__ import annotations

from cards.audits.audit_findings import AreaFindings, AuditFindings, AuditorFindings
from cards.audits.parts import SeatHolder
from domain.actions.terms import adds_actions
from domain.audits.assessment import AreaEntry, Assessment
from domain.audits.audit import AuditState
from domain.audits.grading import Grading
from domain.audits.looked_at import record_of, say_answers
from domain.audits.notice import Notice
from domain.audits.outcome import findings_are_out
from domain.calendar.wording import say_count
from domain.calendar.working_days import local_day
from domain.cases.case import CaseKind
from domain.people.person import Person
from usecases.actions.standing import may_add
from usecases.audits.scene import Scene, holders_of, scene_of_audit
from usecases.cycles.settle_audits import grades_of
from usecases.moderation.disputing import has_disagreed, may_disagree_until
from usecases.moderation.final_grades import with_final_grades
from usecases.nominations.nominate_from_findings import may_nominate_worker
from usecases.showing import Look, shows
from usecases.voices.showing_voices import heard_in

LOOKED_AT = {
    CaseKind.TEAM: "the work of this team",
    CaseKind.SERVICE: "the work of this service",
    CaseKind.SETTING: "this setting",
    CaseKind.SUPERVISION: "this supervision",
    CaseKind.SAMPLE: "the records of this sample",
}
WORDS_SHOWN = {CaseKind.TEAM, CaseKind.SERVICE}  # of no child: what was written is what was found


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
        next_step=_next(scene, notice),
        looked_at=LOOKED_AT.get(scene.case.kind, "the work on this record"),
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


def _next(scene: Scene, notice: Notice) -> str:
    if notice.role == "worker":
        return "You talk about it in your next supervision."
    if scene.case.kind is not CaseKind.RECORD:
        return "Talk about it with those whose work it is."
    return "The worker has the same findings, and talks about them in the next supervision."


def _counted(scene: Scene, sent: Assessment) -> str:
    """``3 records: 2 Yes, 1 In part.`` where each record of a sample has a short answer."""
    given = {area.number: sent.area(area.number).grade for area in scene.programme.areas}
    answers = [
        scene.rules.title_of(grade)
        for number, grade in given.items()
        if grade
        and record_of(scene.council.framework.programme(scene.cycle.programme), scene.case, number)
    ]
    if not answers:
        return ""
    return f"{say_count(len(answers), 'record')}: {say_answers(answers)}."


def _said(rules: Grading, entry: AreaEntry) -> str | None:
    """The grade, or the short answer; nothing where the area has words alone."""
    if rules.area_keys or (rules.answers_of(entry.number) and entry.grade):
        return rules.title_of(entry.grade)
    return None


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
                grade=_said(rules, sent.area(area.number)),
                strengths=sent.area(area.number).strengths,
                develop=sent.area(area.number).develop,
                found=sent.area(area.number).evidence if scene.case.kind in WORDS_SHOWN else "",
            )
            for area in scene.programme.areas
        ),
        overall=rules.title_of(sent.overall) if sent.overall else None,
        reason=f"{_counted(scene, sent)} {sent.reason}".strip(),
    )
