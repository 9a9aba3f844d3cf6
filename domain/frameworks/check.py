"""Whether a framework of the right shape also makes sense."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from domain.frameworks.calendar_sense import calendar_sense
from domain.frameworks.chosen import chosen_differently
from domain.frameworks.framework import Framework
from domain.frameworks.intake import intake_faults
from domain.frameworks.occasions import occasions
from domain.frameworks.parts import Names, Part
from domain.frameworks.passing import passing
from domain.frameworks.programme import Programme
from domain.frameworks.quota_parts import quota_parts
from domain.frameworks.reminding import reminding
from domain.frameworks.rows import ROWS, is_silence, row_fault
from domain.frameworks.sentences import did_you_mean
from domain.frameworks.spellings import unspeakable_roles
from domain.frameworks.subjects import subjects
from domain.frameworks.surveys import surveys
from domain.frameworks.timetable import timetable_faults
from domain.frameworks.walk import entries, parts

SEAT_BLANKS = frozenset({"partner", "worker"})
NOTICE_BLANKS = frozenset({"auditor"})

Check = Callable[[Framework], Iterator[str]]


def faults(framework: Framework) -> list[str]:
    """What does not make sense, each as a sentence with the line's key; empty when all does."""
    return [fault for check in CHECKS for fault in check(framework)]


def unknown_words(framework: Framework) -> Iterator[str]:
    """Roles, grades and seats that are named but not listed."""
    for place, part in parts(framework):
        for name, field in type(part).model_fields.items():
            for mark in (mark for mark in field.metadata if isinstance(mark, Names)):
                known = _listed(framework, mark.what, place)
                for word in getattr(part, name):
                    if word not in known:
                        hint = did_you_mean(word, known)
                        yield f"{place}.{name}: {word!r} is not a {mark.what} of this file{hint}"


def _listed(framework: Framework, what: str, place: str) -> frozenset[str]:
    if what == "role":
        return frozenset(framework.roles)
    if what == "grade":
        return frozenset(framework.grades.keys)
    if what == "programme":
        return frozenset(framework.programmes)
    return _seats_around(framework, place)


def _seats_around(framework: Framework, place: str) -> frozenset[str]:
    section, _, rest = place.partition(".")
    programme = framework.programmes.get(rest.partition(".")[0])
    if section != "programmes" or programme is None:
        return frozenset()
    return frozenset(seat.key for seat in programme.seats)


def nobody_runs_cycles(framework: Framework) -> Iterator[str]:
    """Without a coordinator nobody could open a cycle."""
    if not framework.coordinators:
        yield "roles: no role coordinates, so nobody could run a cycle; say coordinates = true"


def unknown_rows(framework: Framework) -> Iterator[str]:
    """References to rows and silences that there are not."""
    document = framework.document
    counted = ROWS.get(document.row_prefix, document.rows)
    if document.rows != counted:
        yield f"document.rows: {document.row_prefix} has {counted} rows, not {document.rows}"
    for place, entry in entries(framework):
        for ref in entry.ref:
            if said := row_fault(ref, document.row_prefix, counted):
                yield f"{place}.ref: {said}"
        for silence in entry.silence:
            if not is_silence(silence):
                yield f"{place}.silence: there is no {silence!r}; they run from E-01 to E-98"


def twice(framework: Framework) -> Iterator[str]:
    """Keys that two entries of one list share."""
    for place, part in parts(framework):
        for name in type(part).model_fields:
            for key, count in _keys_in(getattr(part, name)).items():
                if count > 1:
                    where = f"{place}.{name}" if place else name
                    yield f"{where}: the key {key!r} stands there {count} times"


def _keys_in(children: object) -> Counter[str]:
    if not isinstance(children, tuple):
        return Counter()
    keys = (getattr(child, "key", None) for child in children if isinstance(child, Part))
    return Counter(key for key in keys if key)


def areas(framework: Framework) -> Iterator[str]:
    """Areas that nobody could work through."""
    for place, programme in _programmes(framework):
        for index, area in enumerate(programme.areas):
            if not area.prompts:
                yield f"{place}.areas[{index}].prompts: {area.name} has no prompts"
        numbers = [area.number for area in programme.areas]
        if numbers != list(range(1, len(numbers) + 1)):
            yield f"{place}.areas: they are numbered {numbers}; count from 1 without gaps"


def grading(framework: Framework) -> Iterator[str]:
    """Programmes that grade without a scale, or that have a scale and do not say what for."""
    ranks = [grade.rank for grade in framework.grades.scale]
    if ranks != list(range(1, len(ranks) + 1)):
        yield f"grades.scale: the ranks are {ranks}; list the best first, from 1 without gaps"
    if framework.grades.on and len(ranks) < 2:
        yield "grades.scale: a scale needs two grades or more; or say on = false"
    for place, programme in _programmes(framework):
        if not programme.findings_only and not framework.grades.on:
            yield f"{place}.findings_only: the grades are off, so only findings can be captured"
        if not programme.findings_only and programme.overall is None:
            yield f"{place}.overall: a programme with grades needs its overall question"


def seats(framework: Framework) -> Iterator[str]:
    """Seats that nobody could take."""
    for place, programme in _programmes(framework):
        for index, seat in enumerate(programme.seats):
            if seat.from_pool and not seat.eligible_roles:
                yield f"{place}.seats[{index}].eligible_roles: nobody could be the {seat.label}"


def blanks(framework: Framework) -> Iterator[str]:
    """Blanks in a card's steps that nothing fills in."""
    for place, programme in _programmes(framework):
        for index, seat in enumerate(programme.seats):
            yield from _unfilled(f"{place}.seats[{index}].steps", seat.steps, SEAT_BLANKS)
        if programme.notice:
            known = NOTICE_BLANKS | {seat.key for seat in programme.seats}
            yield from _unfilled(f"{place}.notice.steps", programme.notice.steps, known)


def _unfilled(place: str, steps: tuple[str, ...], known: frozenset[str]) -> Iterator[str]:
    for blank in re.findall(r"{(.*?)}", " ".join(steps)):
        if blank not in known:
            there = ", ".join(sorted(known))
            yield f"{place}: nothing fills in {{{blank}}}; there are: {there}"


def deadlines(framework: Framework) -> Iterator[str]:
    """Deadlines that nobody could meet."""
    for place, programme in _programmes(framework):
        yield from timetable_faults(place, programme)


def _programmes(framework: Framework) -> Iterator[tuple[str, Programme]]:
    return ((f"programmes.{key}", each) for key, each in framework.programmes.items())


CHECKS: tuple[Check, ...] = (
    nobody_runs_cycles,
    unspeakable_roles,
    unknown_words,
    unknown_rows,
    chosen_differently,
    twice,
    areas,
    grading,
    seats,
    blanks,
    quota_parts,
    passing,
    reminding,
    intake_faults,
    occasions,
    calendar_sense,
    subjects,
    surveys,
    deadlines,
)
