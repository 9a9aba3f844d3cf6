"""When anything that can wait goes out is the council's to say; what cannot wait goes at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.frameworks.check import faults
from domain.frameworks.timing import OfficeHours
from tests.cast import PEOPLE
from tests.town import Town, framework
from tests.usecases.responses.making import raised
from usecases.nudges.nudge_duties import nudge_duties


def told_from(town: Town, begins: int, ends: int) -> None:
    steps = town.council.framework.nudge_steps
    hours = OfficeHours(begins=begins, ends=ends)
    changed = {"nudge_steps": steps.model_copy(update={"hours": hours})}
    town.council = replace(
        town.council, framework=town.council.framework.model_copy(update=changed)
    )


async def accepted(town: Town) -> None:
    """Ada's part is due on Tuesday 22 December; the first reminder is on the 15th."""
    await town.audit("C-23087", lead="tess", peer="ada")
    for name in ("ada", "tess"):
        await town.chat(name).press("accept_audit")
    await town.tick(nudge_duties)


def at(hour: int, minute: int = 1, day: int = 15) -> datetime:
    return datetime(2026, 12, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("begins", "ends", "hour", "told"),
    [(9, 18, 8, 0), (9, 18, 9, 2), (8, 16, 8, 2), (8, 16, 16, 0), (11, 15, 10, 0), (11, 15, 11, 2)],
)
async def test_reminders_keep_to_the_hours_of_the_council(
    herefordshire: Town, begins: int, ends: int, hour: int, told: int
) -> None:
    told_from(herefordshire, begins, ends)
    await accepted(herefordshire)
    herefordshire.now = at(hour)
    assert await herefordshire.tick(nudge_duties) == told


async def test_what_is_told_from_eleven_is_planned_for_eleven(herefordshire: Town) -> None:
    told_from(herefordshire, 11, 15)
    await accepted(herefordshire)
    herefordshire.now = at(11)
    await herefordshire.tick(nudge_duties)
    (duty,) = await herefordshire.duties("ada")
    assert duty.next_nudge_at == datetime(2026, 12, 21, 11, tzinfo=UTC)


async def test_a_part_time_week_still_holds(herefordshire: Town) -> None:
    """Ada does not work on Tuesdays: hers comes on Wednesday, at the council's hour."""
    town = herefordshire
    told_from(town, 8, 16)
    await town.hires(replace(PEOPLE["ada"], working_days=frozenset({0, 2, 3})))
    await accepted(town)
    town.now = at(8)
    assert await town.tick(nudge_duties) == 1
    (duty,) = await town.duties("ada")
    assert duty.next_nudge_at == datetime(2026, 12, 16, 8, tzinfo=UTC)
    town.now = at(8, day=16)
    await town.tick(nudge_duties)
    assert "digest" in town.chat("ada").kinds


async def test_what_cannot_wait_goes_at_any_hour(sefton: Town) -> None:
    told_from(sefton, 9, 12)
    one = await raised(sefton)  # in the afternoon
    assert one.raised_at is not None
    assert one.raised_at.hour >= 12
    assert "immediate_response" in sefton.chat("sam").kinds


@pytest.mark.parametrize(
    ("begins", "ends", "said"),
    [
        (18, 9, "begin earlier"),
        (9, 9, "begin earlier"),
        (9, 11, "need 3 hours or more"),
        (5, 12, "nobody is reminded before 7 or after 20"),
        (9, 23, "nobody is reminded before 7 or after 20"),
    ],
)
def test_hours_that_make_no_sense_are_faults_of_the_profile(
    begins: int, ends: int, said: str
) -> None:
    known = framework("herefordshire")
    hours = OfficeHours(begins=begins, ends=ends)
    steps = known.nudge_steps.model_copy(update={"hours": hours})
    (found,) = faults(known.model_copy(update={"nudge_steps": steps}))
    assert found.startswith("nudge_steps.hours: ")
    assert said in found
