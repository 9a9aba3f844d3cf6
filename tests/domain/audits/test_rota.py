"""Whose turn it is, what the holder is told, and that no turn costs independence or evenness."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.audits.allocation import allocate
from domain.audits.eligibility import Requirement, why_not
from domain.audits.needs import SeatNeed, Staffing
from domain.audits.rota import Held, Rota
from domain.cases.case import Case
from domain.frameworks.seats import SeatRule
from domain.people.person import Person
from engines.assignment import HungarianAssigner
from tests.domain.audits.council import FIRST, LAST
from tests.domain.frameworks.councils import council

FEBRUARY, MAY, AUGUST = date(2026, 2, 2), date(2026, 5, 4), date(2026, 8, 3)
EVALUATOR, MODERATOR = "evaluator", "moderator"
ROLES = (EVALUATOR, MODERATOR)
POOL = Requirement(roles=frozenset({"auditor"}))


@cache
def seats() -> tuple[SeatRule, ...]:
    return council("somerset").programme("practice_evaluation").seats


def rota(*held: Held) -> Rota:
    found = Rota.of(seats(), held)
    assert found is not None
    return found


def had(person: str, role: str, day: date, times: int = 1) -> Held:
    return Held(person_id=person, role=role, opens_on=day, times=times)


def person(name: str, team: str = "", boss: str | None = None) -> Person:
    return Person(id=name, name=name, roles=frozenset({"auditor"}), team=team, line_manager=boss)


def needs(*cases: Case) -> list[SeatNeed]:
    return [
        SeatNeed(
            key=f"{case.ref}/{role}",
            case=case,
            rule=POOL,
            first_day=FIRST,
            last_day=LAST,
            role=role,
        )
        for case in cases
        for role in ROLES
    ]


def placed(pool: list[Person], turns: Rota, *cases: Case, seed: int = 1) -> dict[str, list[str]]:
    """Who has which seat, by the seat's key; a list of the one holder."""
    staffing = Staffing(people={one.id: one for one in pool}, rota=turns)
    found = allocate(needs(*cases), staffing, seed=seed, assigner=HungarianAssigner())
    assert not found.vacant
    return {key: [one.person_id or "", one.why] for key, one in found.placements.items()}


def test_a_programme_whose_seats_do_not_alternate_has_no_rota() -> None:
    assert Rota.of(council("herefordshire").programme("case_file_audit").seats, ()) is None


@pytest.mark.rows("SOM-03")
def test_evaluator_then_moderator_then_evaluator() -> None:
    assert rota(had("ann", EVALUATOR, FEBRUARY)).next_role("ann") == MODERATOR
    both = rota(had("ann", EVALUATOR, FEBRUARY), had("ann", MODERATOR, MAY))
    assert both.next_role("ann") == EVALUATOR


def test_whoever_is_new_begins_as_evaluator() -> None:
    assert rota().next_role("ann") == EVALUATOR
    assert rota().why("ann", EVALUATOR) == (
        "You are new to the rota, and whoever is new begins as evaluator"
    )


def test_whoever_had_both_in_one_cycle_takes_what_they_had_less_often() -> None:
    both = rota(had("ann", EVALUATOR, MAY, 3), had("ann", MODERATOR, MAY, 1))
    assert both.next_role("ann") == MODERATOR
    assert both.why("ann", MODERATOR) == (
        "In May 2026 you had both parts, so it is your turn as moderator"
    )


def test_the_reason_is_said_in_words() -> None:
    known = rota(had("ann", EVALUATOR, FEBRUARY), had("bob", MODERATOR, MAY))
    assert known.why("ann", MODERATOR) == (
        "In February 2026 you were evaluator, so this time you are moderator"
    )
    assert known.why("ann", EVALUATOR) == (
        "It is not your turn, but too few have their turn as evaluator, "
        "and you had it last in February 2026"
    )
    assert known.why("bob", EVALUATOR).startswith("In May 2026 you were moderator")
    assert known.why("cyd", MODERATOR) == (
        "You are new to the rota, and too few have their turn as moderator"
    )
    assert known.why("bob", MODERATOR).endswith("and you had it last in May 2026")
    assert rota(had("dan", EVALUATOR, MAY)).why("dan", EVALUATOR).startswith("It is not your turn")


def test_the_turn_decides_who_takes_which_seat() -> None:
    turns = rota(had("ann", EVALUATOR, FEBRUARY), had("bob", MODERATOR, FEBRUARY))
    for seed in range(5):
        found = placed([person("ann"), person("bob")], turns, Case(ref="C-1"), seed=seed)
        assert [found[f"C-1/{role}"][0] for role in ROLES] == ["bob", "ann"]


def test_an_odd_place_goes_to_whoever_had_that_seat_longest_ago() -> None:
    turns = rota(
        had("ann", MODERATOR, FEBRUARY),
        had("ann", EVALUATOR, AUGUST),
        had("bob", MODERATOR, MAY),
        had("bob", EVALUATOR, AUGUST),
    )
    for seed in range(5):  # both have their turn as moderator, and one must evaluate
        found = placed([person("ann"), person("bob")], turns, Case(ref="C-1"), seed=seed)
        assert [found[f"C-1/{role}"][0] for role in ROLES] == ["bob", "ann"]


def test_somebody_new_moderates_only_where_nobody_else_can() -> None:
    turns = rota(had("ann", MODERATOR, MAY), had("bob", MODERATOR, MAY))
    pool = [person("ann"), person("bob"), person("cyd")]
    found = placed(pool, turns, Case(ref="C-1"))
    assert found["C-1/moderator"][0] != "cyd"


def test_many_seats_each_keep_to_the_turns_as_well() -> None:
    pool = [person(f"p{n}") for n in range(10)]
    turns = rota(*(had(p.id, ROLES[n % 2], MAY) for n, p in enumerate(pool)))
    found = placed(pool, turns, *(Case(ref=f"C-{n}") for n in range(40)))
    out = [key for key, (who, _) in found.items() if turns.next_role(who) != key.split("/")[1]]
    assert out == []
    assert set(Counter(who for who, _ in found.values()).values()) == {8}


teams = st.sampled_from(("North", "South", ""))
pasts = st.lists(
    st.tuples(st.integers(0, 8), st.sampled_from(ROLES), st.sampled_from((FEBRUARY, MAY, AUGUST))),
    max_size=14,
    unique_by=lambda one: (one[0], one[2]),
)


@settings(deadline=None, max_examples=120)
@given(
    people=st.lists(st.tuples(teams, st.integers(-1, 8)), min_size=2, max_size=9),
    cases=st.lists(st.tuples(teams, st.integers(0, 8)), min_size=1, max_size=9),
    past=pasts,
    seed=st.integers(0, 3),
)
def test_no_turn_costs_independence(
    people: list[tuple[str, int]],
    cases: list[tuple[str, int]],
    past: list[tuple[int, str, date]],
    seed: int,
) -> None:
    pool = {
        f"p{n}": person(f"p{n}", team, f"p{boss}" if 0 <= boss < n else None)
        for n, (team, boss) in enumerate(people)
    }
    records = [
        Case(ref=f"C-{n}", team=team, worker=f"p{worker}" if worker < len(people) else None)
        for n, (team, worker) in enumerate(cases)
    ]
    turns = rota(*(had(f"p{n}", role, day) for n, role, day in past))
    asked = needs(*records)
    staffing = Staffing(people=pool, rota=turns)
    found = allocate(asked, staffing, seed=seed, assigner=HungarianAssigner())
    for need in asked:
        holder = found[need.key].person_id
        if holder:
            assert why_not(pool[holder], need.case, POOL, pool, FIRST, LAST) is None
    for record in records:
        first, second = (found[f"{record.ref}/{role}"].person_id for role in ROLES)
        assert first is None or first != second
        may = [p for p in pool.values() if not why_not(p, record, POOL, pool, FIRST, LAST)]
        assert [first, second].count(None) == max(0, 2 - len(may))


@settings(deadline=None, max_examples=120)
@given(
    size=st.integers(2, 9), records=st.integers(1, 25), past=pasts, held=st.lists(st.integers(0, 2))
)
def test_no_turn_costs_evenness(
    size: int, records: int, past: list[tuple[int, str, date]], held: list[int]
) -> None:
    pool = [person(f"p{n}") for n in range(size)]
    turns = rota(*(had(f"p{n}", role, day) for n, role, day in past))
    found = placed(pool, turns, *(Case(ref=f"C-{n}") for n in range(records)))
    loads = Counter(who for who, _ in found.values())
    assert all(abs(loads[a.id] - loads[b.id]) <= 1 for a, b in combinations(pool, 2))
