"""When an audit begins: a row for each talk, and the worker is asked to ask the family."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from domain.calendar.working_days import end_of_day, local_day
from domain.delivery.message import Letter
from domain.duties import NewDuty
from domain.focus import Focus
from domain.frameworks.meeting import FamilyContact
from domain.people.person import Person
from domain.refs import Ref
from domain.talks.family import Consent, family_rule, next_chase
from domain.talks.rules import conversations
from usecases.audits.occasions import on_begun
from usecases.audits.scene import Scene
from usecases.ports import UnitOfWork
from usecases.showing import tell_all

ANSWER_CONSENT = "answer_consent"


async def prepare_talks(uow: UnitOfWork, scene: Scene, now: datetime) -> None:
    """Make the rows of an audit's talks and of the family's part; safe to repeat."""
    await prepare_all_talks(uow, [scene], now)


@on_begun
async def prepare_all_talks(uow: UnitOfWork, scenes: Sequence[Scene], now: datetime) -> None:
    """The same for many audits."""
    families, workers = [], []
    talks: dict[tuple[str, ...], list[int]] = {}
    for scene in scenes:
        programme = scene.programme
        keys = tuple(talk.key for talk in conversations(programme))
        talks.setdefault(keys, []).append(scene.audit.id)
        rule = family_rule(programme)
        if rule:
            families.append(scene.audit.id)
        if rule and rule.consent == "worker_first":
            workers.append((scene, rule))
    for keys, audit_ids in talks.items():
        await uow.talks.start_all(audit_ids, keys)
    await uow.families.start_all(families)
    await _ask_workers(uow, workers, now)


async def _ask_workers(
    uow: UnitOfWork, asked: Sequence[tuple[Scene, FamilyContact]], now: datetime
) -> None:
    """HER-05: the allocated worker asks the family; without one a reason is noted later."""
    rules = {scene.audit.id: rule for scene, rule in asked}
    people, today = await uow.people.all(), local_day(now)
    written = await uow.families.ask_all(
        [_question(scene, rule, people.get(scene.case.worker or ""), now) for scene, rule in asked]
    )
    told = [(one, one.worker) for one in written if one.worker]
    letters = [Letter(_about(one), worker, "asked") for one, worker in told]
    await tell_all(uow, "family_consent", letters, now=now)
    busy = await uow.focuses.busy({worker for _, worker in told})
    first = {worker: _about(one) for one, worker in reversed(told) if worker not in busy}
    forms = {who: Focus(kind="family_consent", subject=about) for who, about in first.items()}
    await uow.focuses.set_all(forms, now)
    duties = [_to_answer(one, worker, rules[one.audit_id], today) for one, worker in told]
    await uow.duties.open_all(duties, now)


def _question(scene: Scene, rule: FamilyContact, worker: Person | None, now: datetime) -> Consent:
    here = worker.id if worker and worker.here_on(local_day(now)) else None
    new = Consent(id=0, audit_id=scene.audit.id, worker=here, version=1, asked_at=now)
    return replace(new, next_chase_at=next_chase(rule, new))


def _to_answer(consent: Consent, worker: str, rule: FamilyContact, today: date) -> NewDuty:
    due = end_of_day(today + timedelta(days=rule.chase_days[0] if rule.chase_days else 0))
    return NewDuty(kind=ANSWER_CONSENT, subject=_about(consent), holder=worker, due_at=due)


def _about(consent: Consent) -> Ref:
    return Ref("consent", str(consent.id))
