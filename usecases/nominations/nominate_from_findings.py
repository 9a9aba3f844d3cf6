"""Nominate the worker whose audit found good practice (HER-24)."""

from __future__ import annotations

from domain.audits.audit import AuditState
from domain.faults import Fault
from domain.nominations.nomination import SOURCES
from domain.nominations.verifying import rules_for
from domain.people.person import Person
from usecases.asking import Answer, Ask, verb
from usecases.audits.noticing import notice_for
from usecases.audits.scene import Scene
from usecases.council import Council
from usecases.nominations.beginning import Said, begin_nomination
from usecases.ports import UnitOfWork
from usecases.showing import Look

NOT_HERE = "These findings are not ones to nominate from, so nothing was begun."
AN_AUDIT = SOURCES[2]


async def worker_to_nominate(
    uow: UnitOfWork, council: Council, scene: Scene, reader: Person
) -> Person | None:
    """The worker, where the final grade is one after which the council asks for nominations.

    None for the worker's own card and before the grade stands.
    """
    outcome = await uow.outcomes.of_audit(scene.audit.id)
    grades = {grade for rule in rules_for(council.framework, reader) for grade in rule.after_grades}
    final = scene.audit.state is AuditState.FINAL and outcome is not None
    if not final or outcome is None or outcome.overall not in grades:
        return None
    worker = await uow.people.get(scene.case.worker or "")
    return worker if worker and worker.id != reader.id else None


async def may_nominate_worker(look: Look, scene: Scene) -> bool:
    """Whether the reader's card of the findings has the button."""
    return await worker_to_nominate(look.uow, look.council, scene, look.reader) is not None


@verb(subject="notice", past="began a nomination")
async def nominate_from_findings(ask: Ask) -> Answer:
    """A form with the worker's name and the place in it, below in the chat."""
    scene, _ = await notice_for(ask)
    worker = await worker_to_nominate(ask.uow, ask.council, scene, ask.actor)
    if worker is None:
        raise Fault(NOT_HERE)
    said = Said(who=worker.name, seen=AN_AUDIT)
    about = (scene.audit.id, worker.id)
    await begin_nomination(ask.uow, ask.council, ask.actor, said, ask.now, audit=about)
    line = "Here is your nomination: what for?"
    return Answer(view="audit_findings", about=ask.ref, line=line)
