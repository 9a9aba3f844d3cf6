"""Pass what was sent, item by item or all of it, or return it with the reason."""

from __future__ import annotations

from collections.abc import Collection

from domain.approvals.approval import ANSWER_LIMIT, Approval, ApprovalState
from domain.approvals.deciding import passed, returned
from domain.approvals.terms import levels_of, rule_of
from domain.audits.grading import accept_words
from domain.calendar.wording import say_count
from domain.faults import Fault, NotFoundFault
from domain.focus import Focus
from usecases.approvals.steps import STORY, go_on, record, to_decide
from usecases.asking import Answer, Ask, verb

ALL = "all"


@verb(subject="approval")
async def open_approval(ask: Ask) -> Answer:
    """The card in place of the pressed one."""
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=STORY, subject=ask.ref), ask.now)
    return Answer(view=STORY, about=ask.ref, line="Here it is.")


@verb(subject="approval", past="passed it")
async def pass_approval(ask: Ask) -> Answer:
    """The item that was chosen, or everything that waits for this person."""
    approval = await _found(ask)
    numbers = await _chosen(ask, approval)
    levels = len(levels_of(rule_of(ask.council.framework, approval.rule)))
    out = passed(approval, numbers, ask.actor.id, ask.now, levels=levels)
    said = "Passed." if out.state is ApprovalState.PASSED else _still(out)
    return await _decided(ask, out, "pass_approval", said)


@verb(subject="approval", past="returned it")
async def return_approval(ask: Ask) -> Answer:
    """It goes back to whoever sent it, with the reason; raises Fault without one."""
    approval = await _found(ask)
    numbers = await _chosen(ask, approval)
    reason = accept_words("reason", ask.typed("reason"), said="reason")
    if not reason:
        raise Fault("Please say what should change. Nothing was returned.", field="reason")
    if len(reason) > ANSWER_LIMIT:
        raise Fault(f"Please keep this to {ANSWER_LIMIT:,} characters.", field="reason")
    out = returned(approval, numbers, ask.actor.id, reason, ask.now)
    return await _decided(ask, out, "return_approval", "Returned, with your reason.")


async def _decided(ask: Ask, out: Approval, action: str, line: str) -> Answer:
    saved = await ask.uow.approvals.save(out)
    await record(ask.uow, saved, action, ask.now, actor=ask.actor.id)
    await go_on(ask.uow, ask.council, saved, ask.now, actor=ask.actor.id)
    return Answer(view=STORY, about=saved.ref, changed=(saved.ref, saved.draft), line=line)


async def _found(ask: Ask) -> Approval:
    approval = await ask.uow.approvals.get(ask.ref.number)
    if approval is None:
        raise NotFoundFault
    return approval


async def _chosen(ask: Ask, approval: Approval) -> Collection[int]:
    """The numbers that the press is about; raises Fault where none of them is the person's."""
    theirs = await to_decide(ask.uow, ask.council, approval, ask.actor, ask.today)
    said = ask.typed("item") or ALL
    numbers = theirs if said == ALL else [number for number in theirs if str(number) == said]
    if not numbers:
        raise Fault("That does not wait for you, so nothing was changed.", field="item")
    return numbers


def _still(out: Approval) -> str:
    return f"Passed here. {say_count(len(out.waiting), 'item')} still to be passed."
