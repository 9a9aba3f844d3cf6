"""Parts of a profile in words."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterable

from domain.calendar.wording import say_count, say_list
from domain.frameworks.deadlines import DaysAfterAllocation, DueRule
from domain.frameworks.framework import Framework
from domain.frameworks.programme import Programme
from domain.frameworks.sections import Cadence, Days, Hours, SameDay
from domain.frameworks.selection import EventTest
from domain.frameworks.wording import say_cycle, say_due

# How people say who somebody is to a record, or how a record is chosen
PLAIN = {
    "iro": "the reviewing officer",
    "cp_chair": "the child protection chair",
    "auditors": "the auditors",
    "everyone_in_the_audit": "everybody in the audit",
    "case_team_manager": "the team manager of the record",
    "case_line_manager": "the worker's line manager",
    "case_iro": "the child's reviewing officer",
    "case_cp_chair": "the child's conference chair",
    "by_hand": "by people",
    "by_auditor": "by whoever audits",
    "random": "at random, by a seed that is kept",
    "event": "by what happens to it",
    "worker_first": "the worker asks first",
    "at_start": "asked at the start of the talk",
    "no_set_time": "any time",
    "re_audit": "re-audit",
    "moderator_keeps_both": "the moderator, and both grades are kept",
    "moderator": "the moderator",
    "panel": "the panel",
}
EVENTS = {
    "repeat_plan": "a child has a child protection plan again",
    "third_plan": "a child has a third child protection plan",
    "becomes_looked_after": "a child becomes looked after",
    "home_ends": "a permanent home ends",
    "conference_held": "a conference was held",
    "record_closes": "a record closes",
    "concern": "somebody has a concern",
}
PERSONAL = ("worker", "team_manager", "line_manager", "service_manager", "head_of_service")


def say_key(key: str) -> str:
    """A word of the file as people would say it: ``the worker``, ``by hand``, ``half year``."""
    if key in PERSONAL:
        return f"the {key.replace('_', ' ')}"
    return PLAIN.get(key, key.replace("_", " "))


def say_event(event: EventTest) -> str:
    """``a child becomes looked after``."""
    said = EVENTS[event.kind]
    if event.within_months:
        said += f" within {say_count(event.within_months, 'month')} of the last one's end"
    return said


def say_when(programme: Programme) -> str:
    """What opens a programme: the calendar, an event or a person."""
    event = programme.selection.event
    return f"when {say_event(event)}" if event else say_cycle(programme.cycle)


def say_roles(roles: Iterable[str], framework: Framework, joint: str = "and") -> str:
    """The titles of roles: ``Team Manager and Service Manager``."""
    return say_list([framework.role_title(role) for role in roles], joint)


def say_cadence(cadence: Cadence) -> str:
    """``each quarter, in January, April, July and October, by the last working day``."""
    said = [_period(cadence)] if cadence.every else []
    if cadence.months:
        said.append(f"in {say_list([month_name[month] for month in cadence.months])}")
    if cadence.event:
        said.append(_event(cadence))
    if cadence.due:
        said.append(_due(cadence.due, on_event=bool(cadence.event)))
    return ", ".join(said) or "when it comes up"


def _due(rule: DueRule, *, on_event: bool) -> str:
    if on_event and isinstance(rule, DaysAfterAllocation):
        return f"within {say_count(rule.days, 'day')}"
    return f"by {say_due(rule)}"


def _period(cadence: Cadence) -> str:
    period = (cadence.every or "").replace("_", " ")
    often = f"every {cadence.interval} {period}s" if cadence.interval > 1 else f"each {period}"
    if cadence.times == 1:
        return often
    return f"{'twice' if cadence.times == 2 else say_count(cadence.times, 'time')} {often}"


def _event(cadence: Cadence) -> str:
    event = cadence.event[:1].lower() + cadence.event[1:]
    if cadence.days_before:
        return f"{say_count(cadence.days_before, 'day')} before {event}"
    return event


def say_limit(limit: SameDay | Hours | Days) -> str:
    """``the same day, by 23:59``, ``24 hours``, ``5 working days``."""
    match limit:
        case SameDay():
            return "the same day, by 23:59"
        case Hours():
            return say_count(limit.hours, "hour")
        case Days():
            return say_count(limit.days, "working day" if limit.working else "day")


def sentence(text: str) -> str:
    """The text with a capital at its start and a full stop at its end."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text[-1:] in ".?!" else ".")
