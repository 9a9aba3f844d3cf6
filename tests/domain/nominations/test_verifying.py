"""Who verifies, and by when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.sections import Nomination as Rule
from domain.nominations.nomination import Nomination, Note, NoteKind
from domain.nominations.verifying import due_on, verifier_for
from domain.people.person import Absence, Person

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
TODAY = NOW.date()
CSW = frozenset({"consultant_social_worker"})
RULE = Rule(key="good_practice", title="Good practice", verified_by=tuple(CSW), ref=("SOM-18",))
ASKED = Nomination(id=1, rule=RULE.key, nominator="wes", nominee="wanda", begun_at=NOW)
WANDA = Person(id="wanda", name="Wanda Moor", line_manager="tess")
CLEO = Person(id="cleo", name="Cleo Fenn", roles=CSW)


def found(*people: Person, nomination: Nomination = ASKED, **loads: int) -> str | None:
    known = {person.id: person for person in (WANDA, *people)}
    chosen = verifier_for(nomination, RULE, known, loads, TODAY)
    return chosen.id if chosen else None


def note(kind: NoteKind) -> Nomination:
    return replace(ASKED, notes=(Note(kind=kind, person_id="cleo", words="", at=NOW),))


def test_whoever_has_least_to_verify_is_asked() -> None:
    cara = replace(CLEO, id="cara")
    assert found(CLEO, cara) == "cara"
    assert found(CLEO, cara, cara=2, cleo=1) == "cleo"


@pytest.mark.parametrize(
    "person",
    [
        replace(CLEO, roles=frozenset({"social_worker"})),
        replace(CLEO, id="wes"),
        replace(CLEO, id="tess"),
        replace(CLEO, line_manager="wanda"),
        replace(CLEO, left_on=TODAY),
        replace(CLEO, absences=(Absence(first_day=TODAY, last_day=TODAY),)),
    ],
)
def test_nobody_near_away_or_without_the_role_is_asked(person: Person) -> None:
    assert found(person) is None


@pytest.mark.parametrize("kind", [NoteKind.PASSED_ON, NoteKind.ENDORSED])
def test_who_passed_it_on_or_endorsed_it_is_not_asked(kind: NoteKind) -> None:
    assert found(CLEO, nomination=note(kind)) is None
    assert found(CLEO, nomination=note(NoteKind.QUESTION)) == "cleo"


@pytest.mark.rows("SOM-19")
def test_it_is_decided_within_the_days_of_the_file_on_a_working_day() -> None:
    calendar = WorkingCalendar()
    assert due_on(RULE, TODAY, calendar) == date(2026, 12, 15)
    assert due_on(RULE.model_copy(update={"within_days": 5}), TODAY, calendar) == date(2026, 12, 7)
