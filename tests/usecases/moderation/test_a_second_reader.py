"""LEI-02, E-26: in the quarter that begins in January a second manager reads every audit."""

from __future__ import annotations

from datetime import date

import pytest

from domain.audits.audit import AuditState
from domain.audits.outcome import Settled
from tests.town import Town
from tests.usecases.moderation.panels import at, panel, person, settled, ticks
from tests.usecases.moderation.seeding import submits

pytestmark = pytest.mark.rows("LEI-02")


async def audited(town: Town, opens_on: str) -> int:
    """Theo audited Wes's record in that quarter: findings only; it is in and compared."""
    town.now = at(f"{opens_on} 09:00")
    await town.hires(person("Rae Holm", "team_manager"))
    audit = await town.audit("C-23087", date.fromisoformat(opens_on), auditor="theo")
    town.later(days=20)
    seat = await town.seat(audit, "auditor")
    areas = len(town.council.framework.programme("thematic_audit").areas)
    nothing: dict[int, str | None] = dict.fromkeys(range(1, areas + 1))
    await submits(town.units, seat.id, nothing, now=town.now, words="What theo saw")
    await settled(town)
    await ticks(town)
    return audit


async def test_january_s_audits_are_read_again(leicestershire: Town) -> None:
    audit = await audited(leicestershire, "2026-01-01")
    assert await leicestershire.state(audit) is AuditState.MODERATING
    (seat,) = await panel(leicestershire, audit)
    # neither Theo nor anybody in the line of the case
    assert seat.holder not in {"theo", "tess", "sam", "hal", None}
    assert seat.due_on == date(2026, 4, 16)
    said = leicestershire.chat(str(seat.holder)).words("audit_allocated")
    assert "This quarter every audit has a second reader" in said


async def test_april_s_audits_are_not(leicestershire: Town) -> None:
    audit = await audited(leicestershire, "2026-04-01")
    assert await leicestershire.state(audit) is AuditState.FINAL
    assert await panel(leicestershire, audit) == []


async def test_the_worker_has_the_findings_meanwhile(leicestershire: Town) -> None:
    await audited(leicestershire, "2026-01-01")
    said = leicestershire.chat("wes").words("audit_findings")
    assert "What theo saw" in said
    assert "Not final yet" in said


async def test_the_second_reader_reads_the_first_and_adds_what_they_see(
    leicestershire: Town,
) -> None:
    audit = await audited(leicestershire, "2026-01-01")
    (seat,) = await panel(leicestershire, audit)
    reader = leicestershire.chat(str(seat.holder))
    started = await reader.press("start_audit")
    assert started.done, started.line
    said = reader.words("moderation_decision")
    assert "What theo saw" in said
    assert "Final grade" not in said
    done = await reader.press("decide_moderation", reason="I see it in the same way.")
    assert done.done, done.line
    assert await leicestershire.state(audit) is AuditState.FINAL
    outcome = await leicestershire.read(lambda uow: uow.outcomes.of_audit(audit))
    assert outcome is not None
    assert (outcome.settled, outcome.overall) == (Settled.MODERATED, None)
    assert "I see it in the same way." in leicestershire.chat("wes").words("audit_findings")
    assert "I see it in the same way." in leicestershire.chat("theo").words("moderation_outcome")
