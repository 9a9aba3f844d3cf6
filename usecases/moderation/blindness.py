"""Who must not see first grades because they may have to grade the same audit alone (E-47)."""

from __future__ import annotations

from domain.audits.audit import AuditState
from domain.frameworks.programme import Programme
from domain.moderation.panel import THIRD, is_blind, panel_seats
from domain.people.person import Person
from usecases.audits.scene import Scene


def may_sit(programme: Programme, person: Person) -> bool:
    """Whether the person may be asked to grade alone what others graded before."""
    if not is_blind(programme):
        return False
    seats = [seat for key, seat in panel_seats(programme).items() if key != THIRD]
    return any(person.holds(frozenset((*seat.roles, *seat.stands_in))) for seat in seats)


def stays_closed(scene: Scene, person: Person) -> bool:
    """Whether the first grades of this audit are closed to the person until it is decided."""
    decided = scene.audit.state is AuditState.FINAL
    return not decided and may_sit(scene.programme, person)
