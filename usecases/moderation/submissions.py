"""What the first auditors submitted."""

from __future__ import annotations

from domain.audits.assessment import Assessment
from domain.audits.audit import AuditState
from usecases.audits.scene import Scene
from usecases.ports import UnitOfWork


async def submissions(uow: UnitOfWork, scene: Scene) -> list[Assessment]:
    """What was submitted for the first seats, in their order."""
    found = [await uow.assessments.of_seat(seat.id) for seat in scene.first_seats]
    return [assessment for assessment in found if assessment and assessment.submitted]


async def grades_of(uow: UnitOfWork, scene: Scene) -> list[Assessment]:
    """What was submitted, in the order of the seats; nothing of an audit that is still open."""
    return [] if scene.audit.state is AuditState.OPEN else await submissions(uow, scene)
