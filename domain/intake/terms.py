"""The council's rules for what comes in, and what each needs before it counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from domain.calendar.working_days import add_months
from domain.faults import Fault
from domain.frameworks.framework import Framework
from domain.frameworks.intake import Intake as Rule
from domain.intake.intake import Intake, IntakeState
from domain.people.person import Person

MONTHS = {"month": 1, "quarter": 3}
REFERENCE = re.compile(r"^(?=.*\d)[\w./-]{1,40}$")
"""A number of another system: one word with a digit in it, so no name."""


def rule_of(framework: Framework, key: str) -> Rule:
    """The council's entry; where the file has dropped it, one that nobody notes any more."""
    known = {rule.key: rule for rule in framework.intake}
    dropped = Rule.model_construct(key=key, title="What came in", kinds=(), themes=(), noted_by=())
    return known.get(key) or dropped


def rules_for(framework: Framework, person: Person) -> tuple[Rule, ...]:
    """What the person notes, in the framework's order."""
    return tuple(r for r in framework.intake if r.on and person.holds(frozenset(r.noted_by)))


def rules_to_read(framework: Framework, person: Person, *, every: bool) -> tuple[Rule, ...]:
    """What the person may see counted; ``every`` for whoever runs cycles."""
    return tuple(
        rule
        for rule in framework.intake
        if rule.on and (every or person.holds(frozenset((*rule.noted_by, *rule.to))))
    )


def noted(one: Intake, rule: Rule, today: date, now: datetime) -> Intake:
    """As it counts from now on; raises Fault at the first thing that it lacks."""
    _check(one, rule, today)
    closed = bool(one.outcome) or not rule.outcomes
    if closed and rule.lesson == "needed" and not one.lesson:
        raise Fault("Please write what it teaches us. It is not closed without it.", field="lesson")
    state = IntakeState.CLOSED if closed else IntakeState.OPEN
    return replace(one, state=state, noted_at=one.noted_at or now)


def _check(one: Intake, rule: Rule, today: date) -> None:
    if not REFERENCE.match(one.reference):
        raise Fault(
            "Please give the reference of your own system: one word with a number in it, and "
            "nobody's name. Nothing was noted.",
            field="reference",
        )
    if one.received_on is None or one.received_on > today:
        raise Fault("Please give the day on which it came. Nothing was noted.", field="received_on")
    for key, value, offered in (("kind", one.kind, rule.kinds), ("theme", one.theme, rule.themes)):
        if value not in offered:
            raise Fault(f"Please choose its {key}. Nothing was noted.", field=key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Its first and its last day, both included."""

    first_day: date
    last_day: date


def periods(rule: Rule, today: date) -> tuple[Period, Period]:
    """The last whole period and the one that runs."""
    months = MONTHS[rule.per]
    first = add_months(today.replace(day=1), -((today.month - 1) % months))
    before = add_months(first, -months)
    return (
        Period(first_day=before, last_day=first - timedelta(days=1)),
        Period(first_day=first, last_day=add_months(first, months) - timedelta(days=1)),
    )


def counted(
    found: Iterable[Intake], what: str, spans: tuple[Period, Period]
) -> tuple[tuple[str, int, int], ...]:
    """(name, before, now) each by kind, theme or outcome; the most in both together first."""
    before, now = spans
    counts: dict[str, list[int]] = {}
    for one in found:
        name = str(getattr(one, what)) or "Not known yet"
        line = counts.setdefault(name, [0, 0])
        if one.received_on and before.first_day <= one.received_on <= before.last_day:
            line[0] += 1
        elif one.received_on and now.first_day <= one.received_on <= now.last_day:
            line[1] += 1
    lines = [(name, old, new) for name, (old, new) in counts.items()]
    return tuple(sorted(lines, key=lambda line: (-line[1] - line[2], line[0])))
