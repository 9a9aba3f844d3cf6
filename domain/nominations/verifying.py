"""Who verifies: one who holds the council's role and stands apart from it (SOM-19, E-18, E-83)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.framework import Framework
from domain.frameworks.sections import Nomination as Rule
from domain.nominations.nomination import Nomination, NoteKind
from domain.people.lines import manages
from domain.people.person import Person

WITHIN_DAYS = 14  # where a document gives no time, what E-83 chose for one that gives none
REMEMBERED = timedelta(days=365)  # an older one is no reason not to nominate again


def rules_for(framework: Framework, person: Person) -> tuple[Rule, ...]:
    """What the person may nominate for: what is open to everybody first."""
    may = [
        rule
        for rule in framework.nominations
        if rule.on and rule.verified_by and (not rule.by or person.holds(frozenset(rule.by)))
    ]
    return tuple(sorted(may, key=lambda rule: bool(rule.by)))


def rule_of(framework: Framework, key: str) -> Rule:
    """The council's entry; where the file has dropped it, one that nobody verifies any more."""
    known = {rule.key: rule for rule in framework.nominations}
    return known.get(key) or Rule(key=key, title="Good practice", ref=("E-18",))


def verifier_for(
    nomination: Nomination,
    rule: Rule,
    people: Mapping[str, Person],
    loads: Mapping[str, int],
    today: date,
) -> Person | None:
    """Whoever has least to verify; None where nobody here stands apart from it."""
    apart = [
        person
        for person in people.values()
        if person.holds(frozenset(rule.verified_by))
        and person.here_on(today)
        and person.absence_on(today) is None
        and person.id not in nomination.people(NoteKind.PASSED_ON)
        and stands_apart(nomination, person, people)
    ]
    return min(apart, key=lambda person: (loads.get(person.id, 0), person.id), default=None)


def stands_apart(nomination: Nomination, person: Person, people: Mapping[str, Person]) -> bool:
    """Neither nominator, nominee nor endorser, and in nobody's line with the nominee."""
    involved = {nomination.nominator, nomination.nominee, *nomination.people(NoteKind.ENDORSED)}
    nominee = people.get(nomination.nominee or "")
    in_line = nominee is not None and (
        manages(person, nominee, people) or manages(nominee, person, people)
    )
    return person.id not in involved and not in_line


def due_on(rule: Rule, today: date, calendar: WorkingCalendar) -> date:
    """The day by which it is decided."""
    return calendar.on_or_after(today + timedelta(days=rule.within_days or WITHIN_DAYS))
