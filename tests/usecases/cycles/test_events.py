"""What happened to a record opens the audit that the framework wants."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.audits.audit import Seat
from tests.cards.walk import words
from tests.cast import CASES, PEOPLE
from tests.town import Town
from usecases.pressing import Press


async def report(town: Town, name: str, **inputs: str) -> str:
    """Fill the form in; gives the words of the card that comes back."""
    ref = f"person-{name}"
    press = Press(verb="report_event", ref=ref, version=1, inputs=inputs)
    outcome = await town.chat(name).send(press)
    return words(outcome.card.render()) if outcome.card else outcome.line


async def seats(town: Town, programme: str) -> list[Seat]:
    cycles = await town.read(lambda uow: uow.audits.cycles(programme))
    return [s for c in cycles for _, of_one in await town.audits(c.id) for s in of_one]


async def conferenced(town: Town) -> None:
    """Chip chairs the conferences of C-23087."""
    async with town.units() as uow:
        await uow.cases.put([replace(CASES["C-23087"], cp_chair="chip")])
        await uow.commit()


PLAN = {
    "kind": "repeat_plan",
    "record": "c-23087",
    "happened_on": "2026-11-30",
    "last_plan_ended": "2025-06-01",
    "plan_number": "2",
}


@pytest.mark.rows("SOM-30")
async def test_a_repeat_plan_asks_the_chair(somerset: Town) -> None:
    await conferenced(somerset)
    said = await report(somerset, "wes", **PLAN)
    assert "Repeat child protection plan audit of C-23087 is open." in said
    assert "Chip Oakley has been asked." in said
    (seat,) = await seats(somerset, "repeat_plan_audit")
    assert (seat.holder, seat.due_on.isoformat()) == ("chip", "2026-12-31")
    assert "audit_allocated" in somerset.chat("chip").kinds


@pytest.mark.rows("SOM-31")
async def test_a_third_plan_asks_a_head_of_service_as_well(somerset: Town) -> None:
    await conferenced(somerset)
    await report(somerset, "wes", **{**PLAN, "plan_number": "3"})
    (chair,) = await seats(somerset, "repeat_plan_audit")
    (head,) = await seats(somerset, "third_plan_review")
    assert (chair.holder, head.holder) == ("chip", "hal")


@pytest.mark.rows("SOM-33")
async def test_becoming_looked_after_asks_the_childs_own_officer(somerset: Town) -> None:
    await report(somerset, "will", kind="becomes_looked_after", record="C-24113")
    (seat,) = await seats(somerset, "becoming_looked_after_audit")
    assert seat.holder == "ivy"


@pytest.mark.rows("SOM-36")
async def test_an_ending_asks_an_officer_from_outside(somerset: Town) -> None:
    await report(somerset, "theo", kind="home_ends", record="C-24113")
    (seat,) = await seats(somerset, "endings_review")
    assert seat.holder == "ada"


async def test_the_same_event_opens_one_audit(somerset: Town) -> None:
    await conferenced(somerset)
    await report(somerset, "wes", **PLAN)
    again = await report(somerset, "tess", **PLAN)
    assert "reported before, so nothing was opened again" in again
    assert len(await seats(somerset, "repeat_plan_audit")) == 1
    assert somerset.chat("chip").kinds.count("audit_allocated") == 1


async def test_two_children_on_one_day_are_two_audits(somerset: Town) -> None:
    for record in ("C-24113", "C-24120"):
        await report(somerset, "will", kind="becomes_looked_after", record=record)
    assert len(await seats(somerset, "becoming_looked_after_audit")) == 2


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"kind": ""}, "Please choose what happened"),
        ({"record": "C-1"}, "I know no record C-1"),
        ({"record": ""}, "I know no record without a reference"),
        ({"last_plan_ended": ""}, "when the last plan ended"),
        ({"happened_on": "yesterday"}, "could not read that day"),
    ],
)
async def test_what_is_wrong_is_said_and_the_rest_is_kept(
    somerset: Town, changes: dict[str, str], said: str
) -> None:
    back = await report(somerset, "wes", **{**PLAN, **changes})
    assert said in back
    assert await seats(somerset, "repeat_plan_audit") == []


async def test_an_event_that_calls_for_nothing_says_so(somerset: Town) -> None:
    said = await report(somerset, "wes", **{**PLAN, "last_plan_ended": "2019-01-01"})
    assert "The framework asks for no audit after that" in said


async def test_a_stranger_to_the_record_reports_nothing(somerset: Town) -> None:
    said = await report(somerset, "will", **PLAN)
    assert "Only people of the record and the QA team can report this" in said
    assert await seats(somerset, "repeat_plan_audit") == []


async def test_the_form_comes_by_typing(somerset: Town) -> None:
    reply = await somerset.chat("wes").says("event")
    assert reply.card is not None
    assert "A permanent home ended" in words(reply.card.render())


async def test_a_council_without_events_says_so(herefordshire: Town) -> None:
    reply = await herefordshire.chat("wes").says("event")
    assert reply.card is None
    assert "opens no audit after an event" in reply.line


async def commission(town: Town, name: str, **inputs: str) -> str:
    press = Press(verb="commission_audit", ref=f"person-{name}", version=1, inputs=inputs)
    outcome = await town.chat(name).send(press)
    return words(outcome.card.render()) if outcome.card else outcome.line


SHORT = {"programme": "deep_dive_audit", "records": "C-24113", "reason": "Drift in the plan"}


@pytest.mark.rows("SEF-29")
async def test_a_short_notice_audit_goes_out_today(sefton: Town) -> None:
    said = await commission(sefton, "cora", **SHORT)
    assert "Deep dive audit of C-24113 is open" in said
    (seat,) = await seats(sefton, "deep_dive_audit")
    assert seat.holder
    assert "Drift in the plan" in sefton.chat(seat.holder).words("audit_allocated")
    assert "audit_notice" in sefton.chat("will").kinds


async def test_the_monthly_cycle_can_still_be_opened(sefton: Town) -> None:
    await commission(sefton, "cora", **SHORT)
    assert await sefton.open_cycle(await sefton.plan())


async def test_the_same_commission_twice_is_one(sefton: Town) -> None:
    await commission(sefton, "cora", **SHORT)
    again = await commission(sefton, "cora", **SHORT)
    assert "so nothing was opened or sent again" in again
    assert len(await seats(sefton, "deep_dive_audit")) == 1


async def test_several_records_at_once(sefton: Town) -> None:
    said = await commission(sefton, "cora", **{**SHORT, "records": "C-24113, c-23087;C-24113"})
    assert "2 audits" in said
    assert len(await seats(sefton, "deep_dive_audit")) == 2


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"programme": ""}, "Please choose the kind of audit: Deep dive audit"),
        ({"records": ""}, "Please name at least one record"),
        ({"records": "C-24113 C-7"}, "I know no record C-7"),
        ({"records": " ".join(f"C-{n}" for n in range(21))}, "I open at most 20 at once"),
        ({"reason": ""}, "Please say why"),
    ],
)
async def test_a_commission_that_is_wrong_opens_nothing(
    sefton: Town, changes: dict[str, str], said: str
) -> None:
    assert said in await commission(sefton, "cora", **{**SHORT, **changes})
    assert await seats(sefton, "deep_dive_audit") == []


@pytest.mark.parametrize("name", ["will", "ada", "theo"])
async def test_nobody_else_commissions(sefton: Town, name: str) -> None:
    line = await sefton.chat(name).tampers("commission_audit", f"person-{name}", 1, **SHORT)
    assert "nothing was opened" in line
    assert await seats(sefton, "deep_dive_audit") == []
    reply = await sefton.chat(name).says("new audit")
    assert reply.card is None


async def test_nobody_commissions_in_anothers_name(sefton: Town) -> None:
    await sefton.chat("will").tampers("commission_audit", "person-cora", 1, **SHORT)
    assert await seats(sefton, "deep_dive_audit") == []
    assert not any("audit_allocated" in sefton.chat(name).kinds for name in PEOPLE)
