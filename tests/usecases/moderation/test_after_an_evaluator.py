"""SOM-02, SOM-06, SOM-07, story 15: told at the start, handed over later, checked at the end."""

from __future__ import annotations

from datetime import date

import pytest

from domain.audits.audit import AuditState, NewAudit, NewCycle, NewSeat, SeatState
from tests.cards.walk import words
from tests.cast import CORA
from tests.town import Town
from tests.usecases.moderation.panels import (
    GOOD,
    RI,
    at,
    moderation_of,
    panel,
    person,
    settled,
    ticks,
)
from tests.usecases.moderation.seeding import submits
from usecases.audits.allocating import offer
from usecases.moderation.check_cycles import check_cycles

pytestmark = pytest.mark.rows("SOM-02", "SOM-06", "SOM-07")

OPENS = date(2026, 2, 2)
ROLE = "advanced_practitioner"
EVE, MAX = person("Eve Hill", ROLE), person("Max Dale", ROLE)
SIT = person("Sia Tome", "service_improvement_team")


async def allocated(town: Town) -> int:
    """Allocated on 2 February 2026: Eve evaluates, Max will moderate."""
    town.now = at("2026-02-02 09:00")
    await town.hires(EVE, MAX, SIT, person("Una Kerr", ROLE))
    seats = (
        NewSeat(role="evaluator", holder="eve", due_on=date(2026, 2, 16), why="Your turn"),
        NewSeat(
            role="moderator",
            holder="max",
            due_on=date(2026, 3, 9),
            why="Your turn",
            panel=True,
            held=True,
        ),
    )
    cycle = NewCycle(
        framework="somerset",
        programme="practice_evaluation",
        opens_on=OPENS,
        due_on=date(2026, 3, 9),
        seed=7,
        pool_size=1,
        opened_by=CORA.id,
    )
    async with town.units() as uow:
        cycle_id = await uow.audits.open_cycle(
            cycle, (NewAudit(case_ref="C-23087", seats=seats),), town.now
        )
        assert cycle_id is not None
        ((audit, both),) = await uow.audits.of_cycle(cycle_id)
        for seat in both:
            await offer(uow, town.council, seat, town.now)
        await uow.commit()
    await town.deliver()
    return audit.id


async def evaluates(town: Town, audit: int, moment: str, grade: str = GOOD) -> None:
    """Eve hands in, and the clock takes note."""
    town.now = at(moment)
    seat = await town.seat(audit, "evaluator")
    await submits(town.units, seat.id, {0: grade}, now=town.now, words="What eve saw")
    await settled(town)


async def moderators_state(town: Town, audit: int) -> SeatState:
    """How far the moderator's seat is."""
    (seat,) = await panel(town, audit)
    return seat.state


async def test_the_moderator_is_told_at_the_start_and_asked_for_nothing(somerset: Town) -> None:
    audit = await allocated(somerset)
    said = somerset.chat("max").words("audit_allocated")
    assert "You will moderate C-23087" in said
    assert "Monday 16 February" in said
    assert "Monday 9 March" in said
    assert "Start" not in said
    assert await somerset.duties("max") == []
    assert await moderators_state(somerset, audit) is SeatState.HELD


async def test_the_case_comes_on_day_fourteen_when_the_evaluator_is_in(somerset: Town) -> None:
    audit = await allocated(somerset)
    await evaluates(somerset, audit, "2026-02-10 09:00")
    assert await somerset.state(audit) is AuditState.MODERATING
    somerset.now = at("2026-02-15 20:00")
    assert await ticks(somerset) == (0, 0, 0)
    somerset.now = at("2026-02-16 08:00")
    assert (await ticks(somerset))[2] == 1
    assert "Please moderate C-23087" in somerset.chat("max").words("audit_allocated")
    assert [duty.kind for duty in await somerset.duties("max")] == ["answer_allocation"]


async def test_it_comes_when_a_later_evaluator_is_in(somerset: Town) -> None:
    audit = await allocated(somerset)
    somerset.now = at("2026-02-18 09:00")
    assert (await ticks(somerset))[2] == 0
    await evaluates(somerset, audit, "2026-02-19 09:00")
    assert (await ticks(somerset))[2] == 1


async def test_on_day_twenty_one_it_comes_in_any_case_and_says_who_is_awaited(
    somerset: Town,
) -> None:
    audit = await allocated(somerset)
    somerset.now = at("2026-02-22 09:00")
    assert (await ticks(somerset))[2] == 0
    somerset.now = at("2026-02-23 08:00")
    assert (await ticks(somerset))[2] == 1
    assert "We still wait for the evaluator." in somerset.chat("max").words("audit_allocated")
    done = await somerset.chat("max").press("start_audit")
    assert not done.done
    assert "The evaluator is not in yet." in done.line
    assert await somerset.state(audit) is AuditState.OPEN


async def test_a_held_seat_cannot_be_started(somerset: Town) -> None:
    audit = await allocated(somerset)
    (seat,) = await panel(somerset, audit)
    line = await somerset.chat("max").tampers("start_audit", f"seat-{seat.id}", seat.version)
    assert line == "It comes to you from Monday 16 February on. Nothing was changed."
    assert await moderators_state(somerset, audit) is SeatState.HELD


async def test_who_cannot_gives_it_back_at_once_and_the_next_is_told_ahead(somerset: Town) -> None:
    audit = await allocated(somerset)
    await somerset.chat("max").press("decline_audit", reason="away")
    (seat,) = await panel(somerset, audit)
    assert seat.holder not in {"max", "eve", None}
    assert seat.state is SeatState.HELD
    assert "You will moderate" in somerset.chat(str(seat.holder)).words("audit_allocated")


async def moderating(town: Town) -> int:
    """Max has the case and has opened it."""
    audit = await allocated(town)
    await evaluates(town, audit, "2026-02-16 09:00")
    await ticks(town)
    done = await town.chat("max").press("start_audit")
    assert done.done, done.line
    return audit


async def test_the_moderator_reads_what_was_found_at_once(somerset: Town) -> None:
    await moderating(somerset)
    said = somerset.chat("max").words("moderation_decision")
    assert "Evaluator" in said
    assert "Good" in said


async def test_an_agreed_judgement_is_final(somerset: Town) -> None:
    audit = await moderating(somerset)
    done = await somerset.chat("max").press("decide_moderation", reason="I agree.")
    assert done.done, done.line
    assert await somerset.state(audit) is AuditState.FINAL
    outcome = await somerset.read(lambda uow: uow.outcomes.of_audit(audit))
    assert outcome is not None
    assert outcome.overall == GOOD


async def test_the_moderator_s_grade_is_final_and_both_are_kept(somerset: Town) -> None:
    """E-72."""
    audit = await moderating(somerset)
    await somerset.chat("max").press("decide_moderation", overall=RI, reason="Father unheard.")
    outcome = await somerset.read(lambda uow: uow.outcomes.of_audit(audit))
    assert outcome is not None
    assert outcome.overall == RI
    seat = await somerset.seat(audit, "evaluator")
    first = await somerset.read(lambda uow: uow.assessments.of_seat(seat.id))
    assert first is not None
    assert first.overall == GOOD
    said = somerset.chat("eve").words("moderation_outcome")
    assert "Father unheard." in said
    assert (await moderation_of(somerset, audit)).decided_at == somerset.now
    assert await somerset.duties("max") == []


async def test_story_15_the_last_check_runs_from_9_to_16_march(somerset: Town) -> None:
    await moderating(somerset)
    somerset.now = at("2026-03-08 20:00")
    assert await somerset.tick(check_cycles) == 0
    somerset.now = at("2026-03-09 08:00")
    assert await somerset.tick(check_cycles) == 1
    assert await somerset.tick(check_cycles) == 0
    (duty,) = await somerset.duties("sia")
    assert (duty.kind, duty.due_at) == ("confirm_final_check", at("2026-03-16 23:59"))
    card = somerset.chat("sia").card("cycle_check")
    assert "Monday 16 March" in words(card)
    assert "0 of 1 are final" in words(card)


async def test_the_check_is_kept_once_every_line_is_ticked(somerset: Town) -> None:
    await moderating(somerset)
    somerset.now = at("2026-03-10 08:00")
    await somerset.tick(check_cycles)
    sia = somerset.chat("sia")
    done = await sia.press("confirm_final_check", checked="1,2", themes="Fathers")
    assert not done.done
    assert done.line == "Please tick each line once it is so. Nothing was kept."
    done = await sia.press("confirm_final_check", checked="1,2,3", themes="Fathers")
    assert done.done, done.line
    # the check is over, and what the cycle taught is to be written up (SOM-07)
    assert [duty.kind for duty in await somerset.duties("sia")] == ["prepare_report"]
    assert "Sia Tome checked them on Tuesday 10 March." in sia.words("cycle_check")
    check = await somerset.read(lambda uow: uow.moderations.check_of(1))
    assert check is not None
    assert (check.checked_by, check.themes) == ("sia", "Fathers")


async def test_nobody_else_checks(somerset: Town) -> None:
    await moderating(somerset)
    somerset.now = at("2026-03-10 08:00")
    await somerset.tick(check_cycles)
    line = await somerset.chat("max").tampers("confirm_final_check", "check-1", 1, checked="1,2,3")
    assert line == "This is not yours to do, so nothing was changed."
