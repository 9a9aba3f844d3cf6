"""Audits that become final, by whatever way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from domain.audits.outcome import Outcome, Settled
from domain.calendar.working_days import local_day
from domain.follow_up.step import Step, StepKind
from domain.people.person import Person
from tests.town import OPENS, Town
from usecases.audits.finishing import finish
from usecases.audits.scene import scene_of_audit
from usecases.follow_up.moving_on import move_follow_ups

QUINN = Person(
    id="quinn",
    name="Quinn Alder",
    roles=frozenset({"qa_team"}),
    team="Quality",
    line_manager="cora",
)
"""Of the QA team."""
SUE = Person(id="sue", name="Sue Marsh", roles=frozenset({"service_manager"}), service="Care")
"""A senior manager outside every line."""


async def becomes_final(
    town: Town,
    audit_id: int,
    overall: str | None,
    *,
    areas: Mapping[int, str] | None = None,
    submitted_on: date | None = None,
) -> None:
    """The audit ends in that grade, and what follows goes out."""
    async with town.units() as uow:
        scene = await scene_of_audit(uow, town.council, audit_id)
        assert scene is not None
        outcome = Outcome(
            audit_id=audit_id,
            programme=scene.programme.key,
            case_ref=scene.case.ref,
            settled=Settled.MODERATED,
            overall=overall,
            areas=areas or {},
            worker=scene.case.worker,
            team=scene.case.team,
            service=scene.case.service,
            submitted_on=submitted_on or local_day(town.now),
            final_at=town.now,
        )
        await finish(uow, scene, outcome, town.now)
        await uow.commit()
    await town.deliver()


async def audited(town: Town, ref: str, overall: str | None, day: int = 0, **more: object) -> int:
    """A record is audited in a cycle of its own and ends in that grade; gives the audit's id."""
    opens = date.fromordinal(OPENS.toordinal() + day)
    seats = town.council.framework.programme(town.programme).seats
    holders = dict.fromkeys((seat.key for seat in seats), "ivy")
    audit = await town.audit(ref, opens, talked=True, **holders)
    await becomes_final(town, audit, overall, **more)  # type: ignore[arg-type] # as above, by name
    return audit


async def ticks(town: Town) -> int:
    """The clock's turn, and what it queued goes out."""
    return await town.tick(move_follow_ups)


async def steps(town: Town, audit_id: int, kind: StepKind | None = None) -> list[Step]:
    """What an audit caused."""
    found = await town.read(lambda uow: uow.follow_ups.of_audit(audit_id))
    return [step for step in found if kind in {None, step.kind}]


async def only(town: Town, audit_id: int, kind: StepKind) -> Step:
    """The one step of a kind."""
    (step,) = await steps(town, audit_id, kind)
    return step


def sent(town: Town, kinds: set[str]) -> set[tuple[str, str]]:
    """Who has cards of those kinds, as (person, kind)."""
    return {(name, kind) for name in town.chats for kind in town.chat(name).kinds if kind in kinds}
