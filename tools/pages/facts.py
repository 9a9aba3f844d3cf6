"""Whatever a part of a profile says, as labelled lines; so no setting is left out of a page."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic.fields import FieldInfo

from domain.calendar.wording import say_count, say_list
from domain.frameworks.deadlines import DueRule
from domain.frameworks.follow_up import Again, Consequence
from domain.frameworks.framework import Framework
from domain.frameworks.parts import Names, Part
from domain.frameworks.sections import Cadence, Days, Hours, SameDay
from domain.frameworks.selection import EventTest, LeftOut
from domain.frameworks.wording import say_due
from tools.pages.words import say_cadence, say_event, say_key, say_limit

# What every entry has; the page shows it in its own way
COMMON = frozenset({"ref", "silence", "note", "link", "on", "key", "title", "label", "short"})
DUE_RULES = get_args(get_args(DueRule)[0])
LABELS: Mapping[str, str] = {
    "answered_by": "Answers",
    "asks": "Asks",
    "by": "By whom",
    "cadence": "When",
    "does": "What follows",
    "for_each": "For each",
    "held_by": "Who",
    "list_to": "The list goes to",
    "max_days": "Longest",
    "of": "Of whom",
    "on": "Switched on",
    "relations": "Who of the record",
    "then": "Then",
    "to": "To",
    "to_roles": "To",
    "told": "Told",
    "trigger": "Because",
    "warn_days": "Warning above",
    "with_whom": "With",
    "within": "Time",
    "year_starts": "The year begins in",
    "per": "In each",
    "spare": "Any other piece counts as",
    "final_grade": "The final grade is given by",
    "independent": "Outside the record's team and line",
    "with_worker": "Together with the worker",
    "grades_agreed_with_worker": "Agrees the grades with the worker",
    "protected_time": "Protected time in the calendar",
    "chase_days": "Reminds after",
    "skip_audited_within_months": "Passes over whoever was audited within",
    "opens_day": "Opens on day",
    "notes": "Noted",
    "left_out": "Leaves out",
    "names": "Names",
    "fresh_teams": "Teams that had no turn this year come first",
    "within_days": "Time",
    "look_back_months": "Looks back",
    "spread_over": "Spread evenly over each",
    "chosen_by": "Asks for records",
}
UNITS = (("_months", "month"), ("_days", "day"), ("_hours", "hour"), ("minutes", "minute"))
COUNTED = {"days": "After", "months": "After"}
MONTHS = frozenset({"month", "year_starts"})
QUOTED = frozenset({"sentence", "question"})

Fact = tuple[str, str]


def facts(part: Part, framework: Framework, skip: frozenset[str] = frozenset()) -> Iterator[Fact]:
    """Label and words of every setting that is not left as it is by nature."""
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if name in COMMON | skip or value in (None, "", ()) or value == field.get_default():
            continue
        said = say(value, name, field, framework)
        if said:
            yield _label(part, name), said


def say(value: Any, name: str, field: FieldInfo, framework: Framework) -> str:
    """One setting in words; ``Any`` is whatever the profile holds there."""
    if isinstance(value, Part):
        return _part(value, framework)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return month_name[int(value)] if name in MONTHS else _number(value, name)
    if isinstance(value, Mapping):
        return say_list([_pair(key, each) for key, each in value.items()])
    if isinstance(value, tuple):
        return _items(value, name, field, framework)
    return f"“{value}”" if name in QUOTED else say_key(str(value))


def _part(part: Part, framework: Framework) -> str:
    if isinstance(part, Cadence):
        return say_cadence(part)
    if isinstance(part, SameDay | Hours | Days):
        return say_limit(part)
    if isinstance(part, DUE_RULES):
        return say_due(part)
    if isinstance(part, EventTest):
        beside = f", beside the {say_key(part.as_well_as)}" if part.as_well_as else ""
        return f"{say_event(part)}{beside}"
    if isinstance(part, LeftOut):
        return f"{say_list(part.names)} in {_months(part.months)}"
    head = getattr(part, "title", "") or getattr(part, "label", "") or _kind(part)
    rest = [f"{label.lower()} {said}" for label, said in facts(part, framework, KIND)]
    return ": ".join(text for text in (head, ", ".join(rest)) if text)


KIND = frozenset({"kind", "does", "silence"})


def _kind(part: Part) -> str:
    named = getattr(part, "kind", "") or getattr(part, "does", "")
    return say_key(named) if named else ""


def _items(value: tuple[Any, ...], name: str, field: FieldInfo, framework: Framework) -> str:
    marks = [mark.what for mark in field.metadata if isinstance(mark, Names)]
    if marks == ["role"]:
        return say_list([framework.role_title(role) for role in value])
    if all(isinstance(each, Part) for each in value):
        return "; ".join(_part(each, framework) for each in value)
    if marks == ["grade"]:
        return say_list([_grade(each, framework) for each in value])
    if name == "months":
        return _months(value)
    if all(isinstance(each, int) for each in value):
        return say_list([_number(each, name) for each in value])
    words = [each if _is_text(each) else say_key(each) for each in value]
    # what holds commas or ends in a mark of its own stands apart
    long = any(re.search(r"[,.?!]", word) for word in words)
    return " · ".join(words) if long else say_list(words)


def _months(numbers: tuple[int, ...]) -> str:
    return say_list([month_name[number] for number in numbers])


def _grade(key: str, framework: Framework) -> str:
    grade = framework.grades.grade(key)
    return grade.title if grade else key


def _is_text(word: str) -> bool:
    return " " in word or word[:1].isupper()


def _pair(key: str, value: Any) -> str:
    words = say_list([say_key(each) for each in value]) if isinstance(value, tuple) else value
    return f"{words} {say_key(key)}" if isinstance(value, int) else f"{say_key(key)} by {words}"


def _number(value: float, name: str) -> str:
    if isinstance(value, float):
        return f"{value:.0%}"
    unit = next((unit for end, unit in UNITS if name.endswith(end) or f"_{name}" == end), "")
    return say_count(value, unit) if unit else str(value)


def _label(part: Part, name: str) -> str:
    if isinstance(part, Consequence | Again) and name in COUNTED:
        return COUNTED[name]
    if name in LABELS:
        return LABELS[name]
    bare = re.sub(r"_(months|days|hours)$", "", name)
    return (bare or name).replace("_", " ").capitalize()
