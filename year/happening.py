"""What somebody says to the bot of their own accord, and when."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from domain.frameworks.framework import Framework
from domain.people.person import Person
from year.council import Folk


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Somebody types something on a day, and works with the card that answers."""

    day: date
    person: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What happenings are made from: the council, and the working days of the year."""

    framework: Framework
    folk: Folk
    days: Sequence[date]
    draw: Random


Happening = Callable[[Scene], Iterable[Said]]

_HAPPENINGS: list[Happening] = []


def happening(plan: Happening) -> Happening:
    """Make a function a source of what people say in the year."""
    _HAPPENINGS.append(plan)
    return plan


@cache
def happenings() -> Sequence[Happening]:
    """Every source, file by file."""
    package = importlib.import_module("year.happenings")
    for module in pkgutil.iter_modules(package.__path__, "year.happenings."):
        importlib.import_module(module.name)
    return tuple(_HAPPENINGS)


def said_in(scene: Scene) -> dict[date, list[Said]]:
    """Everything that is said, by its day; whoever is away then says it when they are back."""
    found: dict[date, list[Said]] = {}
    people = {one.id: one for one in scene.folk.people}
    for plan in happenings():
        for said in plan(scene):
            found.setdefault(_here(people[said.person], said.day, scene.days), []).append(said)
    return found


def _here(person: Person, day: date, days: Sequence[date]) -> date:
    later = (one for one in days if one >= day and not person.absence_on(one))
    return next(later, day)
