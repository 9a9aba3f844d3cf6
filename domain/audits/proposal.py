"""A draw that waits for the QA team's word before anybody is told (HER-01, SEF-01, SOM-01)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.audits.choosing import drawn_ahead
from domain.audits.seeds import seed_from
from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.meeting import LastDaysOfMonthBefore, notice_on
from domain.frameworks.programme import Programme

AT_ONCE = 60
"""So many audits are opened while whoever confirms waits: a second or so; more by a tick."""
DAYS_BEFORE = 7  # no document says; a product default (E-98)


class ProposalState(StrEnum):
    """Waiting, or what became of it."""

    WAITING = "waiting"
    OPENING = "opening"  # confirmed; so many audits are opened by the next tick
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A draw by its seed; the records as they were drawn, so that what was seen is opened.

    ``notes`` explain the draw; ``left_out`` are records taken out by hand, each with the reason.
    ``template`` is where the form of this cycle stands (LEI-04).
    """

    id: int
    programme: str
    occasion: str
    opens_on: date
    seed: int
    drawn: tuple[str, ...] = ()
    pool_size: int = 0
    notes: tuple[str, ...] = ()
    left_out: Mapping[str, str] = field(default_factory=dict)
    state: ProposalState = ProposalState.WAITING
    proposed_at: datetime
    decided_by: str | None = None
    decided_at: datetime | None = None
    theme: str = ""
    template: str = ""
    version: int = 1


def asks_first(programme: Programme) -> tuple[str, ...]:
    """The roles whose word a draw of the programme needs; none where it needs nobody's."""
    selection = programme.selection
    if selection.by_itself or not drawn_ahead(programme):
        return ()
    if selection.kind == "by_hand":
        return selection.chosen_by
    approved = programme.notice.approved_by if programme.notice else ()
    return selection.confirmed_by or approved


def propose_on(programme: Programme, opens_on: date, calendar: WorkingCalendar) -> date:
    """The day on which a draw is proposed: the day of the advance notice, or a week before."""
    notice = programme.notice
    if notice and isinstance(notice.when, LastDaysOfMonthBefore):
        return notice_on(notice, opens_on, calendar)
    return calendar.on_or_after(opens_on - timedelta(days=DAYS_BEFORE))


def seed_of(council: str, programme: str, occasion: str, attempt: int) -> int:
    """The seed of an attempt: anybody can work it out again, and nobody can pick it."""
    return seed_from(f"{council}/{programme}/{occasion}/{attempt}")
