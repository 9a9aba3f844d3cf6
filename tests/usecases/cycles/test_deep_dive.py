"""A deep dive is commissioned: its auditors have nothing else in its month (LEI-14, E-24)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.audits.audit import NewAudit, NewCycle, NewSeat, Seat, SeatState
from domain.audits.exemption import Spell
from domain.calendar.working_days import end_of_day
from domain.refs import Ref
from tests.cards.walk import words
from tests.town import Town
from usecases.audits.after_exemption import send_kept_cards
from usecases.audits.excusing import exemption_of
from usecases.audits.scene import scene_of_seat
from usecases.audits.staffing import people_who_may_take, why_not_taken
from usecases.cycles.beginning import begin_cycles
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.planning import Order, plan_cycle
from usecases.nudges.nudge_duties import nudge_duties
from usecases.pressing import Outcome, Press
from usecases.quotas.standing import who_is_behind

APRIL = datetime(2026, 4, 20, 9, 0, tzinfo=UTC)
TODAY = APRIL.date()
MAY_1 = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)
JUNE_1 = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
FORM: dict[str, str] = {
    "issue": "Why do plans drift?",
    "scope": "The last year",
    "records": "C-23087 C-23145",
    "auditors": "hope,seb",
    "month": "2026-05",
}


@pytest.fixture
def town(leicestershire: Town) -> Town:
    leicestershire.now = APRIL
    return leicestershire


async def commission(town: Town, **inputs: str) -> Outcome:
    """Ava fills the form in and presses."""
    form = await town.chat("ava").sees("deep_dive_form", Ref("person", "ava"))
    assert form
    return await town.chat("ava").press("commission_deep_dive", on=form, **(FORM | inputs))


async def seats(town: Town, programme: str) -> list[Seat]:
    cycles = await town.read(lambda uow: uow.audits.cycles(programme))
    return [s for c in cycles for _, of_one in await town.audits(c.id) for s in of_one]


async def sampled(town: Town, holder: str, due: date) -> None:
    """A dip sample that somebody holds already, and that is due on a day."""
    cycle = NewCycle(
        framework="leicestershire",
        programme="dip_sample",
        opens_on=town.now.date(),
        due_on=due,
        seed=1,
        pool_size=1,
        opened_by="quin",
        occasion=f"by-hand/{holder}/{due}",
    )
    seat = NewSeat(role="sampler", holder=holder, due_on=due, why="By hand")
    people = await town.read(lambda uow: uow.people.all())
    async with town.units() as uow:
        plan = await plan_cycle(uow, town.council, sample("C-24113"))
        audits = (NewAudit(case_ref="C-24113", seats=(seat,)),)
        made = type(plan)(
            programme=plan.programme, cycle=cycle, audits=audits, draw=plan.draw, people=people
        )
        await open_cycle(uow, town.council, made, town.now)
        await uow.commit()
    await town.deliver()


def sample(*records: str, day: date = TODAY, seed: int = 1) -> Order:
    return Order(
        programme="dip_sample",
        opens_on=day,
        seed=seed,
        opened_by="quin",
        records=records,
        occasion=f"by-hand/{day}/{'/'.join(records)}/{seed}",
    )


async def sampler(town: Town, *, seed: int) -> str | None:
    """Who would sample C-23101 in May."""
    order = sample("C-23101", day=date(2026, 5, 5), seed=seed)
    async with town.units(reading=True) as uow:
        plan = await plan_cycle(uow, town.council, order)
    ((seat,),) = (audit.seats for audit in plan.audits)
    return seat.holder


@pytest.mark.rows("LEI-14")
async def test_the_records_are_shared_out_and_everybody_is_told(town: Town) -> None:
    done = await commission(town)
    assert done.line == (
        "Deep dive review of 2 records in May is set up. "
        "Hope Vale and Seb Orchard have no other audits in that month."
    )
    given = await seats(town, "deep_dive")
    assert {seat.holder for seat in given} == {"hope", "seb"}
    assert {seat.due_on for seat in given} == {date(2026, 5, 29)}
    for name in ("hope", "seb"):
        card = town.chat(name).words("auditors_excused")
        assert "You are on it in May" in card
        assert "Why do plans drift? Scope: The last year" in card
    assert "Hope Vale and Seb Orchard" in town.chat("quin").words("auditors_excused")
    june = JUNE_1.date()
    assert await town.read(lambda uow: uow.exemptions.between(june, june)) == []
    (hope, seb) = await town.read(lambda uow: uow.exemptions.between(MAY_1.date(), MAY_1.date()))
    assert (hope.person_id, seb.person_id) == ("hope", "seb")
    assert (hope.first_day, hope.last_day) == (date(2026, 5, 1), date(2026, 5, 31))


async def test_the_allocation_cards_come_with_the_month(town: Town) -> None:
    await commission(town)
    assert "audit_allocated" not in town.chat("seb").kinds
    town.now = MAY_1
    await town.tick(begin_cycles)
    card = town.chat("seb").words("audit_allocated")
    assert "Friday 29 May" in card
    assert "Why do plans drift?" in card


async def test_a_draw_of_the_month_passes_them_over_and_one_of_the_next_does_not(
    town: Town,
) -> None:
    before = {await sampler(town, seed=seed) for seed in range(12)}
    assert "seb" in before
    await commission(town)
    assert "seb" not in {await sampler(town, seed=seed) for seed in range(12)}


async def test_they_cannot_take_a_seat_over_and_the_reason_is_said(town: Town) -> None:
    await commission(town)
    town.now = MAY_1
    await sampled(town, "tina", date(2026, 5, 29))
    (seat,) = await seats(town, "dip_sample")
    async with town.units(reading=True) as uow:
        scene = await scene_of_seat(uow, town.council, seat.id)
        assert scene
        people = await uow.people.all()
        takers = await people_who_may_take(uow, scene, seat, MAY_1.date())
        assert "seb" not in {person.id for person in takers}
        why = await why_not_taken(uow, scene, seat, people["seb"], MAY_1.date())
    assert why == "is on a deep dive in May"


async def test_what_is_due_in_the_month_moves_to_the_end_of_the_next(town: Town) -> None:
    await sampled(town, "seb", date(2026, 5, 15))
    await sampled(town, "tina", date(2026, 5, 15))
    await sampled(town, "hope", date(2026, 4, 30))
    await commission(town)
    due = {seat.holder: seat.due_on for seat in await seats(town, "dip_sample")}
    assert due == {
        "seb": date(2026, 6, 30),
        "tina": date(2026, 5, 15),
        "hope": date(2026, 4, 30),
    }
    (duty,) = await town.duties("seb")
    assert duty.due_at == end_of_day(date(2026, 6, 30))
    told = town.chat("quin").words("auditors_excused")
    assert "C-24113, sampler" in told
    assert "Seb Orchard, was 15 May" in told
    assert "30 June" in told
    assert "C-24113" in town.chat("seb").words("auditors_excused")
    assert "C-24113" not in town.chat("hope").words("auditors_excused")


async def test_a_card_that_was_to_go_out_in_the_month_waits_for_its_end(town: Town) -> None:
    async with town.units() as uow:
        plan = await plan_cycle(uow, town.council, sample("C-24113", day=MAY_1.date(), seed=3))
        (audit,) = plan.audits
        (seat,) = audit.seats
        held = NewSeat(role=seat.role, holder="seb", due_on=seat.due_on, why="By hand", held=True)
        audits = (NewAudit(case_ref=audit.case_ref, seats=(held,)),)
        made = type(plan)(
            programme=plan.programme,
            cycle=plan.cycle,
            audits=audits,
            draw=plan.draw,
            people=plan.people,
            beside=plan.beside,
        )
        await open_cycle(uow, town.council, made, town.now)
        await uow.commit()
    await commission(town)
    for moment in (MAY_1, MAY_1 + timedelta(days=14), JUNE_1 - timedelta(days=1)):
        town.now = moment
        await town.tick(begin_cycles)
        await town.tick(send_kept_cards)
        assert town.chat("seb").kinds.count("audit_allocated") == 1  # the deep dive's own
        assert {d.kind for d in await town.duties("seb")} == {"answer_allocation"}
    town.now = JUNE_1
    assert await town.tick(send_kept_cards) == 1
    assert await town.tick(send_kept_cards) == 0
    (kept,) = await seats(town, "dip_sample")
    assert (kept.state, kept.due_on) == (SeatState.OFFERED, date(2026, 6, 30))
    assert "C-24113" in town.chat("seb").words("audit_allocated")


async def test_who_gives_the_deep_dive_back_is_excused_no_longer_and_the_next_one_is(
    town: Town,
) -> None:
    await commission(town, records="C-23087", auditors="seb")
    town.now = MAY_1
    await town.tick(begin_cycles)
    await town.chat("seb").press("decline_audit", reason="conflict")
    ((seat),) = await seats(town, "deep_dive")
    assert seat.holder in {"hope", "pip"}
    async with town.units(reading=True) as uow:
        assert await exemption_of(uow, town.council, "seb", MAY_1.date()) is None
        spell = await exemption_of(uow, town.council, seat.holder or "", MAY_1.date())
        own = await exemption_of(
            uow, town.council, seat.holder or "", MAY_1.date(), but=spell.cycle_id if spell else 0
        )
    assert isinstance(spell, Spell)
    assert own is None


@pytest.mark.parametrize(
    ("inputs", "why"),
    [
        ({"auditors": "sam"}, "Nobody whom you picked can look at C-23087"),
        ({"auditors": "sam,hope"}, "There is no record for Sam Field"),
        ({"auditors": "tina"}, "Tina Reeve is not one of those who may do it"),
        ({"auditors": "hope,seb,pip"}, "There is no record for "),
        ({"auditors": "nobody"}, "Please pick who looks"),
        ({"auditors": ","}, "Please pick who looks"),
        ({"records": "C-1"}, "I know no record C-1"),
        ({"records": ","}, "Please name at least one record"),
        ({"issue": " "}, "Please say what it is to find out"),
        ({"month": "2025-05"}, "Please choose the month"),
    ],
)
async def test_what_cannot_be_commissioned_is_said_and_nothing_is_opened(
    town: Town, inputs: dict[str, str], why: str
) -> None:
    refused = await commission(town, **inputs)
    assert why in refused.line
    assert await seats(town, "deep_dive") == []
    assert await town.read(lambda uow: uow.exemptions.between(date.min, date.max)) == []


async def test_nobody_is_on_two_deep_dives_of_a_month(town: Town) -> None:
    await commission(town)
    again = await commission(town, records="C-23101")
    assert again.line == "Hope Vale is on a deep dive in May. Nothing was opened."
    june = await commission(town, records="C-23101", auditors="seb", month="2026-06")
    assert "in June is set up" in june.line


async def test_no_nudge_of_another_audit_comes_in_the_month(town: Town) -> None:
    for name in ("pip", "tina"):  # Pip stands above nobody whose lateness would be told
        await sampled(town, name, date(2026, 4, 30))
    await commission(town, auditors="pip", records="C-23087")
    tina, pip = town.chat("tina"), town.chat("pip")
    for day in (5, 6, 7, 18, 29):
        town.now = datetime(2026, 5, day, 10, 0, tzinfo=UTC)
        await town.tick(nudge_duties)
    assert "digest" in tina.kinds
    assert "digest" not in pip.kinds


async def test_a_manager_who_is_excused_is_not_told_of_others_lateness(town: Town) -> None:
    """Nor is that a card or nudge of another audit (E-24); whoever stands above them is told."""
    await sampled(town, "tina", date(2026, 4, 30))
    await commission(town, auditors="seb", records="C-23087")
    for day in (5, 6, 7, 11, 12):
        town.now = datetime(2026, 5, day, 10, 0, tzinfo=UTC)
        await town.tick(nudge_duties)
    assert "digest" in town.chat("tina").kinds
    assert "digest" not in town.chat("seb").kinds


async def test_once_its_audits_are_cancelled_nobody_is_excused(town: Town) -> None:
    await commission(town, auditors="hope", records="C-23087")
    ((seat),) = await seats(town, "deep_dive")
    cancel = Press(
        verb="cancel_audit",
        ref=f"audit-{seat.audit_id}",
        version=1,
        inputs={"cancel_reason": "The question was answered elsewhere"},
    )
    await town.chat("quin").send(cancel)
    async with town.units(reading=True) as uow:
        assert await exemption_of(uow, town.council, "hope", MAY_1.date()) is None


async def test_whoever_is_excused_is_not_among_those_to_be_nudged_for_their_quota(
    town: Town,
) -> None:
    await commission(town)
    for day, there in ((date(2026, 5, 29), False), (date(2027, 1, 29), True)):
        async with town.units(reading=True) as uow:
            behind = await who_is_behind(uow, town.council, day)
        assert ("seb" in {person.id for person, _ in behind}) is there


async def test_only_whoever_commissions_sees_the_form(town: Town) -> None:
    ava = await town.chat("ava").says("commission deep dive")
    assert ava.card
    assert "Commission a deep dive review" in words(ava.card.render())
    for name in ("hal", "quin", "tess"):
        assert "commissioned by" in (await town.chat(name).says("commission deep dive")).line
    line = await town.chat("quin").tampers("commission_deep_dive", "person-quin", 1, **FORM)
    assert "Only whoever commissions" in line
