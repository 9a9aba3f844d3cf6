"""Two auditors disagree, a moderator decides, and everybody's card changes: in a real browser."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.async_api import Locator, expect

from domain.audits.audit import AuditState
from tests.e2e.client import CUT_OFF, DESKTOP, PATIENCE, PHONE, Client, open_client
from tests.e2e.conftest import Playing
from tests.usecases.moderation.seeding import submits

pytestmark = pytest.mark.e2e

GOOD, RI = "good", "requires_improvement"
WHY = "Oversight is recorded twice in nine months, and each time it changed the plan."
SECONDS = 30
A_MINUTE = 90_000  # milliseconds: one chat takes ten new cards a minute, and all are in one here


async def disagree(demo: Playing) -> int:
    """Both auditors are in and differ in area 4; gives the audit, once it is with a moderator."""
    async with demo.units(reading=True) as uow:
        (cycle,) = await uow.audits.cycles(demo.story.programme.key)
        found = await uow.audits.of_cycle(cycle.id)
    audit, seats = next(one for one in found if one[0].case_ref == demo.story.case)
    areas = len(demo.story.programme.areas)
    for seat, fourth in zip(seats, (GOOD, RI), strict=True):
        grades: dict[int, str | None] = dict.fromkeys(range(areas + 1), GOOD)
        words = f"The record of the last three months, as the {seat.role} sees it."
        await submits(demo.units, seat.id, {**grades, 4: fourth}, now=demo.clock(), words=words)
    demo.clock.skip(demo.council.withdraw_for + timedelta(minutes=1))
    return audit.id


async def moderator_of(demo: Playing, client: Client, audit_id: int) -> str:
    """Put the clock forward to the window; gives the name of whoever was asked."""
    for _ in range(SECONDS):
        async with demo.units(reading=True) as uow:
            moderation = await uow.moderations.of_audit(audit_id)
            seats = [s for s in await uow.audits.seats_of(audit_id) if s.panel and s.holder]
            holder = await uow.people.get(seats[0].holder or "") if seats else None
        if holder:
            return holder.name
        if moderation and moderation.opens_on:
            ahead = moderation.opens_on - demo.clock().date()
            demo.clock.skip(max(ahead, timedelta()))
        await client.page.wait_for_timeout(1000)
    raise AssertionError("nobody was asked to moderate")


async def fits(client: Client, card: Locator) -> None:
    """Nothing of a card is cut off at the width of the page."""
    await expect(card).to_be_visible(timeout=PATIENCE)
    assert await card.evaluate(CUT_OFF) == []


async def grades_alone(client: Client, demo: Playing, name: str) -> None:
    """The blind step: six grades, no word of evidence, no first grade in sight."""
    await client.types(f"act as {name}")
    await client.sees(f"You now act as {name}")
    card = await client.sees(f"Please moderate {demo.story.case}")
    await client.picture("moderation_asked", card)
    await fits(client, card)
    await client.presses(card, "Start grading")
    for area in demo.story.programme.areas:
        form = await client.sees(demo.story.case, area.name, "Evidence: what you saw, and where")
        await form.get_by_role("radio", name="Good", exact=True).check()
        await client.presses(form, "Next")
    summary = await client.sees(demo.story.case, "Check your grades, then submit")
    await summary.get_by_role("radio", name="Good", exact=True).check()
    await client.presses(summary, "Submit audit")


async def decides(client: Client) -> Locator:
    """All three sets side by side; the final grade of area 4, why, and an action."""
    card = await client.sees("One area differs", "Management oversight")
    await client.picture("moderation_compared", card)
    await client.presses(card, "Their evidence, area 4")
    await fits(client, card)
    await card.get_by_role("combobox", name="Final grade, area 4").click()
    await client.page.get_by_role("option", name="Requires improvement to be good").click()
    await card.get_by_label("Why: the auditors and the worker read this").fill(WHY)
    await card.get_by_label("Actions, one a line (optional)").fill("Record oversight monthly.")
    await client.picture("moderation_decided")
    await client.presses(card, "Record as final")
    return await client.sees("decided. One grade differed.")


async def is_final(demo: Playing, audit_id: int) -> bool:
    """Whether the outcome stands in the database."""
    async with demo.units(reading=True) as uow:
        audit = await uow.audits.get(audit_id)
    return audit is not None and audit.state is AuditState.FINAL


@pytest.mark.rows("HER-08", "HER-09")
async def test_two_auditors_disagree_and_a_moderator_decides(demo: Playing) -> None:
    audit = await disagree(demo)
    async with open_client(demo.url, "moderation", DESKTOP) as client:
        name = await moderator_of(demo, client, audit)
        await grades_alone(client, demo, name)
        await decides(client)
        await client.picture("moderation_final")
        assert await is_final(demo, audit)

        lead = demo.story.auditors[0].person.name
        await client.types(f"act as {lead}")
        await client.sees(f"You now act as {lead}")
        await client.sees(f"Final grade for {demo.story.case}: Good", WHY)
        await client.types(f"act as {demo.story.worker.name}")
        found = client.card(f"What the audit of {demo.story.case} found", WHY)
        await expect(found).to_be_visible(timeout=A_MINUTE)
        await expect(found).to_contain_text(f"{name} decided, and why")
        await client.picture("moderation_findings")


async def test_moderating_fits_a_phone(demo: Playing) -> None:
    audit = await disagree(demo)
    async with open_client(demo.url, "moderation-phone", PHONE) as client:
        name = await moderator_of(demo, client, audit)
        await grades_alone(client, demo, name)
        await fits(client, await decides(client))
        await client.picture("moderation_final")
        assert await is_final(demo, audit)
