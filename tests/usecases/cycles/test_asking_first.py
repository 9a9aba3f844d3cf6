"""An opening that would message very many people waits for a second word."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from domain.audits.proposal import AT_ONCE
from domain.frameworks.meeting import NoticeRule, WithAllocation
from domain.refs import Ref
from tests.cast import CORA, HAL
from tests.town import Town
from tests.usecases.cycles.many import records
from usecases.cycles.open_confirmed import open_confirmed
from usecases.cycles.planning import Order, plan_cycle
from usecases.cycles.proposing import propose_draws
from usecases.cycles.reaching import told_of

NOVEMBER_24 = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SECOND = replace(HAL, id="quinn", name="Quinn Dale", aad_object_id="aad-quinn", roles=CORA.roles)


async def proposed(town: Town, *, share: float, people: int) -> Town:
    """The draw of December, in a council that asks from so many people on."""
    town.council = replace(town.council, ask_share=share, ask_from=people)
    await town.hires(SECOND)
    town.now = NOVEMBER_24
    assert await town.tick(propose_draws) == 1
    return town


async def cycles(town: Town) -> int:
    return len(await town.read(lambda uow: uow.audits.cycles("deep_dive_audit")))


async def test_it_asks_with_the_number_and_opens_at_the_second_word(sefton: Town) -> None:
    town = await proposed(sefton, share=0.1, people=2)
    first = await town.chat("cora").press("confirm_draw")
    assert "of the 14 people in the staff list, so nothing was opened yet" in first.notice
    assert await cycles(town) == 0
    await town.chat("cora").press("confirm_draw")
    assert await cycles(town) == 1


async def test_the_word_of_another_person_is_not_the_second_one(sefton: Town) -> None:
    town = await proposed(sefton, share=0.1, people=2)
    await town.chat("cora").press("confirm_draw")
    asked = await town.chat("quinn").press("confirm_draw")
    assert "confirm once more" in asked.notice
    assert await cycles(town) == 0


async def test_a_share_that_is_small_enough_is_not_asked_about(sefton: Town) -> None:
    town = await proposed(sefton, share=1.0, people=2)
    await town.chat("cora").press("confirm_draw")
    assert await cycles(town) == 1


async def test_a_few_people_are_not_asked_about_whatever_their_share(sefton: Town) -> None:
    town = await proposed(sefton, share=0.1, people=50)
    await town.chat("cora").press("confirm_draw")
    assert await cycles(town) == 1


async def large(town: Town) -> Town:
    """December's draw holds more audits than are opened while somebody waits."""
    await proposed(town, share=0.1, people=2)
    many = records(AT_ONCE + 1)
    async with town.units() as uow:
        await uow.cases.put(many)
        found = await uow.proposals.get(1)
        assert found is not None
        await uow.proposals.save(replace(found, drawn=tuple(case.ref for case in many)))
        await uow.outbox.refresh(Ref("proposal", "1"), now=town.now)
        await uow.commit()
    await town.deliver()
    return town


async def test_a_large_draw_is_planned_by_the_clock_which_asks_for_the_second_word(
    sefton: Town,
) -> None:
    town = await large(sefton)
    line = (await town.chat("cora").press("confirm_draw")).line
    assert f"{AT_ONCE + 1} audits are being opened now" in line
    before = town.chat("cora").kinds.count("draw_proposed")
    assert await town.tick(open_confirmed) == 1
    assert await cycles(town) == 0
    cora = town.chat("cora")
    assert cora.kinds.count("draw_proposed") == before + 1, "she hears of it"
    assert "If that is right, confirm once more." in cora.words("draw_proposed")
    await cora.press("confirm_draw")
    assert await town.tick(open_confirmed) == 1
    assert await cycles(town) == 1
    found = await town.read(lambda uow: uow.proposals.get(1))
    assert found is not None
    assert not any("confirm once more" in note for note in found.notes)


async def test_the_people_of_a_teams_sample_are_counted_too(somerset: Town) -> None:
    town = somerset
    rule = NoticeRule(
        to=("worker",), when=WithAllocation(kind="with_allocation"), sentence="A sample is read."
    )
    order = Order(
        programme="supervision_audit", opens_on=date(2026, 11, 2), seed=7, opened_by="cora"
    )
    plan = await town.read(lambda uow: plan_cycle(uow, town.council, order))
    workers = {record.worker for one in plan.looked for record in one.members}
    assert workers
    noticed = plan.programme.model_copy(update={"notice": rule})
    assert told_of(replace(plan, programme=noticed)) - told_of(plan) == workers
