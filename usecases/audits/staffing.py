"""Who may take one seat of a running audit, asked again whenever a seat is given back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.audits.allocation import Placement, allocate
from domain.audits.audit import Seat
from domain.audits.by_design import ByDesign
from domain.audits.eligibility import Requirement
from domain.audits.needs import SeatNeed, Staffing, candidates, obstacles
from domain.audits.spreading import Assigner
from domain.cases.case import Case
from domain.frameworks.seats import SeatRule
from domain.people.person import Person
from usecases.audits.excusing import exempt_between
from usecases.audits.scene import Scene
from usecases.audits.turns import rota_of
from usecases.follow_up.first_auditors import barred_from
from usecases.ports import UnitOfWork


def requirement(rule: SeatRule) -> Requirement:
    """What a framework's seat asks of its holder."""
    return Requirement(roles=frozenset(rule.eligible_roles), independent=rule.independent)


def need_for(key: str, case: Case, rule: SeatRule, *, first_day: date, last_day: date) -> SeatNeed:
    """A framework's seat on one record, as allocation asks for it."""
    return SeatNeed(
        key=key,
        case=case,
        rule=requirement(rule),
        first_day=first_day,
        last_day=last_day,
        by_design=ByDesign(rule.by_design) if rule.by_design else None,
        why=rule.why,
        role=rule.key,
    )


async def staffing_for(uow: UnitOfWork, scene: Scene, seat: Seat, today: date) -> Staffing:
    """Everybody, what they hold, and who is out of the question for this seat."""
    refusals = await uow.audits.refusals(seat.id)
    barred = await barred_from(uow, scene.programme, scene.audit.id)
    return Staffing(
        people=await uow.people.all(),
        loads=await uow.audits.loads(),
        seated={scene.case.ref: {o.holder for o in scene.seats if o.holder and o.id != seat.id}},
        refused={str(seat.id): {refusal.person_id for refusal in refusals} | barred},
        exempt=await exempt_between(
            uow, scene.council, today, max(today, seat.due_on), but=scene.cycle.id
        ),
        rota=await rota_of(uow, scene.programme, scene.cycle.opens_on),
    )


async def people_who_may_take(
    uow: UnitOfWork, scene: Scene, seat: Seat, today: date
) -> list[Person]:
    """Everyone who may take the seat over from today on, whoever holds least first."""
    need = _need(scene, seat, today)
    found = candidates(need, await staffing_for(uow, scene, seat, today))
    return [person for person in found if person.id != seat.holder]


async def why_not_taken(
    uow: UnitOfWork, scene: Scene, seat: Seat, person: Person, today: date
) -> str:
    """Why the person may not take the seat over, as a fragment that follows the name."""
    if person.id == seat.holder:
        return "holds it already"
    need = _need(scene, seat, today)
    if not person.holds(need.rule.roles):
        return f"is not one of the {need.rule.holders()}"
    staffing = await staffing_for(uow, scene, seat, today)
    if person.id in staffing.refused[need.key]:
        return "has said no already"
    found = obstacles(need, [person], staffing).get(person.id)
    return found.said if found else "may not hold it"


async def place_again(
    uow: UnitOfWork, scene: Scene, seat: Seat, today: date, assigner: Assigner
) -> Placement:
    """The best person for a seat that was given back, or nobody and the reason."""
    need = _need(scene, seat, today)
    staffing = await staffing_for(uow, scene, seat, today)
    return allocate([need], staffing, seed=scene.cycle.seed + seat.id, assigner=assigner)[need.key]


def _need(scene: Scene, seat: Seat, today: date) -> SeatNeed:
    last_day = max(today, seat.due_on)
    rule = scene.rule(seat)
    need = need_for(str(seat.id), scene.case, rule, first_day=today, last_day=last_day)
    return replace(need, members=scene.members)
