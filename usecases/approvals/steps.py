"""What every step of an approval shares: names of things, the trail, telling people."""

from __future__ import annotations

from datetime import date, datetime

from domain.approvals.approval import Approval, ApprovalState, ItemState
from domain.approvals.terms import approvers, decide_by, rule_of, senders
from domain.calendar.working_days import end_of_day, local_day
from domain.duties import DutyState, NewDuty
from domain.people.person import Person
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell
from usecases.standing import stands_for

ACTOR = "practice-loop"
SEND, DECIDE = "send_for_approval", "decide_approval"
FORM, STORY, LIST = "approval_form", "approval", "approvals"


async def record(
    uow: UnitOfWork, approval: Approval, action: str, now: datetime, *, actor: str = ACTOR
) -> None:
    """A line in the trail: states and numbers, never what somebody wrote."""
    items = " ".join(f"{item.number}:{item.state}:{item.level}" for item in approval.items)
    details: dict[str, str | int | None] = {
        "version": approval.version,
        "state": str(approval.state),
        "items": items,
    }
    await uow.trail.record(approval.ref, action, actor=actor, now=now, details=details)


async def ask_to_send(
    uow: UnitOfWork, council: Council, approval: Approval, now: datetime, *, once: str, due: date
) -> None:
    """Whoever sends it gets the form and a duty; each of them where anybody may."""
    for person_id in await writers(uow, council, approval, local_day(now)):
        duty = NewDuty(kind=SEND, subject=approval.draft, holder=person_id, due_at=end_of_day(due))
        await uow.duties.open(duty, now)
        await tell(uow, FORM, approval.draft, person_id, now=now, once=once)


async def writers(uow: UnitOfWork, council: Council, approval: Approval, today: date) -> list[str]:
    """Who writes and sends it, by id: whoever has it, or else everybody who sends such things."""
    people = await uow.people.all()
    for one in (approval.sender, approval.owner):
        if one and one in people and people[one].here_on(today):
            return [one]
    rule = rule_of(council.framework, approval.rule)
    return [person.id for person in senders(rule, people, today)]


async def writes(
    uow: UnitOfWork, council: Council, approval: Approval, person: Person, today: date
) -> bool:
    """Whether the person, or somebody whom they cover, writes and sends it."""
    theirs = await writers(uow, council, approval, today)
    return any([await stands_for(uow, person, one, today) for one in theirs])


async def deciders(
    uow: UnitOfWork, council: Council, approval: Approval, today: date
) -> dict[str, Person]:
    """Who can pass or return something of it now, by id."""
    rule, people = rule_of(council.framework, approval.rule), await uow.people.all()
    found: dict[str, Person] = {}
    for level in sorted({item.level for item in approval.waiting}):
        theirs = approvers(rule, level, approval.sender or "", people, today)
        found |= {person.id: person for person in theirs}
    return found


async def to_decide(
    uow: UnitOfWork, council: Council, approval: Approval, person: Person, today: date
) -> list[int]:
    """The numbers of the items that the person, or whom they cover, can pass or return now."""
    if person.id == approval.sender:
        return []
    rule, people = rule_of(council.framework, approval.rule), await uow.people.all()
    found = []
    for item in approval.waiting:
        level = approvers(rule, item.level, approval.sender or "", people, today)
        stands = [await stands_for(uow, person, one.id, today) for one in level]
        found += [item.number] * any(stands)
    return found


async def go_on(
    uow: UnitOfWork, council: Council, approval: Approval, now: datetime, *, actor: str
) -> None:
    """After a step: whose turn it is gets the card and the duty, whose turn it was loses it."""
    await uow.duties.close(approval.ref, DutyState.DONE, now, kinds=(DECIDE,))
    today = local_day(now)
    due = decide_by(today, council.calendar)
    for person_id in await deciders(uow, council, approval, today):
        duty = NewDuty(kind=DECIDE, subject=approval.ref, holder=person_id, due_at=end_of_day(due))
        await uow.duties.open(duty, now)
        if person_id != actor:
            await tell(uow, STORY, approval.ref, person_id, now=now, once=_turn(approval))
    if approval.state is ApprovalState.RETURNED:
        once = f"returned {approval.version}"
        await ask_to_send(uow, council, approval, now, once=once, due=due)
    if approval.state is ApprovalState.PASSED:
        await _tell_of_passed(uow, council, approval, now)


def _turn(approval: Approval) -> str:
    """One card a level and sending; what comes after it updates that card."""
    level = max((item.level for item in approval.waiting), default=0)
    return f"level {level} sent {approval.sent_at:%Y-%m-%d %H:%M:%S}"


async def _tell_of_passed(
    uow: UnitOfWork, council: Council, approval: Approval, now: datetime
) -> None:
    """The sender, and everybody whom the rule names."""
    told = await told_of(uow, council, approval, local_day(now))
    for person_id in dict.fromkeys([approval.sender or "", *sorted(told)]):
        if person_id:
            await tell(uow, STORY, approval.ref, person_id, now=now, once="passed")


async def told_of(
    uow: UnitOfWork, council: Council, approval: Approval, today: date
) -> frozenset[str]:
    """Who hears of it once it has passed; nobody before."""
    if approval.state is not ApprovalState.PASSED:
        return frozenset()
    wanted = frozenset(rule_of(council.framework, approval.rule).told)
    people = (await uow.people.all()).values()
    return frozenset(p.id for p in people if p.holds(wanted) and p.here_on(today))


def has_part(approval: Approval, person_id: str) -> bool:
    """Whether the person sent it or decided something of it."""
    decided = {item.decided_by for item in approval.items if item.state is not ItemState.OPEN}
    return person_id in {approval.sender, *decided}
