"""Two auditors disagree, a moderator decides, and everybody's card changes: in a real browser."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import Locator, expect

from domain.audits.audit import AuditState
from domain.delivery.message import MessageState
from tests.e2e.chats import Chats, open_chats
from tests.e2e.client import CUT_OFF, DESKTOP, PATIENCE, PHONE, Client
from tests.e2e.conftest import Playing
from tests.talking import note_everything
from tests.usecases.moderation.seeding import submits

pytestmark = pytest.mark.e2e

GOOD, RI = "Good", "Requires improvement to be good"
EVIDENCE = "Evidence: what you saw, and where"
WORDS = {
    EVIDENCE: "The supervision notes of March to November.",
    "Strengths: what made a difference": "Supervision makes room to think.",
    "Areas to develop: what would help": "Say why, wherever the plan turns.",
}
RESTS_ON = "The direct work clearly changed things for the young person."
WHY = "Oversight is recorded twice in nine months, and each time it changed the plan."
ACTION = "Record oversight monthly."
SECONDS = 30
INTO_VIEW = """card => {
  const long = card.getBoundingClientRect().height > 0.7 * innerHeight;
  card.scrollIntoView({ block: long ? 'start' : 'center' });
}"""


async def told_of(demo: Playing) -> int:
    """The audit of the demo's story; every talk of it is noted, and the family was heard."""
    async with demo.units(reading=True) as uow:
        (cycle,) = await uow.audits.cycles(demo.story.programme.key)
        found = await uow.audits.of_cycle(cycle.id)
    audit = next(one for one, _ in found if one.case_ref == demo.story.case)
    await note_everything(demo.units, audit.id, demo.clock())
    return audit.id


async def at_rest(demo: Playing, client: Client) -> None:
    """Wait until the cards stand in the chat as the answers showed them: nobody types faster."""
    for _ in range(SECONDS):
        async with demo.units(reading=True) as uow:
            rows = await uow.outbox.counts(now=demo.clock())
        if rows.oldest_due is None and not rows.by_state.get(MessageState.SENDING):
            return
        await client.page.wait_for_timeout(100)


async def grades(client: Client, demo: Playing, *, fourth: str) -> Locator:
    """An auditor grades all Good, but area 4 as said, and hands in; gives the receipt."""
    card = await client.sees(f"auditor for {demo.story.case}")
    await client.presses(card, "Start now")
    for area in demo.story.programme.areas:
        form = await client.sees(demo.story.case, area.name, EVIDENCE)
        await at_rest(demo, client)
        grade = fourth if area.number == 4 else GOOD
        await form.get_by_role("radio", name=grade, exact=True).check()
        for label, text in WORDS.items() if area.number == 4 else [(EVIDENCE, WORDS[EVIDENCE])]:
            await form.get_by_label(label).fill(text)
        await client.presses(form, "Next")
    summary = await client.sees(demo.story.case, "Check your grades, then submit")
    await at_rest(demo, client)
    await summary.get_by_role("radio", name=GOOD, exact=True).check()
    await summary.get_by_label("What your overall grade rests on").fill(RESTS_ON)
    await client.presses(summary, "Submit audit")
    return await client.sees(f"Your audit of {demo.story.case} is in")


async def disagree(demo: Playing, lead: Client, peer: Client) -> None:
    """Both hand in; area 4 differs, and neither of them sees what the other gave."""
    first = await grades(lead, demo, fourth=GOOD)
    await expect(first).to_contain_text("We wait for the peer auditor.")
    await expect(first).not_to_contain_text(RI)
    second = await grades(peer, demo, fourth=RI)
    await expect(second).to_contain_text("Both assessments are in.")
    demo.clock.skip(demo.council.withdraw_for + timedelta(minutes=1))
    for name, client in (("lead", lead), ("peer", peer)):
        said = "Your grades and the other auditor's differ, so a moderator decides."
        await pictured(client, f"{name}_waits", said)


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
        await client.page.wait_for_timeout(500)
    raise AssertionError("nobody was asked to moderate")


async def fits(client: Client, card: Locator) -> None:
    """Nothing of a card is cut off at the width of the page."""
    await expect(card).to_be_visible(timeout=PATIENCE)
    assert await card.evaluate(CUT_OFF) == []


async def grades_alone(client: Client, demo: Playing) -> None:
    """The blind step: six grades, no word of evidence, no first grade in sight."""
    card = await client.sees(f"Please moderate {demo.story.case}")
    await fits(client, card)
    await snap(client, "moderation_asked", card)
    await client.presses(card, "Start grading")
    for area in demo.story.programme.areas:
        form = await client.sees(demo.story.case, area.name, EVIDENCE)
        await form.get_by_role("radio", name=GOOD, exact=True).check()
        await client.presses(form, "Next")
    assert WORDS[EVIDENCE] not in await client.page.inner_text("body")
    summary = await client.sees(demo.story.case, "Check your grades, then submit")
    await summary.get_by_role("radio", name=GOOD, exact=True).check()
    await client.presses(summary, "Submit audit")


async def decides(client: Client, demo: Playing) -> None:
    """All three sets side by side; the final grade of area 4, why, and an action."""
    card = await client.sees("One area differs", "Management oversight")
    await at_rest(demo, client)
    await snap(client, "moderation_compared", card)
    await client.presses(card, "Their evidence, area 4")
    await fits(client, card)
    await card.get_by_role("combobox", name="Final grade, area 4").click()
    await client.page.get_by_role("option", name=RI).click()
    await card.get_by_label("Why: the auditors and the worker read this").fill(WHY)
    await card.get_by_label("Actions, one a line (optional)").fill(ACTION)
    await snap(client, "moderation_decided", card)
    await client.presses(card, "Record as final")


async def is_final(demo: Playing, audit_id: int) -> bool:
    """Whether the outcome stands in the database."""
    async with demo.units(reading=True) as uow:
        audit = await uow.audits.get(audit_id)
    return audit is not None and audit.state is AuditState.FINAL


async def snap(client: Client, what: str, card: Locator) -> None:
    """A picture with the card in its middle, or from its top where it is longer than the page."""
    await card.evaluate(INTO_VIEW)
    await client.picture(what, card)


async def pictured(client: Client, what: str, *words: str) -> None:
    """Somebody sees such a card, whole."""
    card = await client.sees(*words)
    await fits(client, card)
    await snap(client, what, card)


async def everybody_is_told(chats: Chats, moderator: str) -> None:
    """The moderator, both auditors, the worker and the coordinator: each on a card of their own."""
    story = chats.demo.story
    case, decided = story.case, f"{moderator} decided"
    await pictured(await chats.of(moderator), "moderator", "You decided. One grade differed.", WHY)
    await (await chats.of(moderator)).sees(f"Moderation of {case}", "You decided it")
    for part in story.auditors:
        client, what = await chats.of(part.person.name), part.label.replace(" ", "_")
        await pictured(client, what, f"Final grade for {case}: Good", decided, WHY)
        receipt = await client.sees(f"Your audit of {case} is in", "Final")
        await expect(receipt).to_contain_text("the managers on the record have the findings")
        await client.sees(f"Your audit of {case}", "It is final now.")
    worker = await chats.of(story.worker.name)
    await pictured(worker, "worker", f"What the audit of {case} found", f"{decided}, and why", WHY)
    await worker.sees(f"Actions for {case}", ACTION)
    coordinator = await chats.of(story.coordinator.name)
    await coordinator.sees("1 grade differed", "It is decided.")
    await pictured(coordinator, "told", f"Final grade for {case}: Good", decided)


async def stages(chats: Chats, what: str, *rows: str) -> None:
    """The coordinator's board of the cycle, with these rows of seats by stage."""
    client = await chats.of(chats.demo.story.coordinator.name)
    await client.types("cycle")
    await pictured(client, what, "Press a line to open its audit", *rows)


@pytest.mark.rows("HER-03", "HER-04", "HER-08", "HER-09")
async def test_two_auditors_disagree_and_a_moderator_decides(demo: Playing, tmp_path: Path) -> None:
    async with open_chats(demo, tmp_path, "moderation", DESKTOP) as chats:
        audit = await told_of(demo)
        here = (*(part.person for part in demo.story.auditors), demo.story.worker)
        lead, peer, worker = await chats.all_of(*(person.name for person in here))
        await worker.sees(f"{demo.story.case} will be audited")
        await disagree(demo, lead, peer)
        coordinator = await chats.of(demo.story.coordinator.name)
        await coordinator.sees("1 grade differs", "A moderator decides between")
        await stages(chats, "board_before", "With a moderator", "Not answered")

        name = await moderator_of(demo, coordinator, audit)
        moderator = await chats.of(name)
        await grades_alone(moderator, demo)
        await decides(moderator, demo)
        await everybody_is_told(chats, name)
        await stages(chats, "board_after", "Final", "Not answered")
        assert await is_final(demo, audit)


async def test_moderating_fits_a_phone(demo: Playing, tmp_path: Path) -> None:
    audit = await told_of(demo)
    async with demo.units(reading=True) as uow:
        seats = await uow.audits.seats_of(audit)
    areas = dict.fromkeys(range(len(demo.story.programme.areas) + 1), "good")
    for seat, fourth in zip(seats, ("good", "requires_improvement"), strict=True):
        given: dict[int, str | None] = {**areas, 4: fourth}
        words = f"The record of the last three months, as the {seat.role} sees it."
        await submits(demo.units, seat.id, given, now=demo.clock(), words=words)
    demo.clock.skip(demo.council.withdraw_for + timedelta(minutes=1))
    async with open_chats(demo, tmp_path, "moderation-phone", PHONE) as chats:
        coordinator = await chats.of(demo.story.coordinator.name)
        name = await moderator_of(demo, coordinator, audit)
        moderator = await chats.of(name)
        await grades_alone(moderator, demo)
        await decides(moderator, demo)
        await pictured(moderator, "moderation_final", "You decided. One grade differed.")
        await pictured(coordinator, "told", f"Final grade for {demo.story.case}: Good")
        assert await is_final(demo, audit)
