"""When an audit begins: a row for each talk, and the worker is asked to ask the family."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain.calendar.working_days import end_of_day, local_day
from domain.duties import NewDuty
from domain.focus import Focus
from domain.frameworks.meeting import FamilyContact
from domain.refs import Ref
from domain.talks.family import Consent, family_rule, next_chase
from domain.talks.rules import conversations
from usecases.audits.occasions import on_begun
from usecases.audits.scene import Scene
from usecases.ports import UnitOfWork
from usecases.showing import tell

ANSWER_CONSENT = "answer_consent"


@on_begun
async def prepare_talks(uow: UnitOfWork, scene: Scene, now: datetime) -> None:
    """Make the rows of an audit's talks and of the family's part; safe to repeat."""
    await uow.talks.start(scene.audit.id, [talk.key for talk in conversations(scene.programme)])
    rule = family_rule(scene.programme)
    if rule:
        await uow.families.start(scene.audit.id)
    if rule and rule.consent == "worker_first":
        await _ask_worker(uow, scene, rule, now)


async def _ask_worker(uow: UnitOfWork, scene: Scene, rule: FamilyContact, now: datetime) -> None:
    """HER-05: the allocated worker asks the family; without one a reason is noted later."""
    if await uow.families.consent_of(scene.audit.id):
        return
    worker = await uow.people.get(scene.case.worker) if scene.case.worker else None
    here = worker.id if worker and worker.here_on(local_day(now)) else None
    new = Consent(id=0, audit_id=scene.audit.id, worker=here, version=1, asked_at=now)
    consent = await uow.families.ask(replace(new, next_chase_at=next_chase(rule, new)))
    if consent.worker is None:
        return
    about = Ref("consent", str(consent.id))
    await tell(uow, "family_consent", about, consent.worker, now=now, once="asked")
    if await uow.focuses.of(consent.worker) is None:
        focus = Focus(kind="family_consent", subject=about)
        await uow.focuses.set(consent.worker, focus, now)
    days = timedelta(days=rule.chase_days[0] if rule.chase_days else 0)
    due = end_of_day(local_day(now + days))
    duty = NewDuty(kind=ANSWER_CONSENT, subject=about, holder=consent.worker, due_at=due)
    await uow.duties.open(duty, now)
