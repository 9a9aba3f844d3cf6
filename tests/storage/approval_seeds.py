"""Rows of approvals, standing reminders and what came in, for tests of the storage."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.approvals.approval import Approval, ApprovalState, Item, ItemState
from domain.intake.intake import Intake, IntakeState
from domain.nudges.standing import StandingNudge
from domain.refs import Ref
from storage.work import SqlUnitOfWork
from tests.storage.seeds import NOW

ITEM = Item(number=1, name="First quarter", answers=("Which theme", "From where"))
ASKED = Approval(id=0, rule="themes_of_the_year", begun_at=NOW, slot="2026-04-01", items=(ITEM,))
REMINDER = StandingNudge(
    rule="dashboard",
    slot="2026-04-06",
    recipient="ada",
    send_on=NOW.date(),
    about=Ref("case", "C-1"),
)
CAME = Intake(id=0, rule="complaints", noted_by="ada", begun_at=NOW)


async def fill_approvals(uow: SqlUnitOfWork, words: str) -> Approval:
    """Write these words into every column of an approval that people's words may stand in."""
    opened = await uow.approvals.open(ASKED)
    assert opened is not None
    item = replace(ITEM, answers=(words, words), state=ItemState.RETURNED, reason=words)
    sent = replace(opened, state=ApprovalState.RETURNED, sender="ben", link=words, items=(item,))
    return await uow.approvals.save(sent)


async def fill_standing_nudges(uow: SqlUnitOfWork, words: str) -> None:
    """The same for a standing reminder."""
    assert await uow.standing_nudges.plan(REMINDER)
    (waiting,) = await uow.standing_nudges.waiting(NOW.date() - timedelta(days=1), NOW.date())
    assert await uow.standing_nudges.sent(waiting, NOW)
    await uow.standing_nudges.tick(waiting, words, NOW)


async def fill_intake(uow: SqlUnitOfWork, words: str) -> Intake:
    """The same for something that came in."""
    begun = await uow.intake.begin(CAME)
    said = replace(begun, state=IntakeState.OPEN, received_on=NOW.date(), theme="Delay")
    return await uow.intake.save(replace(said, reference=words, lesson=words))


async def fill_asked_for(uow: SqlUnitOfWork, words: str) -> None:
    """All three of them."""
    await fill_approvals(uow, words)
    await fill_standing_nudges(uow, words)
    await fill_intake(uow, words)
