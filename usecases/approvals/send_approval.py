"""Write what is to be passed, and send it (COL-05, LEI-03)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from domain.approvals.approval import (
    ANSWER_LIMIT,
    LINK_LIMIT,
    Approval,
    ApprovalState,
)
from domain.approvals.deciding import sent, written
from domain.approvals.terms import approvers, asks_of, blank_items, levels_of, rule_of, whole
from domain.audits.grading import accept_words
from domain.duties import DutyState
from domain.faults import Fault, NotFoundFault
from domain.focus import Focus
from domain.frameworks.asked_for import Approval as Rule
from usecases.approvals.steps import FORM, SEND, STORY, go_on, record
from usecases.asking import Answer, Ask, verb

KEPT = "Kept. Nobody has got it yet."
WRITES = frozenset({ApprovalState.ASKED, ApprovalState.RETURNED, ApprovalState.WAITING})


@verb(subject="approval_rule", past="began to send it")
async def begin_approval(ask: Ask) -> Answer:
    """The form: the one that the calendar asked for, or a new one."""
    rule = rule_of(ask.council.framework, ask.ref.key)
    found = await _asked_for(ask, rule) or await _begun(ask, rule)
    return await _form(ask, found)


@verb(subject="approval_draft")
async def open_approval_draft(ask: Ask) -> Answer:
    """The form in place of the pressed card."""
    return await _form(ask, await _draft(ask))


@verb(subject="approval_draft", past="kept what they wrote")
async def keep_approval(ask: Ask) -> Answer:
    """Keep what was typed, for later."""
    saved = await ask.uow.approvals.save(await _typed(ask))
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=FORM, subject=saved.draft), ask.now)
    # whoever types hears what comes next instead
    notice = KEPT if ask.stands_on else ""
    return Answer(view=FORM, about=saved.draft, changed=(saved.draft,), notice=notice, line=KEPT)


@verb(subject="approval_draft", past="gave it up")
async def drop_approval(ask: Ask) -> Answer:
    """Only what nobody asked for and nobody has got; raises Fault."""
    draft = await _draft(ask)
    if draft.slot or draft.sent_at:
        raise Fault("This was asked for, so it cannot be given up. Nothing was changed.")
    dropped = replace(written(draft, {}, ""), state=ApprovalState.DROPPED)
    saved = await ask.uow.approvals.save(dropped)
    await ask.uow.focuses.clear(ask.actor.id)
    await record(ask.uow, saved, "drop_approval", ask.now, actor=ask.actor.id)
    line = "Given up. Nobody got it, and nothing of it is kept."
    return Answer(view=FORM, about=saved.draft, changed=(saved.draft,), line=line)


@verb(subject="approval_draft", past="sent it")
async def send_approval(ask: Ask) -> Answer:
    """To whoever passes it; raises Fault where an answer is missing or nobody is there."""
    typed = await _typed(ask)
    rule = rule_of(ask.council.framework, typed.rule)
    await _somebody_at_each_level(ask, rule)
    out = sent(typed, ask.actor.id, ask.now, whole=whole(rule))
    saved = await ask.uow.approvals.save(out)
    await ask.uow.focuses.clear(ask.actor.id)
    await ask.uow.duties.close(saved.draft, DutyState.DONE, ask.now, kinds=(SEND,))
    await record(ask.uow, saved, "send_approval", ask.now, actor=ask.actor.id)
    await go_on(ask.uow, ask.council, saved, ask.now, actor=ask.actor.id)
    line = "Sent. You hear of it when it has passed, or if it comes back."
    return Answer(view=STORY, about=saved.ref, changed=(saved.draft, saved.ref), line=line)


async def _somebody_at_each_level(ask: Ask, rule: Rule) -> None:
    """Raises Fault at the first level where nobody but the sender could pass it."""
    people = await ask.uow.people.all()
    for level, roles in enumerate(levels_of(rule) or ((),)):
        if not approvers(rule, level, ask.actor.id, people, ask.today):
            named = " or ".join(ask.council.framework.role_title(role) for role in roles)
            raise Fault(
                f"Nobody but you could pass this in the staff list ({named or 'no role'}), so "
                "nothing was sent. Please ask whoever keeps the list."
            )


async def _asked_for(ask: Ask, rule: Rule) -> Approval | None:
    """What waits for the person to send it."""
    live = [one for one in await ask.uow.approvals.live() if one.rule == rule.key]
    mine = [one for one in live if one.to_write and _is_mine(ask, one)]
    return mine[0] if mine else None


def _is_mine(ask: Ask, one: Approval) -> bool:
    if one.owner or one.sender:
        return ask.actor.id in {one.owner, one.sender}
    return bool(one.slot)  # asked of everybody with the role


async def _begun(ask: Ask, rule: Rule) -> Approval:
    new = Approval(
        id=0, rule=rule.key, begun_at=ask.now, owner=ask.actor.id, items=blank_items(rule)
    )
    opened = await ask.uow.approvals.open(new)
    if opened is None:
        raise NotFoundFault
    await record(ask.uow, opened, "begin_approval", ask.now, actor=ask.actor.id)
    return opened


async def _form(ask: Ask, found: Approval) -> Answer:
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=FORM, subject=found.draft), ask.now)
    return Answer(view=FORM, about=found.draft, line="Here is the form.")


async def _draft(ask: Ask) -> Approval:
    draft = await ask.uow.approvals.get(ask.ref.number)
    if draft is None:
        raise NotFoundFault
    if not (draft.to_write and draft.state in WRITES):
        raise Fault("This was sent or given up already, so nothing was changed.")
    return draft


async def _typed(ask: Ask) -> Approval:
    """The approval with what was typed; an input that did not come is empty."""
    draft = await _draft(ask)
    asks = asks_of(rule_of(ask.council.framework, draft.rule))
    answers: Mapping[int, tuple[str, ...]] = {
        item.number: tuple(
            _words(ask, f"answer_{item.number}_{n}", ANSWER_LIMIT) for n in range(1, len(asks) + 1)
        )
        for item in draft.to_write
    }
    return written(draft, answers, _words(ask, "link", LINK_LIMIT))


def _words(ask: Ask, key: str, limit: int) -> str:
    words = accept_words(key, ask.typed(key), said="text")
    if len(words) > limit:
        raise Fault(f"Please keep this to {limit:,} characters.", field=key)
    return words
