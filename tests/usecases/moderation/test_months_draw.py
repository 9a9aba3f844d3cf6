"""SEF-17 to SEF-20, story 7: the month's draw, its panels, and what is not drawn."""

from __future__ import annotations

import pytest

from domain.audits.audit import AuditState
from domain.audits.outcome import Settled
from domain.refs import Ref
from tests.cards.walk import words
from tests.town import Town
from tests.usecases.moderation.months import deep_dives
from tests.usecases.moderation.panels import (
    GOOD,
    RI,
    at,
    grades_alone,
    moderation_of,
    panel,
    person,
    ticks,
)

pytestmark = pytest.mark.rows("SEF-17", "SEF-18", "SEF-20")

PANEL_ROLE = "safeguarding_review_service_manager"
DRAW = at("2026-12-07 09:00")
"""The fifth working day of December."""


async def holders(town: Town, audit: int) -> dict[str, str | None]:
    """Who sits on an audit's panel, by seat."""
    return {seat.role: seat.holder for seat in await panel(town, audit)}


async def disagrees(town: Town, who: str, why: str = "The plan was changed in July.") -> str:
    """Somebody says so on the newest findings card with that button."""
    done = await town.chat(who).press("dispute_findings", disagree=why)
    assert done.done, done.line
    return done.line


async def test_story_7_thirty_audits(sefton: Town) -> None:
    audits = await deep_dives(sefton, [GOOD] * 6 + [RI] * 24)
    line = await disagrees(sefton, "will")  # the newest card: the thirtieth audit
    assert line == "Thank you. The panel reads your reason word for word and decides."
    sefton.now = DRAW
    drawn, _, _ = await ticks(sefton)
    assert drawn == 30  # 12 to a panel, 18 final

    standing = {audit: await moderation_of(sefton, audit) for audit in audits}
    kinds = [{reason.kind for reason in standing[audit].reasons} for audit in audits]
    assert kinds[:6] == [{"grade"}] * 6
    assert kinds[29] == {"disagreement"}
    assert kinds.count({"share"}) == 3
    assert kinds.count({"colleague"}) == 2
    assert kinds.count(set()) == 18
    for audit in audits[:6]:
        seats = await holders(sefton, audit)
        assert seats["by_every_good"] == "dora"
        assert len(seats) == 2
    assert await sefton.state(audits[0]) is AuditState.MODERATING


async def test_each_manager_of_practice_improvement_reads_one_colleague_s_audit(
    sefton: Town,
) -> None:
    audits = await deep_dives(sefton, [RI] * 9)
    sefton.now = DRAW
    await ticks(sefton)
    readers = {}
    for audit in audits:
        seats = await holders(sefton, audit)
        if "by_colleague" in seats:
            readers[audit] = seats["by_colleague"]
            assert (await sefton.seat(audit, "auditor")).holder != seats["by_colleague"]
    assert sorted(str(reader) for reader in readers.values()) == ["pat", "pia"]


async def test_what_is_not_drawn_is_final_as_submitted(sefton: Town) -> None:
    audits = await deep_dives(sefton, [RI] * 3, people=())
    sefton.now = DRAW
    await ticks(sefton)
    states = [await sefton.state(audit) for audit in audits]
    assert states.count(AuditState.FINAL) == 2
    passed = audits[states.index(AuditState.FINAL)]
    outcome = await sefton.read(lambda uow: uow.outcomes.of_audit(passed))
    assert outcome is not None
    assert (outcome.settled, outcome.overall) == (Settled.AS_SUBMITTED, RI)


async def test_nothing_is_drawn_before_the_day(sefton: Town) -> None:
    audits = await deep_dives(sefton, [GOOD] * 3)
    sefton.now = at("2026-12-04 18:00")
    assert await ticks(sefton) == (0, 0, 0)
    assert await panel(sefton, audits[0]) == []


async def test_drawing_again_moves_nothing(sefton: Town) -> None:
    audits = await deep_dives(sefton, [RI] * 9)
    sefton.now = DRAW
    await ticks(sefton)
    before = [await panel(sefton, audit) for audit in audits]
    sefton.later(hours=1)
    assert await ticks(sefton) == (0, 0, 0)
    assert [await panel(sefton, audit) for audit in audits] == before


async def test_the_preview_is_what_is_drawn_and_why(sefton: Town) -> None:
    quin = person("Quin Reed", "quality_assurance_manager")
    audits = await deep_dives(sefton, [GOOD, *[RI] * 8])
    await sefton.hires(quin)
    cycle = Ref("cycle", "1")
    sefton.now = at("2026-12-04 12:00")
    preview = await sefton.chat("quin").sees("moderation_draw", cycle)
    assert preview is not None
    said = words(preview)
    assert "Preview" in said
    assert "Monday 7 December" in said
    assert "Graded Good or better (Good)" in said
    sefton.now = DRAW
    await ticks(sefton)
    drawn = sefton.chat("quin").words("moderation_draw")
    for number in range(1, len(audits) + 1):
        assert (f"C-3{number:04}" in said) == (f"C-3{number:04}" in drawn)
    assert "Graded Good or better (Good)" in drawn


async def test_who_may_moderate_reads_no_reason_that_tells_a_grade(sefton: Town) -> None:
    """Cora coordinates and is QA service manager."""
    await deep_dives(sefton, [GOOD, RI, RI])
    sefton.now = DRAW
    await ticks(sefton)
    assert "Good" not in sefton.chat("cora").words("moderation_draw")
    for name in ("cora", "mo", "gail"):
        for posted in sefton.chat(name).cards:
            if posted.kind == "audit_allocated":
                assert "Good" not in words(posted.card)
                assert "In this month's moderation" in words(posted.card)


async def test_a_good_waits_for_the_assistant_director_s_grades(sefton: Town) -> None:
    (audit,) = await deep_dives(sefton, [GOOD])
    sefton.now = DRAW
    await ticks(sefton)
    seats = await holders(sefton, audit)
    member = str(next(holder for role, holder in seats.items() if role != "by_every_good"))
    await grades_alone(sefton, member)
    done = await sefton.chat(member).press("decide_moderation", reason="Sound work.")
    assert done.notice.startswith("Dora Lane has not graded yet.")
    assert await sefton.state(audit) is AuditState.MODERATING

    await grades_alone(sefton, "dora", {3: "outstanding"})
    assert "Your grades are with the panel." in sefton.chat("dora").words("grading")
    done = await sefton.chat(member).press("decide_moderation", final_3=GOOD, reason="Sound work.")
    assert done.done, done.line
    assert not done.notice
    assert await sefton.state(audit) is AuditState.FINAL


async def test_one_of_two_decides_and_the_other_has_nothing_left_to_do(sefton: Town) -> None:
    """E-96."""
    (audit,) = await deep_dives(sefton, [RI], people=(person("Gail Moss", PANEL_ROLE),))
    sefton.now = DRAW
    await ticks(sefton)
    seats = await holders(sefton, audit)
    assert set(seats) == {"quality", "safeguarding"}
    first, second = str(seats["quality"]), str(seats["safeguarding"])
    await sefton.chat(second).press("accept_audit")
    await grades_alone(sefton, first, dict.fromkeys(range(9), RI))
    done = await sefton.chat(first).press("decide_moderation", reason="As the auditor says.")
    assert done.done, done.line
    assert await sefton.state(audit) is AuditState.FINAL
    assert await sefton.duties(second) == []
    assert "You need do no more." in sefton.chat(second).words("audit_allocated")
    assert "start_audit" not in str(sefton.chat(second).card("audit_allocated"))


async def test_an_auditor_is_never_moderator_of_the_same_audit(sefton: Town) -> None:
    """Cora audited it herself; Mo holds the same post's roles and takes the seat."""
    (audit,) = await deep_dives(sefton, [RI], people=())
    seat = await sefton.seat(audit, "auditor")
    assert seat.holder == "ada"
    sefton.now = DRAW
    await ticks(sefton)
    assert "ada" not in (await holders(sefton, audit)).values()


async def test_a_stand_in_takes_the_seat_that_nobody_of_the_panel_can(sefton: Town) -> None:
    """No service manager for safeguarding and review: another service manager does (E-96)."""
    other = person("Sal Wood", "service_manager")
    (audit,) = await deep_dives(sefton, [RI], people=(other,))
    sefton.now = DRAW
    await ticks(sefton)
    seats = await holders(sefton, audit)
    assert seats["safeguarding"] == "sal"
    assert seats["quality"] in {"cora", "mo"}
