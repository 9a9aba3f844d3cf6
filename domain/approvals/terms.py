"""The council's rules for approvals: who sends what, who passes it at which level, by when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from domain.approvals.approval import Item
from domain.calendar.working_days import ONE_DAY, WorkingCalendar
from domain.frameworks.asked_for import Approval as Rule
from domain.frameworks.framework import Framework
from domain.people.lines import first_above
from domain.people.person import Person

DECIDED_WITHIN = 5  # working days, as a reply to an alert; no document says (E-98)
ANYTHING = "What is to be passed?"


def rule_of(framework: Framework, key: str) -> Rule:
    """The council's entry; where the file has dropped it, one that nobody sends any more."""
    known = {rule.key: rule for rule in framework.approvals}
    return known.get(key) or Rule(key=key, title="Approval", ref=("E-98",))


def rules_for(framework: Framework, person: Person) -> tuple[Rule, ...]:
    """What the person may send, in the framework's order."""
    return tuple(r for r in framework.approvals if r.on and person.holds(frozenset(r.sent_by)))


def asks_of(rule: Rule) -> tuple[str, ...]:
    """What is asked of each item."""
    return rule.asks or (ANYTHING,)


def blank_items(rule: Rule) -> tuple[Item, ...]:
    """The items before anything is written; what has none is its own only item."""
    names = rule.items or (rule.title,)
    return tuple(Item(number=number, name=name) for number, name in enumerate(names, 1))


def whole(rule: Rule) -> bool:
    """Whether every item must be sent at once: where the calendar asks for them (LEI-03)."""
    return bool(rule.cadence and (rule.cadence.every or rule.cadence.months))


def levels_of(rule: Rule) -> tuple[tuple[str, ...], ...]:
    """The roles of each level; one person of a level is enough."""
    found = (rule.approved_by, rule.then_approved_by)
    return tuple(roles for roles in found if roles)


def senders(rule: Rule, people: Mapping[str, Person], today: date) -> list[Person]:
    """Everybody here who sends it, by id."""
    wanted = frozenset(rule.sent_by)
    here = (p for p in people.values() if p.holds(wanted) and p.here_on(today))
    return sorted(here, key=lambda person: person.id)


def approvers(
    rule: Rule, level: int, sender: str, people: Mapping[str, Person], today: date
) -> list[Person]:
    """Who passes it at a level, by id: the sender's own line where it has the role, else all.

    Nobody passes what they sent themselves.
    """
    roles = frozenset(levels_of(rule)[level]) if level < len(levels_of(rule)) else frozenset()
    sent_by = people.get(sender)
    above = first_above(sent_by, roles, people) if sent_by else None
    if above is not None and above.here_on(today):
        return [above]
    here = (p for p in people.values() if p.holds(roles) and p.here_on(today) and p.id != sender)
    return sorted(here, key=lambda person: person.id)


def decide_by(today: date, calendar: WorkingCalendar) -> date:
    """The day by which it is to be passed or returned."""
    day = calendar.on_or_after(today)
    for _ in range(DECIDED_WITHIN):
        day = calendar.on_or_after(day + ONE_DAY)
    return day
