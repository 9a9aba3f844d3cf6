"""How approvals are found, and who stands how to them; a stranger learns nothing of any."""

from __future__ import annotations

from domain.approvals.approval import Approval, ApprovalState
from domain.approvals.terms import rule_of, rules_for
from domain.permissions.relations import Relation
from domain.refs import Ref
from usecases.approvals.steps import FORM, LIST, STORY, has_part, to_decide, told_of, writes
from usecases.asking import Ask, Subject, subject


@subject("approval_rule")
async def find_rule(ask: Ask) -> Subject | None:
    """An entry of the council's file, for those who send it."""
    known = {rule.key for rule in ask.council.framework.approvals if rule.on}
    if ask.ref.key not in known:
        return None
    mine = ask.ref.key in {rule.key for rule in rules_for(ask.council.framework, ask.actor)}
    return Subject(
        version=1,
        relations=frozenset({Relation.COLLEAGUE} | ({Relation.HOLDER} if mine else set())),
        view=LIST,
        about=Ref("person", ask.actor.id),
        what="What you send",
    )


@subject("approval_draft")
async def find_draft(ask: Ask) -> Subject | None:
    """The form, for whoever sends it; nobody else sees it."""
    found = await ask.uow.approvals.get(ask.ref.number)
    if found is None:
        return None
    writing = bool(found.to_write)
    mine = await writes(ask.uow, ask.council, found, ask.actor, ask.today)
    return Subject(
        version=found.version,
        relations=frozenset({Relation.COLLEAGUE} | ({Relation.HOLDER} if mine else set())),
        view=FORM if writing or found.state is ApprovalState.DROPPED else STORY,
        about=found.draft if writing else found.ref,
        what="What you were writing" if mine else "That",
        kept=kept(found) if mine else {},
    )


def kept(found: Approval) -> dict[str, str]:
    """What is saved, by the name of its input."""
    texts = {
        f"answer_{item.number}_{n}": words
        for item in found.items
        for n, words in enumerate(item.answers, 1)
    }
    return texts | {"link": found.link}


@subject("approval")
async def find_approval(ask: Ask) -> Subject | None:
    """The card: to decide on for those whose turn it is, to read for all who have a part."""
    found = await ask.uow.approvals.get(ask.ref.number)
    if found is None or found.sent_at is None:
        return None
    relations = {Relation.COLLEAGUE}
    if await to_decide(ask.uow, ask.council, found, ask.actor, ask.today):
        relations.add(Relation.HOLDER)
    told = await told_of(ask.uow, ask.council, found, ask.today)
    if has_part(found, ask.actor.id) or ask.actor.id in told:
        relations.add(Relation.TOLD)
    return Subject(
        version=found.version,
        relations=frozenset(relations),
        view=STORY,
        about=found.ref,
        what=rule_of(ask.council.framework, found.rule).title if len(relations) > 1 else "That",
    )
