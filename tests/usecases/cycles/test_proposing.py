"""A draw waits for the QA team's word; what was shown is what is opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.audits.proposal import ProposalState
from domain.refs import Ref
from tests.cards.walk import words
from tests.cast import CASES, PEOPLE
from tests.town import Town
from usecases.cycles.beginning import begin_cycles
from usecases.cycles.open_confirmed import open_confirmed
from usecases.cycles.proposing import propose_draws

NOVEMBER_24 = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


async def proposed(town: Town) -> Town:
    """The draw of December lies before Cora."""
    town.now = NOVEMBER_24
    assert await town.tick(propose_draws) == 1
    return town


async def drawn(town: Town) -> tuple[str, ...]:
    found = await town.read(lambda uow: uow.proposals.get(1))
    assert found is not None
    return found.drawn


@pytest.mark.rows("SEF-01")
async def test_nobody_is_told_before_the_word(sefton: Town) -> None:
    """Story 6."""
    town = await proposed(sefton)
    assert {name for name in PEOPLE if town.chat(name).kinds} == {"cora"}
    said = town.chat("cora").words("draw_proposed")
    assert "Nobody has been told." in said
    assert all(ref in said for ref in await drawn(town))
    assert await town.read(lambda uow: uow.audits.cycles("deep_dive_audit")) == []


@pytest.mark.rows("SEF-01")
async def test_the_word_opens_what_was_shown(sefton: Town) -> None:
    town = await proposed(sefton)
    shown = await drawn(town)
    await town.chat("cora").press("confirm_draw")
    (cycle,) = await town.read(lambda uow: uow.audits.cycles("deep_dive_audit"))
    assert tuple(audit.case_ref for audit, _ in await town.audits(cycle.id)) == shown
    assert (cycle.opens_on, cycle.opened_by) == (date(2026, 12, 1), "cora")
    told = {name for name in PEOPLE if "audit_notice" in town.chat(name).kinds}
    assert {"will", "theo", "sam"} <= told
    assert not any("audit_allocated" in town.chat(name).kinds for name in PEOPLE)
    card = town.chat("cora").words("draw_proposed")
    assert "Cora Lindley confirmed it on Tuesday 24 November" in card
    assert "Draw again" not in card


async def test_it_is_not_proposed_before_its_day(sefton: Town) -> None:
    sefton.now = NOVEMBER_24 - timedelta(days=1)
    assert await sefton.tick(propose_draws) == 0


async def test_it_is_proposed_once(sefton: Town) -> None:
    town = await proposed(sefton)
    town.later(days=1)
    assert await town.tick(propose_draws) == 0
    await town.chat("cora").press("confirm_draw")
    assert await town.tick(propose_draws) == 0
    assert town.chat("cora").kinds.count("draw_proposed") == 1


async def test_what_is_open_already_is_not_proposed(herefordshire: Town) -> None:
    town = herefordshire
    await town.open_cycle(await town.plan(date(2026, 12, 1)))
    assert await town.tick(propose_draws) == 0


@pytest.mark.rows("HER-01")
async def test_herefordshires_team_confirms_a_week_before(herefordshire: Town) -> None:
    """Story 1."""
    town = await proposed(herefordshire)
    await town.chat("cora").press("confirm_draw")
    town.now = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
    await town.tick(begin_cycles)
    (cycle,) = await town.read(lambda uow: uow.audits.cycles("case_file_audit"))
    for _, seats in await town.audits(cycle.id):
        assert {seat.role for seat in seats} == {"lead", "peer"}
        assert {seat.due_on for seat in seats} == {date(2026, 12, 22)}
        assert all("audit_allocated" in town.chat(s.holder or "").kinds for s in seats)


async def test_drawing_again_takes_the_next_seed(sefton: Town) -> None:
    town = await proposed(sefton)
    before = await town.read(lambda uow: uow.proposals.get(1))
    outcome = await town.chat("cora").press("draw_again")
    after = await town.read(lambda uow: uow.proposals.get(1))
    assert before is not None
    assert after is not None
    assert before.seed != after.seed
    assert outcome.line == f"Drawn again by seed {after.seed}. Nobody has been told."
    seeds = [e.details["seed"] for e in await town.trail("proposal", 1)]
    assert seeds == [before.seed, after.seed]


async def test_one_taken_out_leaves_the_others(herefordshire: Town) -> None:
    town = await proposed(herefordshire)
    first, second = await drawn(town)
    await town.chat("cora").press("leave_out_record", record=first, reason="A hearing is due")
    after = await drawn(town)
    assert first not in after
    assert second in after
    assert len(after) == 2
    assert "A hearing is due" in town.chat("cora").words("draw_proposed")


async def test_taking_out_needs_a_reason_and_a_record_of_the_draw(sefton: Town) -> None:
    town = await proposed(sefton)
    first = (await drawn(town))[0]
    cora = town.chat("cora")
    without = await cora.press("leave_out_record", record=first)
    assert f"Please say why {first} is taken out." in words(without.card.render())  # type: ignore[union-attr]  # a notice comes on its card
    unknown = await cora.press("leave_out_record", record="C-9", reason="No")
    assert "not in this draw" in words(unknown.card.render())  # type: ignore[union-attr]  # as above
    found = await town.read(lambda uow: uow.proposals.get(1))
    assert found is not None
    assert (found.left_out, found.version) == ({}, 1)


async def test_a_record_that_closed_since_is_not_audited(sefton: Town) -> None:
    town = await proposed(sefton)
    gone, *rest = await drawn(town)
    async with town.units() as uow:
        await uow.cases.put([replace(CASES[gone], open=False)])
        await uow.commit()
    await town.chat("cora").press("confirm_draw")
    (cycle,) = await town.read(lambda uow: uow.audits.cycles("deep_dive_audit"))
    assert [audit.case_ref for audit, _ in await town.audits(cycle.id)] == rest


async def test_a_confirmed_draw_stands(sefton: Town) -> None:
    town = await proposed(sefton)
    cora = town.chat("cora")
    await cora.press("confirm_draw")
    for verb in ("confirm_draw", "draw_again", "leave_out_record"):
        line = await cora.tampers(verb, "proposal-1", 2)
        assert "This draw is confirmed, so nothing was changed." in line
    found = await town.read(lambda uow: uow.proposals.get(1))
    assert found is not None
    assert found.state is ProposalState.CONFIRMED


@pytest.mark.parametrize("name", ["ada", "will", "tess"])
async def test_nobody_else_decides_or_sees_it(sefton: Town, name: str) -> None:
    town = await proposed(sefton)
    for verb in ("confirm_draw", "draw_again", "leave_out_record"):
        await town.chat(name).tampers(verb, "proposal-1", 1)
    found = await town.read(lambda uow: uow.proposals.get(1))
    assert found is not None
    assert (found.state, found.version) == (ProposalState.WAITING, 1)


async def test_typing_does_it_as_well(sefton: Town) -> None:
    town = await proposed(sefton)
    assert "Drawn again by seed" in (await town.chat("cora").says("draw again")).line
    assert "The cycle is open" in (await town.chat("cora").says("confirm")).line


async def under_way(town: Town) -> Town:
    """Cora has confirmed December's draw, and the clock is to open it."""
    await proposed(town)
    async with town.units() as uow:
        found = await uow.proposals.get(1)
        assert found is not None
        opening = replace(found, state=ProposalState.OPENING, decided_by="cora")
        await uow.proposals.save(replace(opening, decided_at=town.now))
        await uow.outbox.refresh(Ref("proposal", "1"), now=town.now)
        await uow.commit()
    await town.deliver()
    return town


async def test_what_the_clock_opens_is_what_was_shown_and_is_opened_once(sefton: Town) -> None:
    town = await under_way(sefton)
    assert "are being opened; this card says when all is." in town.chat("cora").words(
        "draw_proposed"
    )
    line = await town.chat("cora").tampers("draw_again", "proposal-1", 2)
    assert "This draw is confirmed, so nothing was changed." in line
    shown = await drawn(town)
    assert await town.tick(open_confirmed) == 1
    assert await town.tick(open_confirmed) == 0
    (cycle,) = await town.read(lambda uow: uow.audits.cycles("deep_dive_audit"))
    assert tuple(audit.case_ref for audit, _ in await town.audits(cycle.id)) == shown
    assert cycle.opened_by == "cora"
    assert "confirmed it on Tuesday 24 November" in town.chat("cora").words("draw_proposed")


async def test_what_cannot_be_opened_any_more_waits_again_and_says_why(sefton: Town) -> None:
    town = await under_way(sefton)
    await town.open_cycle(await town.plan(date(2026, 12, 1)))
    assert await town.tick(open_confirmed) == 1
    assert await town.tick(open_confirmed) == 0
    found = await town.read(lambda uow: uow.proposals.get(1))
    assert found is not None
    assert (found.state, found.decided_by) == (ProposalState.WAITING, None)
    said = town.chat("cora").words("draw_proposed")
    assert "It could not be opened: Deep dive audit: this period's cycle was opened" in said


async def test_whoever_cannot_be_reached_is_named_before_the_word(sefton: Town) -> None:
    """A cycle whose people never hear of it would be late on its first day."""
    town = await proposed(sefton)
    assert "I cannot reach" in town.chat("cora").words("draw_proposed")
    assert "ask them to add the app" in town.chat("cora").words("draw_proposed")
