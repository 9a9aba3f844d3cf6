"""What was sent, as it stands: to pass or return, or to read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from cards.approvals.approval import ApprovalCard, ItemShown
from domain.approvals.approval import Approval, Item, ItemState
from domain.approvals.terms import asks_of, decide_by, levels_of, rule_of
from domain.calendar.wording import say_date
from domain.calendar.working_days import local_day
from domain.frameworks.asked_for import Approval as Rule
from domain.people.person import Person
from usecases.approvals.steps import STORY, has_part, to_decide, told_of
from usecases.showing import Look, shows


@shows(STORY)
async def show_approval(look: Look) -> ApprovalCard | None:
    """None for a stranger, and before it is sent."""
    found = await look.uow.approvals.get(look.about.number)
    if found is None or found.sent_at is None:
        return None
    mine = await to_decide(look.uow, look.council, found, look.reader, look.today)
    if not (mine or await _reads(look, found)):
        return None
    rule, people = rule_of(look.council.framework, found.rule), await look.uow.people.all()
    sender = people.get(found.sender or "")
    return ApprovalCard(
        ref=found.ref,
        version=found.version,
        name=rule.title,
        sender=look.council.describe(sender) if sender else "Somebody who has left",
        mine=found.sender == look.reader.id,
        state=found.state.value,
        link=found.link,
        due=decide_by(_since(found, mine), look.council.calendar) if mine else None,
        items=tuple(_item(look, rule, item, people) for item in found.items),
        to_decide=tuple(mine),
        typed=look.typed.get("reason", ""),
        notice=look.notice or None,
        field=look.field,
    )


async def _reads(look: Look, found: Approval) -> bool:
    """Whoever had a part in it, was told of it, or runs cycles."""
    told = await told_of(look.uow, look.council, found, look.today)
    runs = look.council.coordinates(look.reader)
    return has_part(found, look.reader.id) or look.reader.id in told or runs


def _since(found: Approval, mine: Collection[int]) -> date:
    """The day on which it came to whoever reads it."""
    came = [i.decided_at or found.sent_at for i in found.items if i.number in mine]
    return local_day(max(moment for moment in came if moment))


def _item(look: Look, rule: Rule, item: Item, people: Mapping[str, Person]) -> ItemShown:
    return ItemShown(
        number=item.number,
        name=item.name if rule.items else "",
        answers=tuple(zip(asks_of(rule), item.answers, strict=False)),
        state=_state(look, rule, item, people),
        reason=item.reason if item.state is ItemState.RETURNED else "",
    )


def _state(look: Look, rule: Rule, item: Item, people: Mapping[str, Person]) -> str:
    """``Waits for the Assistant Director``; ``Passed by Hal Grove on 3 December``."""
    if item.state is ItemState.WAITING:
        levels = levels_of(rule)
        roles = levels[item.level] if item.level < len(levels) else ()
        named = " or ".join(look.council.framework.role_title(role) for role in roles)
        return f"Waits for: {named}"
    by = people.get(item.decided_by or "")
    who = by.name if by else "somebody who has left"
    day = f" on {say_date(local_day(item.decided_at))}" if item.decided_at else ""
    return f"{item.state.value.capitalize()} by {who}{day}"
