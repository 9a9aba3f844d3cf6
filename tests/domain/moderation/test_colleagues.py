"""Each holder of a role reads one colleague's audit, never their own (SEF-20)."""

from __future__ import annotations

from collections import Counter
from datetime import date

from domain.cases.case import Case
from domain.frameworks.moderation import ColleagueDraw
from domain.moderation.colleagues import Readings, pair_colleagues
from domain.moderation.dates import Window
from domain.moderation.draw import Candidate
from domain.people.person import Absence, Person
from engines.assignment import HungarianAssigner

DAYS = Window(date(2026, 12, 7), date(2026, 12, 14))
DRAW = ColleagueDraw(kind="colleague", key="colleague", title="Colleague", roles=("pim",))


def pim(name: str, **values: object) -> Person:
    """A practice improvement manager."""
    return Person(id=name, name=name, roles=frozenset({"pim"}), **values)  # type: ignore[arg-type]  # any field


def pairs(
    people: list[Person], audits: dict[int, str], *, workers: dict[int, str] | None = None
) -> dict[int, str]:
    """Who reads which audit; ``audits`` gives each one's auditor."""
    cases = {f"C-{n}": Case(ref=f"C-{n}", worker=(workers or {}).get(n)) for n in audits}
    what = Readings(
        candidates=[Candidate(audit_id=n, case_ref=f"C-{n}") for n in audits],
        cases=cases,
        seated={n: frozenset({auditor}) for n, auditor in audits.items()},
        people={person.id: person for person in people},
        days=DAYS,
    )
    return pair_colleagues(DRAW, what, HungarianAssigner())


def test_each_gets_one_and_no_audit_two() -> None:
    found = pairs([pim("ann"), pim("bo"), pim("cy")], dict.fromkeys(range(1, 9), "dee"))
    assert sorted(found.values()) == ["ann", "bo", "cy"]
    assert len(found) == 3


def test_nobody_gets_their_own_even_where_it_is_tight() -> None:
    found = pairs([pim("ann"), pim("bo")], {1: "ann", 2: "bo"})
    assert found == {1: "bo", 2: "ann"}


def test_where_only_their_own_is_left_they_get_none() -> None:
    assert pairs([pim("ann")], {1: "ann"}) == {}


def test_nobody_reads_their_own_work() -> None:
    people = [pim("ann"), pim("bo")]
    found = pairs(people, {1: "dee", 2: "dee"}, workers={1: "ann"})
    assert found == {1: "bo", 2: "ann"}


def test_who_has_left_or_is_away_reads_none() -> None:
    away = Absence(first_day=date(2026, 12, 1), last_day=date(2026, 12, 31))
    people = [pim("ann", absences=(away,)), pim("bo", left_on=date(2026, 12, 1)), pim("cy")]
    found = pairs(people, dict.fromkeys(range(1, 5), "dee"))
    assert Counter(found.values()) == {"cy": 1}
