"""The window opens: the seats of the panels are given, evenly, and their cards go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.audits.allocation import Placement, allocate
from domain.audits.audit import NewSeat, Seat
from domain.audits.eligibility import Requirement
from domain.audits.needs import SeatNeed, Staffing
from domain.calendar.working_days import local_day
from domain.frameworks.moderation import PanelSeat
from domain.moderation.moderation import Moderation
from domain.moderation.panel import WHY, seats_for
from domain.people.person import Person
from domain.refs import Ref
from usecases.audits.allocating import offer
from usecases.audits.excusing import exempt_between
from usecases.audits.scene import Scene, scene_of_audit
from usecases.coordinating import tell_coordinators
from usecases.council import Council
from usecases.moderation.sending import SERVICE
from usecases.ports import UnitOfWork

Preset = Mapping[tuple[int, str], str]
"""Who takes a seat already: the person's id by audit and the seat's key."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One audit whose panel is to be seated."""

    scene: Scene
    moderation: Moderation
    seats: tuple[PanelSeat, ...]

    @property
    def due_on(self) -> date:
        """The day by which it is decided."""
        return self.moderation.due_on or self.scene.cycle.due_on

    def need(self, seat: PanelSeat, today: date, *, stand_in: bool) -> SeatNeed:
        """The seat as allocation asks for it."""
        roles = seat.stands_in if stand_in else seat.roles
        return SeatNeed(
            key=f"{self.scene.audit.id}/{seat.key}",
            case=self.scene.case,
            rule=Requirement(roles=frozenset(roles), independent=True),
            first_day=today,
            last_day=max(today, self.due_on),
            why=WHY,
        )


async def open_moderations(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Seat every panel whose window has begun; gives how many. Safe to repeat."""
    panels = []
    for turn, moderation in enumerate(await uow.moderations.to_open(local_day(now))):
        scene = await scene_of_audit(uow, council, moderation.audit_id)
        if scene is None:
            continue
        panels.append(panel_of(scene, moderation, turn=turn))
    await seat_panels(uow, council, panels, now)
    return sum(bool(panel.seats) for panel in panels)


def panel_of(scene: Scene, moderation: Moderation, *, turn: int = 0) -> Panel:
    """The panel with the seats that it does not have yet."""
    there = {seat.role for seat in scene.seats}
    wanted = seats_for(scene.programme, moderation, turn=turn)
    return Panel(scene, moderation, tuple(seat for seat in wanted if seat.key not in there))


async def seat_panels(
    uow: UnitOfWork,
    council: Council,
    panels: Sequence[Panel],
    now: datetime,
    preset: Preset | None = None,
) -> None:
    """Give all seats of all panels at once, so that loads stay within one of each other."""
    given = await _allocate(uow, council, panels, local_day(now), preset or {})
    for panel in panels:
        new = tuple(
            _new(panel, seat, given[panel.scene.audit.id, seat.key]) for seat in panel.seats
        )
        await uow.moderations.save(replace(panel.moderation, opened_at=now))
        for seat in await uow.audits.add_seats(panel.scene.audit.id, new, now):
            await _tell(uow, council, seat, now)
        await uow.outbox.refresh(Ref("audit", str(panel.scene.audit.id)), now=now)


def _new(panel: Panel, seat: PanelSeat, placed: Placement) -> NewSeat:
    return NewSeat(
        role=seat.key, holder=placed.person_id, due_on=panel.due_on, why=placed.why, panel=True
    )


async def _tell(uow: UnitOfWork, council: Council, seat: Seat, now: datetime) -> None:
    about = Ref("seat", str(seat.id))
    await uow.trail.record(
        about,
        "allocate_seat" if seat.holder else "leave_seat_vacant",
        actor=SERVICE,
        now=now,
        details={"version": seat.version, "holder": seat.holder},
    )
    if seat.holder:
        await offer(uow, council, seat, now)
    else:
        await tell_coordinators(uow, council, "seat_vacant", about, now, once=f"v{seat.version}")


async def _allocate(
    uow: UnitOfWork, council: Council, panels: Sequence[Panel], today: date, preset: Preset
) -> dict[tuple[int, str], Placement]:
    """Those who are named first, then the seats' own roles, then stand-ins for what is left."""
    people, loads = await uow.people.all(), dict(await uow.audits.loads())
    last = max((panel.due_on for panel in panels), default=today)
    exempt = await exempt_between(uow, council, today, max(today, last))
    found = {place: _named(place, person) for place, person in preset.items()}
    for stand_in in (False, True):
        asked = [
            (panel, seat)
            for panel in panels
            for seat in panel.seats
            if _is_open(found.get((panel.scene.audit.id, seat.key)), seat, stand_in=stand_in)
        ]
        needs = [panel.need(seat, today, stand_in=stand_in) for panel, seat in asked]
        staffing = replace(_staffing(people, loads, panels, found), exempt=exempt)
        seed = panels[0].scene.cycle.seed if panels else 0
        answer = allocate(needs, staffing, seed=seed, assigner=council.assigner)
        for (panel, seat), need in zip(asked, needs, strict=True):
            place = (panel.scene.audit.id, seat.key)
            placed = answer[need.key]
            if placed.person_id:
                loads[placed.person_id] = loads.get(placed.person_id, 0) + 1
            found[place] = placed if placed.person_id or place not in found else found[place]
    return found


def _is_open(placed: Placement | None, seat: PanelSeat, *, stand_in: bool) -> bool:
    if stand_in:
        return bool(seat.stands_in) and (placed is None or placed.person_id is None)
    return placed is None


def _named(place: tuple[int, str], person: str) -> Placement:
    return Placement(key=f"{place[0]}/{place[1]}", person_id=person, why=WHY)


def _staffing(
    people: Mapping[str, Person],
    loads: Mapping[str, int],
    panels: Sequence[Panel],
    found: Mapping[tuple[int, str], Placement],
) -> Staffing:
    """Nobody takes two seats of one audit, a first auditor's or a panel's."""
    seated = {
        panel.scene.case.ref: {seat.holder for seat in panel.scene.seats if seat.holder}
        | {
            placed.person_id
            for (audit_id, _), placed in found.items()
            if audit_id == panel.scene.audit.id and placed.person_id
        }
        for panel in panels
    }
    return Staffing(people=people, loads=loads, seated=seated)
