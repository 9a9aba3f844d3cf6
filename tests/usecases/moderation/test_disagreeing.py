"""SEF-19, SEF-21, E-96, E-97: I disagree, both members decide, a colleague is asked."""

from __future__ import annotations

from datetime import date

import pytest

from domain.audits.audit import AuditState
from domain.moderation.panel import THIRD
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

pytestmark = pytest.mark.rows("SEF-19", "SEF-21")

GAIL = person("Gail Moss", "safeguarding_review_service_manager")
SAL = person("Sal Wood", "service_manager")
WHY = "The plan was changed in July."
DRAW = at("2026-12-07 09:00")


async def disputed(town: Town) -> tuple[int, str]:
    """One audit that Will disagrees with, its panel seated; gives it and the quality member."""
    (audit,) = await deep_dives(town, [RI], people=(GAIL, SAL))
    await town.chat("will").press("dispute_findings", disagree=WHY)
    town.now = DRAW
    await ticks(town)
    seats = {seat.role: seat.holder for seat in await panel(town, audit)}
    assert set(seats) == {"quality", "safeguarding"}
    assert seats["safeguarding"] == "gail"
    return audit, str(seats["quality"])


@pytest.mark.parametrize("who", ["will", "theo", "sam"])
async def test_the_worker_and_the_managers_may_disagree(sefton: Town, who: str) -> None:
    (audit,) = await deep_dives(sefton, [RI], people=())
    done = await sefton.chat(who).press("dispute_findings", disagree=WHY)
    assert done.done, done.line
    (kept,) = await sefton.read(lambda uow: uow.moderations.disputes_of(audit))
    assert (kept.person_id, kept.reason) == (who, WHY)
    assert "You disagreed on" in sefton.chat(who).words("audit_findings")
    assert "dispute_findings" not in str(sefton.chat(who).card("audit_findings"))


async def test_the_auditor_may_disagree_on_the_own_receipt(sefton: Town) -> None:
    (audit,) = await deep_dives(sefton, [RI], people=())
    done = await sefton.chat("ada").press("dispute_grade", disagree=WHY)
    assert done.done, done.line
    (kept,) = await sefton.read(lambda uow: uow.moderations.disputes_of(audit))
    assert (kept.person_id, kept.relation) == ("ada", "auditor")


async def test_it_can_be_typed(sefton: Town) -> None:
    (audit,) = await deep_dives(sefton, [RI], people=())
    reply = await sefton.chat("will").says(f"I disagree because {WHY}")
    assert "word for word" in reply.line or "kept" in reply.line
    (kept,) = await sefton.read(lambda uow: uow.moderations.disputes_of(audit))
    assert kept.reason == WHY


async def test_without_a_reason_nothing_is_sent(sefton: Town) -> None:
    (audit,) = await deep_dives(sefton, [RI], people=())
    done = await sefton.chat("will").press("dispute_findings", disagree=" ")
    assert not done.done
    assert done.line == "Please say why you disagree. Nothing was sent."
    assert await sefton.read(lambda uow: uow.moderations.disputes_of(audit)) == []


async def test_after_five_days_it_is_refused_with_the_date(sefton: Town) -> None:
    (audit,) = await deep_dives(sefton, [RI], people=())
    sefton.now = at("2026-12-05 20:00")
    assert (await moderation_of(sefton, audit)).disagree_by == date(2026, 12, 5)
    card = sefton.chat("will").card("audit_findings")
    sefton.now = at("2026-12-06 09:00")
    done = await sefton.chat("will").press("dispute_findings", on=card, disagree=WHY)
    assert not done.done
    assert done.line.startswith("You could disagree until Saturday 5 December")
    assert await sefton.read(lambda uow: uow.moderations.disputes_of(audit)) == []


async def test_somebody_told_whom_the_framework_does_not_list_may_not(sefton: Town) -> None:
    (audit,) = await deep_dives(sefton, [RI], people=())
    seat = await sefton.seat(audit, "auditor")
    line = await sefton.chat("wanda").tampers(
        "dispute_grade", f"seat-{seat.id}", seat.version, disagree=WHY
    )
    assert line == "This is not yours to do, so nothing was changed."


async def test_nobody_disagrees_twice(sefton: Town) -> None:
    await deep_dives(sefton, [RI], people=())
    card = sefton.chat("will").card("audit_findings")
    await sefton.chat("will").press("dispute_findings", disagree=WHY)
    again = await sefton.chat("will").press("dispute_findings", on=card, disagree="Again")
    assert not again.done


async def test_both_members_must_agree_on_a_disputed_audit(sefton: Town) -> None:
    audit, quality = await disputed(sefton)
    for member in (quality, "gail"):
        await grades_alone(sefton, member, dict.fromkeys(range(9), RI))
    said = sefton.chat("gail").words("grading")
    assert WHY in said
    done = await sefton.chat(quality).press(
        "decide_moderation", overall=GOOD, reason="July counts."
    )
    assert done.line == "Kept. It is final when Gail Moss agrees."
    assert await sefton.state(audit) is AuditState.MODERATING
    assert "would record what stands here" in sefton.chat("gail").words("grading")
    done = await sefton.chat("gail").press("decide_moderation")
    assert await sefton.state(audit) is AuditState.FINAL
    outcome = await sefton.read(lambda uow: uow.outcomes.of_audit(audit))
    assert outcome is not None
    assert (outcome.overall, outcome.reason) == (GOOD, "July counts.")
    assert "decided, and why" in sefton.chat("will").words("audit_findings")


async def test_a_change_by_the_second_asks_the_first_again(sefton: Town) -> None:
    audit, quality = await disputed(sefton)
    for member in (quality, "gail"):
        await grades_alone(sefton, member, dict.fromkeys(range(9), RI))
    await sefton.chat(quality).press("decide_moderation", overall=GOOD, reason="July counts.")
    done = await sefton.chat("gail").press("decide_moderation", overall=RI, reason="It came late.")
    assert done.line.startswith("Kept. It is final when")
    assert await sefton.state(audit) is AuditState.MODERATING
    await sefton.chat(quality).press("decide_moderation")
    outcome = await sefton.read(lambda uow: uow.outcomes.of_audit(audit))
    assert outcome is not None
    assert (outcome.overall, outcome.reason) == (RI, "It came late.")


async def test_a_colleague_with_the_knowledge_is_asked_and_answers(sefton: Town) -> None:
    audit, quality = await disputed(sefton)
    await grades_alone(sefton, quality, dict.fromkeys(range(9), RI))
    done = await sefton.chat(quality).press(
        "ask_colleague", person="sal", question="Is such a plan usual?"
    )
    assert done.line.startswith("Sal Wood has been asked.")
    said = sefton.chat("sal").words("view_asked")
    assert "Is such a plan usual?" in said
    assert "Requires improvement" not in said
    assert [duty.kind for duty in await sefton.duties("sal")] == ["give_view"]
    await sefton.chat("sal").press("give_view", answer="Yes, after a move.")
    assert "Yes, after a move." in sefton.chat(quality).words("grading")
    assert await sefton.duties("sal") == []
    assert len(await sefton.read(lambda uow: uow.moderations.views_of(audit))) == 1


async def test_nobody_of_the_record_or_the_audit_can_be_asked(sefton: Town) -> None:
    """Sam manages Theo, who manages Will; Theo manages the worker."""
    _, quality = await disputed(sefton)
    await grades_alone(sefton, quality)
    card = str(sefton.chat(quality).card("grading"))
    assert "Sal Wood" in card
    assert "Sam Field" not in card
    done = await sefton.chat(quality).press("ask_colleague", person="sam", question="Well?")
    assert not done.done
    assert done.line.startswith("Please choose somebody from the list")


async def test_a_third_reader_grades_alone_before_the_panel_decides(sefton: Town) -> None:
    audit, quality = await disputed(sefton)
    await grades_alone(sefton, quality, dict.fromkeys(range(9), RI))
    done = await sefton.chat(quality).press("ask_third_reader")
    assert done.line.startswith("A third reader has been asked.")
    (third,) = [seat for seat in await panel(sefton, audit) if seat.role == THIRD]
    assert third.holder not in {"ada", quality, "gail", None}
    done = await sefton.chat(quality).press("decide_moderation", overall=RI, reason="Late.")
    assert "has not graded yet" in done.notice
