"""What a council's file asks of actions: their rules, their last day (E-14, E-59)."""

from __future__ import annotations

from datetime import date, timedelta

from domain.calendar.wording import say_day
from domain.faults import Fault
from domain.frameworks.framework import Framework
from domain.frameworks.programme import Programme
from domain.frameworks.sections import ActionRule


def making_rules(framework: Framework) -> list[ActionRule]:
    """The rules under which actions are made; the first is that of audits."""
    return [rule for rule in framework.actions if rule.on and rule.tracks is None]


def main_rule(framework: Framework) -> ActionRule | None:
    """The rule of what follows from audits; None where the council has none."""
    return next(iter(making_rules(framework)), None)


def adds_actions(framework: Framework, programme: Programme) -> bool:
    """Whether an audit's own people add actions to it; where it recommends, they do that."""
    return bool(making_rules(framework)) and programme.recommendations is None


def rule_of(framework: Framework, key: str) -> ActionRule:
    """The rule by its key; a bare one where the file has dropped it meanwhile."""
    found = next((rule for rule in framework.actions if rule.key == key), None)
    return found or ActionRule(key="dropped_rule", title="Actions")


def review_rule(framework: Framework, key: str) -> ActionRule | None:
    """The rule by which actions of another one are tracked (SEF-12)."""
    return next((rule for rule in framework.actions if rule.on and rule.tracks == key), None)


def last_day(rule: ActionRule, start: date) -> date | None:
    """The last day that is allowed, counted from ``start``; None without a limit."""
    return start + timedelta(days=rule.max_days) if rule.max_days else None


def check_day(rule: ActionRule, due: date, *, start: date, today: date) -> str:
    """A warning on a late day that is kept, else empty; raises Fault on a day that is not."""
    if due < today:
        raise Fault(f"{say_day(due)} has passed, so nothing was kept.", field="due")
    last = last_day(rule, start)
    if last and due > last:
        raise Fault(
            f"{say_day(due)} is after day {rule.max_days}, so nothing was kept. "
            f"The last day allowed is {say_day(last)} {last.year}.",
            field="due",
        )
    if rule.warn_days and due > start + timedelta(days=rule.warn_days):
        return f"That is more than {rule.warn_days} days away. It is kept all the same."
    return ""
