"""Whose an action can be, and who signs it off: never who has done it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from domain.actions.action import Action
from domain.cases.case import Case
from domain.frameworks.parts import Relation
from domain.frameworks.sections import ActionRule
from domain.people.lines import managers_of
from domain.people.on_record import People, on_record
from domain.people.person import Person

LINE = "line_manager"


def owners(
    rule: ActionRule, case: Case | None, auditors: Collection[str], people: People, today: date
) -> list[str]:
    """Whom the profile names as owners: people of the record, and its auditors."""
    found = list(on_record(rule.owners, case, people)) if case else []
    if {"auditors", "everyone_in_the_audit"} & set(rule.owners):
        found += list(auditors)
    return [each for each in dict.fromkeys(found) if _here(people, each, today)]


def related(relations: tuple[Relation, ...], case: Case | None, people: People) -> list[str]:
    """People of the record by relation; nobody where it is about no record."""
    return list(on_record(relations, case, people)) if case else []


def signers(
    rule: ActionRule, action: Action, case: Case | None, people: People, today: date
) -> list[str]:
    """Who signs it off: the first who has not done it, else those who keep the tracker.

    The line manager is the owner's own, and the next one above where that is nobody here, or
    somebody who covered for the owner and did it (SEF-14). Empty where the council asks no
    sign-off.
    """
    if not rule.signed_off_by:
        return []
    return _first(_signing(rule, action, case, people), action, people, today) or keepers(
        rule, people, today, but=action.doers
    )


def deciders(
    rule: ActionRule, action: Action, case: Case | None, people: People, today: date
) -> list[str]:
    """Who decides on a later day: whoever signs off, else the owner's line manager."""
    found = signers(rule, action, case, people, today)
    above = _first(_above(action.owner, people), action, people, today)
    return found or above or keepers(rule, people, today, but=action.doers)


def keepers(
    rule: ActionRule, people: People, today: date, *, but: Collection[str] = ()
) -> list[str]:
    """Who keeps the tracker, by the profile's roles (SEF-15, HER-14)."""
    roles = frozenset(rule.kept_by)
    here = [p.id for p in people.values() if p.holds(roles) and p.here_on(today)]
    return sorted(each for each in here if each not in but)


def heir(action: Action, case: Case | None, people: People, today: date) -> str | None:
    """Who takes it on when its owner has left: the team manager, else the line above."""
    manager = related(("team_manager",), case, people)
    line = [each.id for each in _above(action.owner, people)]
    here = [e for e in (*manager, *line) if e != action.owner and _here(people, e, today)]
    return next(iter(here), None)


def _signing(
    rule: ActionRule, action: Action, case: Case | None, people: People
) -> Iterator[Person]:
    for relation in rule.signed_off_by:
        if relation != LINE:
            yield from (people[each] for each in related((relation,), case, people))
    yield from _above(action.owner, people)


def _above(owner: str, people: People) -> Iterator[Person]:
    person = people.get(owner)
    yield from managers_of(person, people) if person else ()


def _first(found: Iterator[Person], action: Action, people: People, today: date) -> list[str]:
    able = (p.id for p in found if p.id not in action.doers and _here(people, p.id, today))
    one = next(able, None)
    return [one] if one else []


def _here(people: People, person_id: str, today: date) -> bool:
    return person_id in people and people[person_id].here_on(today)
