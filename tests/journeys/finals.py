"""Final grades where a story is about what follows and not about how they came."""

from __future__ import annotations

from collections.abc import Mapping

from domain.audits.outcome import Outcome, Settled
from domain.calendar.working_days import local_day
from storage import tables
from tests.journeys.world import World
from usecases.audits.finishing import finish
from usecases.audits.scene import scene_of_audit


async def newest_audit(world: World) -> int:
    """The id of the audit that was opened last."""
    return max(int(row["id"]) for row in await world.rows(tables.audits))


async def is_final(
    world: World, case: str, overall: str | None, *, areas: Mapping[int, str] | None = None
) -> int:
    """The record is audited by Ivy and its moderated grade is that one; gives the audit's id."""
    (seat, *_) = next(iter(world.council.framework.programmes.values())).seats
    await world.opens_audit(case, talked=True, **{seat.key: "ivy"})
    number = await newest_audit(world)
    async with world.units() as uow:
        scene = await scene_of_audit(uow, world.council, number)
        assert scene is not None
        outcome = Outcome(
            audit_id=number,
            programme=scene.programme.key,
            case_ref=case,
            settled=Settled.MODERATED,
            overall=overall,
            areas=areas or {},
            worker=scene.case.worker,
            team=scene.case.team,
            service=scene.case.service,
            submitted_on=local_day(world.clock()),
            final_at=world.clock(),
        )
        await finish(uow, scene, outcome, world.clock())
        await uow.commit()
    await world.delivered()
    return number
