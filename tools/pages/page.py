"""One page a council: its profile as its QA manager would read it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from domain.frameworks.framework import Framework
from domain.frameworks.timing import EscalationStep
from tools.pages.facts import facts
from tools.pages.marks import sources
from tools.pages.programmes import Reader, programme_lines
from tools.pages.sections import SECTIONS, section_lines
from tools.pages.tables import all_rows, people, silences, year
from tools.pages.words import say_key, say_roles, sentence

HEAD = """\
Made by `python -m tools.framework_pages` out of `frameworks/{id}.toml`; a test fails while it is
not up to date. Numbers such as {prefix}-01 are the rows into which the council's document was
read, E-01 and the like the points that it leaves open. A row in **bold** is served: a test makes
it happen. The others are declared: the profile says it, and no test has made it happen yet.
"""


def page(
    framework: Framework, served: Collection[str], known: Mapping[str, Mapping[str, Any]]
) -> str:
    """The page's text. ``known`` says what each silence asks and its default."""
    return "\n".join(_lines(framework, served, known)).rstrip() + "\n"


def _lines(
    framework: Framework, served: Collection[str], known: Mapping[str, Mapping[str, Any]]
) -> Iterator[str]:
    document = framework.document
    yield f"# {framework.name}: {document.title}"
    yield ""
    yield HEAD.format(id=framework.id, prefix=document.row_prefix)
    yield f"{sentence(document.dating)} {document.note}".strip()
    yield ""
    yield "## The year"
    yield ""
    yield from year(framework)
    for programme in framework.programmes.values():
        yield from programme_lines(programme, Reader(framework, served))
    for name in SECTIONS:
        yield from section_lines(name, framework, served)
    yield from _timing(framework, served)
    yield from _grades(framework, served)
    yield from ("## People", "")
    yield from people(framework)
    yield from ("## What the document leaves open", "")
    yield from silences(framework, known)
    yield from ("## Every row of the document", "")
    yield from all_rows(framework, served)


def _timing(framework: Framework, served: Collection[str]) -> Iterator[str]:
    yield from ("## Reminders and lateness", "")
    steps, way_up, button = framework.nudge_steps, framework.escalation, framework.safety_button
    days = ", ".join(_day(day) for day in steps.days)
    yield f"- Reminders: {days}{sources(steps, served)}"
    hours = f"{steps.hours.begins}:00 to {steps.hours.ends}:00"
    yield f"- Told on working days from {hours}; what cannot wait at any time"
    for kind in steps.kinds:
        own = ", ".join(_day(day) for day in kind.days or steps.days)
        yield f"- {kind.kind.replace('_', ' ').capitalize()}: {own}"
    for step in way_up.steps:
        yield f"- {step.days_late} days late: {_hearers(step, framework)} hears of it"
    yield f"- What is urgent goes up at once{sources(way_up, served)}"
    off = "" if button.on else ", switched off"
    yield f"- Button “{button.label}”{off}{sources(button, served)}"
    for label, said in facts(button, framework):
        yield f"  - {label}: {said}"
    if button.note:
        yield f"  - {sentence(button.note)}"
    yield ""


def _day(day: int) -> str:
    if day == 0:
        return "on the day"
    unit = "day" if abs(day) == 1 else "days"
    return f"{abs(day)} {unit} {'before' if day < 0 else 'after'}"


def _hearers(step: EscalationStep, framework: Framework) -> str:
    names = [say_key(who) for who in step.told]
    names += [say_roles([role], framework) for role in step.roles]
    return " and ".join(names)


def _grades(framework: Framework, served: Collection[str]) -> Iterator[str]:
    grades = framework.grades
    yield from ("## Grades", "")
    yield "Findings only: no grades are given." if not grades.on else "Best first:"
    yield ""
    for grade in grades.scale:
        yield f"- **{grade.title}** ({grade.short}): {grade.meaning}"
    if grades.note:
        yield f"- {sentence(grades.note)}{sources(grades, served)}"
    yield ""
