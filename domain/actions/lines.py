"""A line of an action plan: ``Wes Tarn: hold a strategy meeting by 5 December``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.actions.days import read_day
from domain.actions.naming import by_name
from domain.faults import Fault
from domain.people.person import Person

_BULLET = re.compile(r"^\s*(?:[-*\u2022]|\d{1,2}[.)])\s+")
_BY = re.compile(
    r"^(?P<rest>.+?)[,;]?\s+\(?(?:by|due|until)\s+(?P<day>[^()]{3,25})\)?\.?$", re.IGNORECASE
)
_BEFORE = re.compile(r"^(?P<name>[^\d:]{3,40}):\s*(?P<rest>.+)$")
_AFTER = re.compile(r"^(?P<rest>.+?)\s*\((?P<name>[^()]{3,40})\)\.?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """What is to be done; ``owner`` and ``due`` where the line names them."""

    what: str
    owner: str | None = None
    due: date | None = None


def read_line(text: str, people: Iterable[Person], today: date) -> PlanLine:
    """The line taken apart; what cannot be told apart stays in the words."""
    rest = " ".join(_BULLET.sub("", text).split())
    due: date | None = None
    if (by := _BY.match(rest)) and (due := read_day(by["day"], today)):
        rest = by["rest"]
    known = list(people)
    for pattern in (_BEFORE, _AFTER):
        found = pattern.match(rest)
        owner = _named(found["name"], known, today) if found else None
        if found and owner:
            return PlanLine(what=found["rest"], owner=owner, due=due)
    return PlanLine(what=rest, due=due)


def _named(name: str, people: list[Person], today: date) -> str | None:
    try:
        return by_name(name, people, today).id
    except Fault:
        return None
