"""Standing reminders: on their days, once for ever, held back by leave, until they are ticked."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime

import pytest

from domain.nudges.standing import StandingNudge
from domain.people.person import Absence
from tests.cards.walk import words
from tests.town import Town
from tests.usecases.follow_up.finals import audited
from usecases.nudges.standing import send_standing_nudges

CARD = "standing_nudge"


async def looks(town: Town, text: str) -> int:
    """The clock looks at that moment, in UTC."""
    town.now = datetime.fromisoformat(f"{text}+00:00")
    return await town.tick(send_standing_nudges)


def titles(town: Town, name: str) -> list[str]:
    """The reminders in somebody's chat, as words."""
    return [words(one.card) for one in town.chat(name).cards if one.kind == CARD]


def of(town: Town, name: str, title: str) -> list[str]:
    """Those with that title."""
    return [card for card in titles(town, name) if title in card]


@pytest.mark.rows("HER-43")
async def test_managers_are_asked_about_oversight_once_a_month(herefordshire: Town) -> None:
    town = herefordshire
    assert await looks(town, "2026-12-01 08:55") == 0  # not before nine
    assert await looks(town, "2026-12-01 09:05") > 0
    assert await looks(town, "2026-12-01 09:15") == 0
    assert await looks(town, "2026-12-02 09:15") == 0
    for name in ("tess", "theo", "sam"):
        assert "restorative" in titles(town, name)[0]
    assert titles(town, "wes") == []
    await looks(town, "2027-01-04 09:05")  # the first working day
    assert len(titles(town, "tess")) == 2


async def test_what_was_missed_for_more_than_a_week_is_let_be(herefordshire: Town) -> None:
    assert await looks(herefordshire, "2026-12-08 09:05") == 0
    assert await looks(herefordshire, "2026-12-06 09:05") == 0  # a Sunday


async def test_leave_holds_a_reminder_back_and_a_long_one_lets_it_go(herefordshire: Town) -> None:
    town = herefordshire
    short = Absence(first_day=date(2026, 11, 30), last_day=date(2026, 12, 3))
    long = Absence(first_day=date(2026, 11, 30), last_day=date(2026, 12, 24), cover="theo")
    async with town.units() as uow:
        await uow.people.put_absence("tess", short)
        await uow.people.put_absence("sam", long)
        await uow.commit()
    await looks(town, "2026-12-01 09:05")
    assert titles(town, "tess") == []
    await looks(town, "2026-12-04 09:05")
    assert len(titles(town, "tess")) == 1
    await looks(town, "2026-12-29 09:05")
    assert titles(town, "sam") == []
    assert len(titles(town, "theo")) == 1


@pytest.mark.rows("LEI-26")
async def test_figures_are_looked_at_every_week_with_one_tick(leicestershire: Town) -> None:
    town = leicestershire
    await looks(town, "2026-12-01 09:05")
    tess = town.chat("tess")
    (card,) = of(town, "tess", "Look at your figures")
    assert "What will you do about them?" in card
    sent = next(one.card for one in tess.cards if "figures this week" in words(one.card))
    done = await tess.press("tick_standing", on=sent, words="Two visits are late.")
    assert done.card is not None
    assert "Two visits are late." in words(done.card.render())
    again = await tess.press("tick_standing", on=sent, words="Three.")
    assert not again.done
    await looks(town, "2026-12-07 09:05")
    assert len(of(town, "tess", "Look at your figures")) == 2


@pytest.mark.rows("LEI-53")
async def test_the_delivery_plan_is_asked_about_before_the_monthly_meeting(
    leicestershire: Town,
) -> None:
    await looks(leicestershire, "2026-12-01 09:05")
    for name in ("tess", "sam", "hal"):
        assert len(of(leicestershire, name, "The service delivery plan")) == 1, name


@pytest.mark.rows("COL-33")
async def test_the_stages_that_were_looked_at_are_ticked_one_by_one(city_of_london: Town) -> None:
    town = city_of_london
    await looks(town, "2026-12-01 09:05")
    tess = town.chat("tess")
    refused = await tess.press("tick_standing")
    assert "what you looked at" in refused.line
    await tess.press("tick_standing", ticks="1,6,99", words="Two gaps.")
    assert "Contact, Section 47. Two gaps." in titles(town, "tess")[-1]


@pytest.mark.rows("COL-38", "COL-18")
async def test_learning_and_education_plans_come_in_their_own_months(city_of_london: Town) -> None:
    town = city_of_london
    await looks(town, "2026-12-01 09:05")
    assert of(town, "wes", "Personal education plans") == []
    assert of(town, "tess", "Learning in supervision") == []
    await looks(town, "2027-01-04 09:05")
    assert len(of(town, "wes", "Personal education plans")) == 1
    assert len(of(town, "tess", "Learning in supervision")) == 1


@pytest.mark.rows("SEF-47")
async def test_team_managers_are_asked_which_figure_deserves_praise(sefton: Town) -> None:
    await looks(sefton, "2026-12-01 09:05")
    assert "praise" in titles(sefton, "tess")[0]
    assert titles(sefton, "sam") == []


@pytest.mark.rows("SOM-59", "SOM-74")
async def test_reviewers_and_those_who_pass_reports_are_reminded(somerset: Town) -> None:
    town = somerset
    await looks(town, "2026-12-01 09:05")
    assert "What will you praise" in titles(town, "tess")[0].replace("what will", "What will")
    assert titles(town, "ivy") == []
    await looks(town, "2027-01-04 09:05")
    for name in ("ivy", "chip"):
        assert "halfway" in titles(town, name)[0]


@pytest.mark.rows("LEI-50")
async def test_what_was_found_is_brought_into_supervision_until_it_is_ticked(
    leicestershire: Town,
) -> None:
    town = leicestershire
    await audited(town, "C-23087", None)
    assert of(town, "tess", "Findings in supervision") == []
    await looks(town, "2026-12-14 09:05")
    assert of(town, "tess", "Findings in supervision") == []
    await looks(town, "2026-12-15 09:05")
    (card,) = of(town, "tess", "Findings in supervision")
    assert "C-23087" in card
    assert "It comes again every month" in card
    await looks(town, "2027-01-15 09:05")
    assert len(of(town, "tess", "Findings in supervision")) == 2
    newest = [one for one in town.chat("tess").cards if "C-23087" in words(one.card)][-1]
    await town.chat("tess").press("tick_standing", on=newest.card)
    await looks(town, "2027-02-15 09:05")
    assert len(of(town, "tess", "Findings in supervision")) == 2


async def test_two_replicas_send_it_once(herefordshire: Town) -> None:
    town = herefordshire
    town.now = datetime(2026, 12, 1, 9, 5, tzinfo=UTC)

    async def replica() -> int:
        async with town.units() as uow:
            sent = await send_standing_nudges(uow, town.council, town.now)
            await uow.commit()
            return sent

    await asyncio.gather(replica(), replica())
    await town.deliver()
    assert len(titles(town, "tess")) == 1


async def test_a_step_is_planned_once_and_nobody_else_may_tick_it(herefordshire: Town) -> None:
    town = herefordshire
    await looks(town, "2026-12-01 09:05")
    same = StandingNudge(
        rule="oversight_on_records",
        slot="2026-12-01",
        recipient="tess",
        send_on=date(2026, 12, 1),
    )
    async with town.units() as uow:
        assert not await uow.standing_nudges.plan(same)
        number = (await uow.standing_nudges.get(1)) and 1
    assert number == 1
    found = await town.read(lambda uow: uow.standing_nudges.get(1))
    assert found is not None
    other = "theo" if found.recipient != "theo" else "tess"
    assert "not yours" in await town.chat(other).tampers("tick_standing", str(found.ref), 1)
    assert await town.chat(other).sees(CARD, found.ref) is None
