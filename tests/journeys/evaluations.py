"""A practice evaluation of Somerset that has begun: one record, an evaluator and a moderator."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.people.person import Person
from storage import tables
from tests.fake_teams import FakeTeams
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS, RECORD
from tests.journeys.person import Somebody
from tests.journeys.world import World, at, settings_for


def somebody(name: str, role: str) -> Person:
    """Somebody further of the staff list."""
    first = name.split(maxsplit=1)[0].lower()
    return Person(id=first, name=name, roles=frozenset({role}), aad_object_id=f"aad-{first}")


SIA = somebody("Sia Tome", "service_improvement_team")


async def in_somerset(teams: FakeTeams, database_url: str) -> World:
    """One open record, C-23087; two who may evaluate or moderate it, and the improvement team."""
    settings = settings_for(teams, database_url, "somerset", FRAMEWORKS)
    world = World(teams, settings, Clock(at("2026-02-02 08:00")))
    await world.moves_in([replace(RECORD, service="Social Work")], [SIA])
    await world.starts()
    return world


async def begins(world: World) -> tuple[Somebody, Somebody, Somebody]:
    """The cycle of 2 February is open; gives the evaluator, the moderator and Sia."""
    await world.everybody_installs()
    sia = world.plays(SIA)
    await sia.installs()
    await world.runs("cycle", "open", "practice_evaluation", "--on", "2026-02-02", "--seed", "7")
    first, moderators = await world.rows(tables.seats)
    assert (first["role"], moderators["role"]) == ("evaluator", "moderator")
    assert (moderators["state"], moderators["due_on"]) == ("held", date(2026, 3, 9))
    return world.named(first["holder"]), world.named(moderators["holder"]), sia
