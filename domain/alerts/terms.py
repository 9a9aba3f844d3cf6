"""The council's rules for alerts: who may raise them, about what, who hears at which level."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from domain.alerts.alert import Alert
from domain.calendar.working_days import ONE_DAY, WorkingCalendar
from domain.cases.case import Case
from domain.frameworks.framework import Framework
from domain.frameworks.sections import Alert as Rule
from domain.frameworks.sections import Days, Hours
from domain.people.lines import managers_of
from domain.people.on_record import on_record
from domain.people.person import Person

REPLY_DAYS = 5  # working; what E-25 and E-52 chose, also where a document gives no time
OTHER = "Something else"
FEW_THEMES = (
    "Assessment",
    "Planning",
    "Visits and contact",
    "Recording",
    "Timeliness",
    "The child's voice",
    "Management oversight",
    "Work with partners",
    OTHER,
)
"""Themes to count by: no council's document lists any, so these are the product's (E-98)."""


def rules_for(framework: Framework, person: Person) -> tuple[Rule, ...]:
    """What the person may raise; what is for their role comes first.

    Where nobody is named, anybody may. Signposts are none of it.
    """
    may = (r for r in framework.alerts if r.on and not r.signpost)
    theirs = [r for r in may if not r.raised_by or person.holds(frozenset(r.raised_by))]
    return tuple(sorted(theirs, key=lambda rule: not rule.raised_by))


def signpost(framework: Framework) -> Rule | None:
    """The way to somebody else's form, where the council has one (SOM-63)."""
    return next((r for r in framework.alerts if r.on and r.signpost), None)


def rule_of(framework: Framework, key: str) -> Rule:
    """The council's entry; where the file has dropped it, one without levels."""
    known = {rule.key: rule for rule in framework.alerts}
    return known.get(key) or Rule(key=key, title="Alert", ref=("LEI-18",))


def level_name(rule: Rule, level: int) -> str:
    """``Informal``; ``Alert`` where the council names no levels."""
    return rule.levels[level] if level < len(rule.levels) else "Alert"


def next_level(rule: Rule, level: int) -> str:
    """The next step's name; empty after the last."""
    return rule.levels[level + 1] if level + 1 < len(rule.levels) else ""


def told_at(
    rule: Rule, level: int, case: Case | None, people: Mapping[str, Person], today: date
) -> tuple[str, ...]:
    """Who hears at a level: the record's people, and one manager more at each further level.

    Who has left hears nothing.
    """
    found = dict.fromkeys(on_record(rule.to, case, people) if case else ())
    wanted = frozenset(rule.to_roles)
    found |= dict.fromkeys(p.id for p in people.values() if p.holds(wanted))
    if case and level:
        found |= dict.fromkeys(_above(case, people)[:level])
    return tuple(one for one in found if one in people and people[one].here_on(today))


def _above(case: Case, people: Mapping[str, Person]) -> list[str]:
    """Those above the team's manager, the nearest first."""
    first = on_record(("team_manager",), case, people)
    manager = next((people[one] for one in first if one in people), None)
    return [above.id for above in managers_of(manager, people)] if manager else []


def reply_by(rule: Rule, today: date, calendar: WorkingCalendar) -> date:
    """The day by which a reply is asked for."""
    within = rule.answer_within
    if isinstance(within, Hours):
        return calendar.on_or_after(today + timedelta(hours=within.hours))
    if isinstance(within, Days) and not within.working:
        return calendar.on_or_after(today + timedelta(days=within.days))
    day = today
    for _ in range(within.days if isinstance(within, Days) else REPLY_DAYS):
        day = calendar.on_or_after(day + ONE_DAY)
    return day


def may_move_up(rule: Rule, alert: Alert) -> bool:
    """Whether there is a next step to offer."""
    return alert.running and bool(next_level(rule, alert.level))
