"""The clock of a story that is about reminders alone."""

from __future__ import annotations

from scheduler.running import run_tick
from scheduler.tick import ticks
from tests.journeys.world import World


async def clock_looks(world: World) -> None:
    """Duties are looked at once, and who is lost; what that queued goes out."""
    for name in ("nudge_duties", "tell_of_lost"):
        await run_tick(ticks()[name], world.running.units, world.council, world.clock())
    await world.delivered()
