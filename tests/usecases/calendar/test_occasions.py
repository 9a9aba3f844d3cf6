"""What the end of audits and of their last check starts (LEI-11, SOM-07, SOM-08)."""

from __future__ import annotations

from datetime import date

import pytest

from domain.calendar.occurrence import Occurrence
from domain.people.person import Person
from tests.town import OPENS, Town
from tests.usecases.follow_up.finals import becomes_final
from usecases.calendar.occasions import has_ended

TEAM = Person(
    id="sia", name="Sia Moss", aad_object_id="s", roles=frozenset({"service_improvement_team"})
)


async def opened(town: Town) -> list[Occurrence]:
    """Everything in the calendar."""
    return await town.read(lambda uow: uow.calendar.between(date.min, date.max))


async def ends(town: Town, key: str) -> int:
    """Let something come to its end."""
    async with town.units() as uow:
        found = await has_ended(uow, town.council, key, town.now)
        await uow.commit()
    await town.deliver()
    return found


@pytest.mark.rows("SOM-07", "SOM-08")
async def test_a_checked_cycle_starts_its_analysis_and_that_the_page(somerset: Town) -> None:
    town = somerset
    await town.hires(TEAM)
    assert await ends(town, "practice_evaluation") == 1
    assert await ends(town, "practice_evaluation") == 0  # the same occasion
    sia = town.chat("sia")
    assert "Analysis of the practice evaluations" in sia.words("report_due")
    await sia.press("give_report", evidence="https://example.org/analysis")
    assert "Practice evaluations on a page" in sia.words("report_due")
    assert [one.entry for one in await opened(town)] == [
        "reports.evaluation_analysis",
        "reports.evaluation_on_a_page",
    ]


@pytest.mark.rows("LEI-11", "LEI-35")
async def test_each_auditor_owes_the_form_and_the_cycle_its_briefing(leicestershire: Town) -> None:
    town = leicestershire
    seats = town.council.framework.programme(town.programme).seats
    audit = await town.audit("C-23087", OPENS, talked=True, **{seat.key: "theo" for seat in seats})
    await becomes_final(town, audit, None)
    forms = [one for one in await opened(town) if one.entry == "activities.improvement_form"]
    assert [(one.slot, one.due_on) for one in forms] == [("theo", date(2026, 12, 31))]
    said = town.chat("theo").words("activity_due")
    assert "Improvement activity form" in said
    assert "Link to the improvement plan" in said
    assert "7-minute briefing" in town.chat("quin").words("report_due")


async def test_what_nothing_waits_for_starts_nothing(herefordshire: Town) -> None:
    assert await ends(herefordshire, "case_file_audit") == 0
    assert await opened(herefordshire) == []
