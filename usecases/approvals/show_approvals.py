"""What the person can send, what waits for them, and what they sent."""

from __future__ import annotations

from cards.approvals.approvals import ApprovalLine, Approvals, RuleLine
from domain.approvals.approval import Approval
from domain.approvals.terms import rule_of, rules_for
from domain.calendar.wording import say_date
from domain.calendar.working_days import local_day
from domain.refs import Ref
from usecases.approvals.steps import LIST, to_decide
from usecases.showing import Look, shows


@shows(LIST)
async def show_approvals(look: Look) -> Approvals | None:
    """The reader's own; None where nothing of it concerns them."""
    if look.about.key != look.reader.id:
        return None
    rules = rules_for(look.council.framework, look.reader)
    live = await look.uow.approvals.live()
    waiting = [one for one in live if await _is_theirs(look, one)]
    sent = await look.uow.approvals.of_sender(look.reader.id)
    if not (rules or waiting or sent):
        return None
    return Approvals(
        ref=look.about,
        version=1,
        rules=tuple(
            RuleLine(ref=Ref("approval_rule", rule.key), name=rule.title) for rule in rules
        ),
        waiting=tuple(_line(look, one) for one in waiting),
        sent=tuple(_line(look, one) for one in sent),
        notice=look.notice or None,
    )


async def _is_theirs(look: Look, one: Approval) -> bool:
    return bool(await to_decide(look.uow, look.council, one, look.reader, look.today))


def _line(look: Look, one: Approval) -> ApprovalLine:
    sent_on = say_date(local_day(one.sent_at or one.begun_at))
    return ApprovalLine(
        ref=one.ref,
        version=one.version,
        name=rule_of(look.council.framework, one.rule).title,
        state=one.state.value,
        sent_on=sent_on,
    )
