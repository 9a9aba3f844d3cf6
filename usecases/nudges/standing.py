"""Standing reminders go out: on days of the calendar, and after the findings of an audit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.audits.outcome import Outcome
from domain.calendar.working_days import local_day
from domain.cases.case import Case
from domain.frameworks.asked_for import Nudge
from domain.nudges.recipients import works_next
from domain.nudges.standing import StandingNudge, day_of, next_day, rule_of, too_late
from domain.people.on_record import on_record
from domain.people.person import Person
from domain.refs import Ref
from usecases.audits.excusing import exempt_between
from usecases.audits.occasions import on_final
from usecases.audits.scene import Scene
from usecases.council import Council
from usecases.nudges.quiet import is_quiet
from usecases.ports import UnitOfWork
from usecases.showing import tell

CARD = "standing_nudge"
HELD = timedelta(days=60)  # the longest that leave holds anything back


@dataclass(frozen=True, slots=True)
class Day:
    """One run of the tick: its moment, and everybody by id."""

    uow: UnitOfWork
    council: Council
    people: Mapping[str, Person]
    now: datetime

    @property
    def today(self) -> date:
        """The day in London."""
        return local_day(self.now)


async def send_standing_nudges(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Send what is due, from nine until six on working days; gives how many. The caller commits.

    Each step of each is there once for a person for ever, whichever replica looks.
    """
    rules = [rule for rule in council.framework.nudges if rule.on]
    if not rules or is_quiet(council, now):
        return 0
    day = Day(uow, council, await uow.people.all(), now)
    for rule in rules:
        await _plan(day, rule)
    excused = await exempt_between(uow, council, day.today, day.today)
    waiting = await uow.standing_nudges.waiting(day.today - HELD, day.today)
    return sum([await _send(day, one) for one in waiting if one.recipient not in excused])


async def _plan(day: Day, rule: Nudge) -> None:
    """For everybody with one of the roles, once a period."""
    sends_on = day_of(rule.cadence, day.today, day.council.calendar)
    if sends_on is None or not rule.to:
        return
    wanted, slot = frozenset(rule.to), sends_on.isoformat()
    known = await day.uow.standing_nudges.planned(rule.key, slot)
    for person in day.people.values():
        if person.holds(wanted) and person.here_on(day.today) and person.id not in known:
            new = StandingNudge(rule=rule.key, slot=slot, recipient=person.id, send_on=sends_on)
            await day.uow.standing_nudges.plan(new)


@on_final
async def remind_after_findings(
    uow: UnitOfWork, scene: Scene, outcome: Outcome, now: datetime
) -> None:
    """What was found is to be talked about: in so many days, and until it is ticked (LEI-50)."""
    del outcome
    rules = [r for r in scene.council.framework.nudges if r.on and r.after == "findings"]
    if not rules:
        return
    day = Day(uow, scene.council, await uow.people.all(), now)
    for rule in rules:
        sends_on = day.today + timedelta(days=rule.days_after)
        await _plan_of_record(day, rule, scene.case, f"audit-{scene.audit.id}", sends_on)


async def _plan_of_record(day: Day, rule: Nudge, case: Case, slot: str, sends_on: date) -> None:
    found: Iterable[str] = on_record(rule.relations, case, day.people)
    for person_id in found:
        new = StandingNudge(
            rule=rule.key,
            slot=slot,
            recipient=person_id,
            send_on=day.council.calendar.on_or_after(sends_on),
            about=Ref("case", case.ref),
        )
        await day.uow.standing_nudges.plan(new)


async def _send(day: Day, one: StandingNudge) -> int:
    """Send it to whoever works today; leave and days off hold it back."""
    rule, person = rule_of(day.council.framework, one.rule), day.people.get(one.recipient)
    if rule is None or person is None or not person.here_on(day.today):
        return 0
    works = works_next(person, day.today, day.council.calendar) == day.today
    if too_late(rule, one, day.today) or not works:
        return 0
    if not await day.uow.standing_nudges.sent(one, day.now):
        return 0
    await tell(day.uow, CARD, one.ref, one.recipient, now=day.now, once="sent")
    await _plan_again(day, rule, one)
    return 1


async def _plan_again(day: Day, rule: Nudge, one: StandingNudge) -> None:
    sends_on = next_day(rule, day.today, day.council.calendar)
    if sends_on is None:
        return
    again = StandingNudge(
        rule=one.rule,
        slot=one.slot,
        step=one.step + 1,
        recipient=one.recipient,
        send_on=sends_on,
        about=one.about,
    )
    await day.uow.standing_nudges.plan(again)
