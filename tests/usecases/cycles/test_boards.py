"""The coordinator's cockpit: see where a cycle stands, chase, re-allocate, swap, extend, cancel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.audits.audit import AuditState, NewAudit, NewSeat, Seat, SeatState
from domain.audits.remark import RemarkKind
from tests.cards.walk import words
from tests.cast import PEOPLE
from tests.talking import note_everything
from tests.town import Town
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.planning import Order, plan_cycle
from usecases.pressing import Press


async def opened(town: Town) -> int:
    """C-23087 (Tess and Ada) and C-24113 (Theo and Chip) in one cycle."""
    async with town.units() as uow:
        order = Order(
            programme=town.programme,
            opens_on=date(2026, 12, 1),
            seed=7,
            opened_by="cora",
            records=("C-23087", "C-24113"),
        )
        plan = await plan_cycle(uow, town.council, order)
        holders = {"C-23087": ("tess", "ada"), "C-24113": ("theo", "chip")}
        audits = tuple(
            NewAudit(case_ref=ref, seats=_seats(plan.audits[n], holders[ref]))
            for n, ref in enumerate(("C-23087", "C-24113"))
        )
        cycle = await open_cycle(uow, town.council, replace(plan, audits=audits), town.now)
        await uow.commit()
    for audit in (1, 2):
        await note_everything(town.units, audit, town.now)
    await town.deliver()
    return cycle


def _seats(new: NewAudit, holders: tuple[str, ...]) -> tuple[NewSeat, ...]:
    return tuple(
        NewSeat(role=seat.role, holder=holder, due_on=seat.due_on, why="By hand")
        for seat, holder in zip(new.seats, holders, strict=True)
    )


async def board(town: Town) -> str:
    reply = await town.chat("cora").says("cycle")
    assert reply.card is not None
    return words(reply.card.render())


async def act(town: Town, verb: str, ref: str, version: int = 1, **inputs: str) -> str:
    """Cora presses; gives the words of the card that she sees then."""
    press = Press(verb=verb, ref=ref, version=version, inputs=inputs)
    outcome = await town.chat("cora").send(press)
    return words(outcome.card.render()) if outcome.card else outcome.line


async def seats_of(town: Town, audit_id: int) -> dict[str, Seat]:
    return {seat.role: seat for seat in await town.read(lambda uow: uow.audits.seats_of(audit_id))}


async def test_the_board_counts_seats_by_stage(herefordshire: Town) -> None:
    await opened(herefordshire)
    await herefordshire.chat("ada").press("accept_audit")
    await herefordshire.chat("tess").press("start_audit")
    said = await board(herefordshire)
    assert "4 seats" in said
    for line in ("Not answered", "Accepted", "Drafting", "C-23087, peer", "Ada Byrne, accepted"):
        assert line in said


async def test_the_board_filters_by_team_and_stage(herefordshire: Town) -> None:
    cycle = await opened(herefordshire)
    south = await act(
        herefordshire, "filter_cycle", f"cycle-{cycle}", team="Children in Care South"
    )
    assert "C-24113" in south
    assert "C-23087, " not in south
    herefordshire.now = herefordshire.now.replace(day=23)
    late = await act(herefordshire, "filter_cycle", f"cycle-{cycle}", stage="overdue")
    assert "4 late" in late
    none = await act(herefordshire, "filter_cycle", f"cycle-{cycle}", stage="final")
    assert "0 seats" in none


async def test_chasing_all_reminds_whoever_is_waited_for_once_a_day(herefordshire: Town) -> None:
    town = herefordshire
    cycle = await opened(town)
    tess = town.chat("tess")
    await tess.press("start_audit")
    await tess.grades(*["good"] * 6, overall="good")
    said = await act(town, "chase_all", f"cycle-{cycle}")
    assert "3 reminders went out." in said
    told = {name for name in PEOPLE if "seat_chased" in town.chat(name).kinds}
    assert told == {"ada", "theo", "chip"}
    assert "3 had one today already" in await act(town, "chase_all", f"cycle-{cycle}")
    town.later(days=1)
    assert "3 reminders went out." in await act(town, "chase_all", f"cycle-{cycle}")


async def test_chasing_one_reminds_its_auditors_and_opens_their_form(herefordshire: Town) -> None:
    town = herefordshire
    await opened(town)
    assert "2 reminders went out." in await act(town, "chase_audit", "audit-1")
    card = town.chat("ada").words("seat_chased")
    assert "C-23087 is waiting for you" in card
    await town.chat("ada").press("open_audit", on=town.chat("ada").card("seat_chased"))
    assert "seat_chased" not in town.chat("theo").kinds


async def test_a_chased_seat_that_is_in_says_thank_you(herefordshire: Town) -> None:
    town = herefordshire
    await opened(town)
    await act(town, "chase_audit", "audit-1")
    ada = town.chat("ada")
    await ada.press("start_audit")
    await ada.grades(*["good"] * 6, overall="good")
    assert "You need do no more." in ada.words("seat_chased")


async def test_a_seat_goes_to_somebody_else_with_the_reason(herefordshire: Town) -> None:
    town = herefordshire
    await opened(town)
    peer = (await seats_of(town, 1))["peer"]
    said = await act(
        town,
        "reallocate_seat",
        "audit-1",
        seat=str(peer.id),
        person="ivy",
        reason="Ada has three already",
    )
    assert "Ivy Hart has been asked to take C-23087." in said
    assert "Ada has three already" in said
    assert (await seats_of(town, 1))["peer"].holder == "ivy"
    assert "audit_allocated" in town.chat("ivy").kinds
    assert await town.duties("ada") == []
    # no refusal: Ada may be asked again
    assert await town.read(lambda uow: uow.audits.refusals(peer.id)) == []


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({"person": "ivy", "reason": "R"}, "Please choose which part."),
        ({"seat": "2", "reason": "R"}, "Please choose who takes it."),
        ({"seat": "2", "person": "wes", "reason": "R"}, "Wes Tarn cannot take it"),
        ({"seat": "2", "person": "tess", "reason": "R"}, "Tess Marlow cannot take it"),
        ({"seat": "2", "person": "ivy"}, "Please say why Ivy takes it."),
    ],
)
async def test_what_is_wrong_moves_no_seat(
    herefordshire: Town, inputs: dict[str, Any], said: str
) -> None:
    await opened(herefordshire)
    assert said in await act(herefordshire, "reallocate_seat", "audit-1", **inputs)
    assert (await seats_of(herefordshire, 1))["peer"].holder == "ada"


async def test_two_people_change_places(herefordshire: Town) -> None:
    town = herefordshire
    await opened(town)
    here, there = (await seats_of(town, 1))["peer"], (await seats_of(town, 2))["peer"]
    swap: dict[str, Any] = {"mine": str(here.id), "with": str(there.id)}
    said = await act(town, "swap_seats", "audit-1", 1, **swap)
    assert "Chip Oakley takes C-23087 and Ada Byrne takes C-24113." in said
    assert (await seats_of(town, 1))["peer"].holder == "chip"
    assert (await seats_of(town, 2))["peer"].holder == "ada"
    kinds = [r.kind for r in await town.read(lambda uow: uow.remarks.of_audit(2))]
    assert kinds == [RemarkKind.SWAPPED]


async def test_a_swap_that_one_of_them_may_not_make_changes_nothing(herefordshire: Town) -> None:
    """Theo manages the team of C-24113, so Ada cannot give him a place in his own line."""
    town = herefordshire
    await opened(town)
    peer, lead = (await seats_of(town, 1))["peer"], (await seats_of(town, 2))["lead"]
    said = await act(
        town, "swap_seats", "audit-1", 1, **{"mine": str(peer.id), "with": str(lead.id)}
    )
    assert "cannot take it" in said
    assert (await seats_of(town, 1))["peer"].holder == "ada"
    assert (await seats_of(town, 2))["lead"].holder == "theo"


async def test_an_extension_moves_seats_and_duties(herefordshire: Town) -> None:
    town = herefordshire
    await opened(town)
    await town.chat("ada").press("accept_audit")
    said = await act(
        town, "extend_audit", "audit-1", until="2027-01-08", extend_reason="Ada is ill until Monday"
    )
    assert "C-23087 is due on Friday 8 January now." in said
    assert {seat.due_on for seat in (await seats_of(town, 1)).values()} == {date(2027, 1, 8)}
    (duty,) = await town.duties("ada")
    assert duty.due_at.date() == date(2027, 1, 8)
    assert "8 January" in town.chat("ada").words("audit_allocated")
    assert {seat.due_on for seat in (await seats_of(town, 2)).values()} == {date(2026, 12, 22)}


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({"until": "soon", "extend_reason": "R"}, "Please choose the new day"),
        ({"until": "2026-12-22", "extend_reason": "R"}, "The new day must be after"),
        ({"until": "2027-01-08"}, "Please say why it is extended."),
    ],
)
async def test_an_extension_that_is_wrong_moves_nothing(
    herefordshire: Town, inputs: dict[str, Any], said: str
) -> None:
    await opened(herefordshire)
    assert said in await act(herefordshire, "extend_audit", "audit-1", **inputs)
    found = (await seats_of(herefordshire, 1)).values()
    assert {seat.due_on for seat in found} == {date(2026, 12, 22)}


async def test_a_cancelled_audit_is_told_to_all_who_knew(herefordshire: Town) -> None:
    town = herefordshire
    await opened(town)
    said = await act(town, "cancel_audit", "audit-1", cancel_reason="The record moved away")
    assert "C-23087 was cancelled." in said
    assert await town.state(1) is AuditState.CANCELLED
    told = {name for name in PEOPLE if "audit_cancelled" in town.chat(name).kinds}
    assert told == {"tess", "ada", "wes"}
    assert "The record moved away" in town.chat("wes").words("audit_cancelled")
    assert await town.duties("ada") == []
    assert "accept_audit" not in town.chat("ada").words("audit_allocated")
    line = await town.chat("ada").tampers("accept_audit", "seat-2", 1)
    assert "This audit was cancelled" in line


async def test_a_cancelled_or_final_audit_stays_as_it_is(herefordshire: Town) -> None:
    town = herefordshire
    await opened(town)
    await act(town, "cancel_audit", "audit-1", cancel_reason="Drawn by mistake")
    again = await act(town, "cancel_audit", "audit-1", 2, cancel_reason="Again")
    assert "This audit is cancelled, so nothing was changed." in again
    assert len(await town.read(lambda uow: uow.remarks.of_audit(1))) == 1


RUNS = (
    ("open_cycle_board", "cycle-1"),
    ("filter_cycle", "cycle-1"),
    ("chase_all", "cycle-1"),
    ("open_audit_board", "audit-1"),
    ("chase_audit", "audit-1"),
    ("reallocate_seat", "audit-1"),
    ("swap_seats", "audit-1"),
    ("extend_audit", "audit-1"),
    ("cancel_audit", "audit-1"),
)


@pytest.mark.parametrize(("verb", "ref"), RUNS)
async def test_nobody_else_has_the_board(herefordshire: Town, verb: str, ref: str) -> None:
    town = herefordshire
    await opened(town)
    for name in ("ada", "wes", "sam"):
        await town.chat(name).tampers(
            verb, ref, 1, cancel_reason="R", extend_reason="R", until="2027-01-08"
        )
    assert {s.state for s in (await seats_of(town, 1)).values()} == {SeatState.OFFERED}
    assert await town.state(1) is AuditState.OPEN
    assert not any("seat_chased" in town.chat(name).kinds for name in PEOPLE)
    reply = await town.chat("ada").says("cycle")
    assert reply.card is None
