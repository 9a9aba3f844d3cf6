"""A council changes its file while something is under way: nothing is held up by it."""

from __future__ import annotations

from datetime import timedelta

from domain.follow_up.step import NewStep, Party, StepKind, StepState
from domain.refs import Ref
from tests.town import Town
from tests.usecases.follow_up.finals import audited, only, steps, ticks


async def dropped(town: Town, kind: StepKind, audit: int, *, programme: str = "gone") -> int:
    """A waiting step whose rule is not in the file any more; gives its number."""
    today = town.now.date()
    new = NewStep(
        kind=kind,
        rule="follow_up.gone.0",
        once=f"gone {kind} {programme}",
        programme=programme,
        audit_id=audit,
        case_ref="C-23087",
        because=(audit,),
        opens_on=today,
        due_on=today + timedelta(days=30),
        words="Something",
        parties=(Party(part="write", person_id="tess"), Party(part="told", person_id="hal")),
    )
    async with town.units() as uow:
        step = await uow.follow_ups.add(new, town.now)
        await uow.commit()
    assert step is not None
    return step.id


async def test_the_clock_goes_on_past_what_the_file_has_dropped(sefton: Town) -> None:
    audit = await audited(sefton, "C-23087", "requires_improvement")
    for kind in (StepKind.RE_AUDIT, StepKind.RECOMMENDATION, StepKind.REVIEW):
        await dropped(sefton, kind, audit)
    await ticks(sefton)
    assert (await only(sefton, audit, StepKind.RE_AUDIT)).state is StepState.WAITING
    assert (await only(sefton, audit, StepKind.REVIEW)).state is StepState.OPEN


async def test_its_card_still_opens_and_takes_an_answer(sefton: Town) -> None:
    audit = await audited(sefton, "C-23087", "requires_improvement")
    number = await dropped(sefton, StepKind.REVIEW, audit)
    await ticks(sefton)
    tess = sefton.chat("tess")
    assert "What should be kept?" in tess.words("follow_up_form")
    await tess.press("send_follow_up", answer_0="All done.")
    assert (await only(sefton, audit, StepKind.REVIEW)).state is StepState.DONE
    card = await sefton.chat("hal").sees("follow_up_form", Ref("follow_up", str(number)))
    assert "All done." in str(card)


async def test_a_re_audit_that_the_file_has_dropped_opens_nothing(sefton: Town) -> None:
    audit = await audited(sefton, "C-23087", "requires_improvement")
    await dropped(sefton, StepKind.RE_AUDIT, audit, programme="deep_dive_audit")
    await ticks(sefton)
    assert [s.re_audit_id for s in await steps(sefton, audit, StepKind.RE_AUDIT)] == [None]
