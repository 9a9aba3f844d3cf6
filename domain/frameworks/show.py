"""A framework as a page of text, for `framework show`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from domain.calendar.wording import say_count, say_list
from domain.frameworks.framework import Framework
from domain.frameworks.moderation import ModerationRules
from domain.frameworks.parts import Entry, KeyedEntry
from domain.frameworks.programme import Programme
from domain.frameworks.seats import SeatRule
from domain.frameworks.selection import SelectionRule
from domain.frameworks.wording import say_cycle, say_due, say_number

WIDTH = 96
SECTIONS = (
    "immediate_responses",
    "incidents",
    "actions",
    "feedback",
    "nominations",
    "observations",
    "alerts",
    "intake",
    "quotas",
    "activities",
    "approvals",
    "reports",
    "nudges",
)


def show(framework: Framework) -> str:
    """The whole profile; every line says the rows and silences that it rests on."""
    return "\n".join(_lines(framework)) + "\n"


def _lines(framework: Framework) -> Iterator[str]:
    document = framework.document
    yield from _head(f"{framework.name}: {document.title}", "=")
    yield f"{document.dating}. {document.rows} rows, {document.row_prefix}-01 onward."
    yield from _roles(framework)
    yield from _grades(framework)
    for programme in framework.programmes.values():
        yield from _programme(programme, framework)
    yield from _timing(framework)
    for section in SECTIONS:
        yield from _section(section, getattr(framework, section))


def _roles(framework: Framework) -> Iterator[str]:
    yield from _head("Roles")
    for role in framework.roles.values():
        marks = ["runs cycles"] * role.coordinates + ["senior"] * role.senior
        yield f"  {role.title} ({role.short}){': ' + say_list(marks) if marks else ''}"


def _grades(framework: Framework) -> Iterator[str]:
    grades = framework.grades
    yield from _head("Grades" if grades.on else "Grades (off: findings only)")
    yield from _wrapped([f"{g.label} ({g.short}): {g.meaning}" for g in grades.scale])
    yield from _basis(grades)


def _programme(programme: Programme, framework: Framework) -> Iterator[str]:
    yield from _head(f"{programme.title} [{programme.key}]{_sources(programme)}")
    yield f"  Cycle: {say_cycle(programme.cycle)}"
    drawn = programme.selection
    chosen = (
        f"{say_number(drawn.count, _noun(drawn))}, chosen {_chosen(drawn.kind)}{_sources(drawn)}"
    )
    yield from _wrapped([f"{_noun(drawn).capitalize()}s: {chosen}"])
    if drawn.services:
        yield from _wrapped([f"Services: {say_list(drawn.services)}"])
    if programme.look_back_months:
        yield f"  Looks back {say_count(programme.look_back_months, 'month')}"
    for seat in programme.seats:
        yield from _wrapped([_seat(seat, framework)])
    if programme.excuses:
        excused = "Auditors are excused all other audits of that month"
        yield from _wrapped([f"{excused}{_sources(programme.excuses)}"])
    yield from _talks(programme)
    yield from _areas(programme)
    if programme.moderation:
        yield from _moderation(programme.moderation, framework)
    for rule in programme.follow_up:
        does = say_list([then.does.replace("_", "-") for then in rule.then])
        yield from _wrapped([f"{rule.title}: {does}{_sources(rule)}"])
    if found := programme.recommendations:
        roles = say_list([framework.role_short(role) for role in found.signed_off_by], "or")
        yield from _wrapped([f"Recommendations: signed off by {roles}{_sources(found)}"])
    yield from _basis(programme)


def _noun(rule: SelectionRule) -> str:
    """What is chosen: a sample is made of records."""
    return "record" if rule.subject == "sample" else rule.subject


def _chosen(kind: str) -> str:
    ways = {"random": "at random", "by_hand": "by hand", "event": "by what happens to it"}
    return ways.get(kind, "by the auditor")


def _seat(seat: SeatRule, framework: Framework) -> str:
    roles = say_list([framework.role_short(role) for role in seat.eligible_roles], "or")
    who = roles if seat.by_design is None else f"{seat.by_design.replace('_', ' ')} ({roles})"
    apart = "outside the case" if seat.independent else "may stand in the line of the case"
    return f"{seat.label.capitalize()}: {who}, {apart}; due {say_due(seat.due)}{_sources(seat)}"


def _talks(programme: Programme) -> Iterator[str]:
    for talk in programme.conversations:
        least = f", at least {talk.minutes} minutes" if talk.minutes else ""
        yield from _wrapped([f"{talk.title}{least}{_sources(talk)}"])
    if programme.notice:
        told = say_list([who.replace("_", " ") for who in programme.notice.to])
        yield from _wrapped([f"Told beforehand: {told}{_sources(programme.notice)}"])
    if programme.family:
        asked = programme.family.consent.replace("_", " ")
        yield from _wrapped([f"Family: consent {asked}{_sources(programme.family)}"])
    if programme.new_auditors:
        helped = f"fewer than {programme.new_auditors.fewer_than} audits"
        yield from _wrapped([f"New auditors: {helped}{_sources(programme.new_auditors)}"])


def _areas(programme: Programme) -> Iterator[str]:
    for area in programme.areas:
        prompts = say_count(len(area.prompts), "prompt")
        yield f"  {area.number} · {area.name}: {prompts}{_sources(area)}"


def _moderation(rules: ModerationRules, framework: Framework) -> Iterator[str]:
    yield f"  Moderation: due {say_due(rules.due)}{_sources(rules)}"
    for draw in rules.draws:
        yield from _wrapped([f"because: {draw.title}{_sources(draw)}"], deeper=2)
    for seat in rules.panel:
        roles = say_list([framework.role_short(role) for role in seat.roles], "or")
        yield from _wrapped([f"{seat.label}: {roles}{_sources(seat)}"], deeper=2)


def _timing(framework: Framework) -> Iterator[str]:
    yield from _head("Reminders")
    days = say_list([f"{day:+d}" if day else "0" for day in framework.nudge_steps.days])
    yield f"  Days from the due day: {days}{_sources(framework.nudge_steps)}"
    for kind in framework.nudge_steps.kinds:
        own = say_list([f"{day:+d}" if day else "0" for day in kind.days or ()])
        yield f"  {kind.kind.replace('_', ' ')}: {own or 'as above'}"
    for step in framework.escalation.steps:
        told = say_list([name.replace("_", " ") for name in (*step.told, *step.roles)])
        late = say_count(step.days_late, "day")
        yield f"  {late} late: {told} hears of it{_sources(framework.escalation)}"
    button = framework.safety_button
    yield f'  "{button.label}" button: {"on" if button.on else "off"}{_sources(button)}'


def _section(name: str, entries: tuple[KeyedEntry, ...]) -> Iterator[str]:
    if not entries:
        return
    yield from _head(name.replace("_", " ").capitalize())
    for entry in entries:
        off = "" if entry.on else " (off)"
        yield from _wrapped([f"{entry.title}{off}{_sources(entry)}"])


def _basis(entry: Entry) -> Iterator[str]:
    if entry.note:
        yield from _wrapped([entry.note])


def _sources(entry: Entry) -> str:
    named = ", ".join((*entry.ref, *entry.silence))
    return f" [{named}]" if named else ""


def _head(text: str, line: str = "-") -> Iterator[str]:
    if line == "-":
        yield ""
    yield text
    yield line * len(text)


def _wrapped(texts: Iterable[str], *, deeper: int = 0) -> Iterator[str]:
    indent = " " * (2 + deeper)
    for text in texts:
        yield from textwrap.wrap(
            text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  "
        )
