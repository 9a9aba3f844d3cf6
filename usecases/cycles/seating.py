"""The seats of one planned audit: what they need, and who got them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from domain.audits.allocation import Allocation
from domain.audits.audit import NewAudit, NewSeat
from domain.audits.needs import SeatNeed
from domain.cases.case import Case
from domain.frameworks.programme import Programme
from domain.frameworks.seats import SeatRule
from domain.moderation.panel import moderators_seats
from usecases.audits.staffing import need_for


def need_of(case: Case, rule: SeatRule, first_day: date, last_day: date) -> SeatNeed:
    """What the seat of one record needs, under the key ``record/seat``."""
    key = f"{case.ref}/{rule.key}"
    return need_for(key, case, rule, first_day=first_day, last_day=last_day)


def new_audit(
    case: Case, programme: Programme, allocation: Allocation, dues: Mapping[str, date]
) -> NewAudit:
    """The audit of one record with its seats as they were allocated."""
    found = {rule.key: allocation[f"{case.ref}/{rule.key}"] for rule in programme.seats}
    seats = tuple(
        NewSeat(
            role=key,
            holder=placed.person_id,
            due_on=dues[key],
            why=placed.why,
            panel=key in moderators_seats(programme),
            held=programme.seat(key).hand_over is not None,
        )
        for key, placed in found.items()
    )
    return NewAudit(case_ref=case.ref, seats=seats)
