"""A third reader by request, wherever a moderation stands."""

from __future__ import annotations

from domain.moderation.panel import THIRD
from domain.refs import Ref
from tests.town import Town
from tests.usecases.moderation.months import deep_dives
from tests.usecases.moderation.panels import (
    GOOD,
    RI,
    at,
    differing_pair,
    grades_alone,
    moderation_of,
    panel,
    person,
    ticks,
)
from usecases.pressing import Outcome

GAIL = person("Gail Moss", "safeguarding_review_service_manager")
SAL = person("Sal Wood", "service_manager")


async def sits(town: Town) -> int:
    """The audit of one auditor, in this month's moderation, its panel seated."""
    (audit,) = await deep_dives(town, [RI], people=(GAIL, SAL))
    town.now = at("2026-12-07 09:00")
    await ticks(town)
    assert {seat.role for seat in await panel(town, audit)} == {"quality", "safeguarding"}
    return audit


async def third_of(town: Town, audit: int) -> str | None:
    found = [seat.holder for seat in await panel(town, audit) if seat.role == THIRD]
    return found[0] if found else None


async def version(town: Town, audit: int) -> int:
    """The audit's version, as a button carries it."""
    found = await town.read(lambda uow: uow.audits.get(audit))
    assert found is not None
    return found.version


async def from_the_board(town: Town, audit: int) -> Outcome:
    """Cora presses on the audit's board."""
    card = await town.chat("cora").sees("audit_board", Ref("audit", str(audit)))
    assert card is not None
    return await town.chat("cora").press("bring_third_reader", on=card)


async def test_a_coordinator_brings_one_in_from_the_board_of_a_single_auditor_s_audit(
    sefton: Town,
) -> None:
    audit = await sits(sefton)
    done = await from_the_board(sefton, audit)
    assert done.line == "A third reader has been asked to read C-30001."
    third = await third_of(sefton, audit)
    assert third
    assert third not in {seat.holder for seat in await panel(sefton, audit) if seat.role != THIRD}
    assert "Please moderate C-30001" in sefton.chat(third).words("audit_allocated")
    assert done.card is not None
    assert "bring_third_reader" not in str(done.card.render())


async def test_a_panel_that_sits_waits_for_the_third_reader_s_grades(sefton: Town) -> None:
    audit = await sits(sefton)
    quality = next(s.holder for s in await panel(sefton, audit) if s.role == "quality")
    await grades_alone(sefton, str(quality), dict.fromkeys(range(9), GOOD))
    reply = await sefton.chat(str(quality)).says("third reader")
    assert reply.line.startswith("A third reader has been asked.")
    done = await sefton.chat(str(quality)).press("decide_moderation", overall=GOOD, reason="So")
    assert "has not graded yet. Your decision is kept" in done.notice
    third = str(await third_of(sefton, audit))
    await grades_alone(sefton, third, dict.fromkeys(range(9), RI))
    await sefton.chat(str(quality)).press("decide_moderation")
    outcome = await sefton.read(lambda uow: uow.outcomes.of_audit(audit))
    assert outcome is not None
    assert outcome.overall == GOOD  # the reader gives grades; the panel decides


async def test_nobody_is_asked_before_a_panel_sits_or_twice(sefton: Town) -> None:
    (audit,) = await deep_dives(sefton, [RI], people=(GAIL, SAL))
    cora = sefton.chat("cora")
    assert "bring_third_reader" not in str(await cora.sees("audit_board", Ref("audit", str(audit))))
    line = await cora.tampers("bring_third_reader", f"audit-{audit}", await version(sefton, audit))
    assert line == "This audit is not with a panel, so nothing was changed."
    sefton.now = at("2026-12-07 09:00")
    await ticks(sefton)
    await from_the_board(sefton, audit)
    again = await cora.tampers("bring_third_reader", f"audit-{audit}", await version(sefton, audit))
    assert again.startswith("A third reader has been asked already")
    assert len(await panel(sefton, audit)) == 3


async def test_nobody_but_a_coordinator_brings_one_in_from_outside(sefton: Town) -> None:
    audit = await sits(sefton)
    number = await version(sefton, audit)
    await sefton.chat("theo").tampers("bring_third_reader", f"audit-{audit}", number)
    assert await third_of(sefton, audit) is None


async def test_a_moderator_of_a_pair_may_ask_after_the_own_grades(herefordshire: Town) -> None:
    audit = await differing_pair(herefordshire, peer={4: RI})
    herefordshire.now = at("2026-12-22 09:00")
    await ticks(herefordshire)
    (seat,) = await panel(herefordshire, audit)
    moderator = herefordshire.chat(str(seat.holder))
    known = await moderation_of(herefordshire, audit)
    refused = await moderator.tampers("ask_third_reader", f"decision-{seat.id}", known.version)
    assert refused == "Please give your own grades first. Nothing was changed."
    await grades_alone(herefordshire, str(seat.holder))
    await moderator.press("ask_third_reader")
    assert await third_of(herefordshire, audit)
