from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.audits import allocation as allocating
from domain.audits.eligibility import Requirement, why_not
from domain.audits.needs import SeatNeed, Staffing, candidates
from domain.audits.spreading import Assigner
from domain.cases.case import Case
from domain.people.person import Absence, Person
from engines.assignment import HungarianAssigner
from tests.domain.audits.council import (
    FIRST,
    IRO,
    LAST,
    NORTH,
    PEOPLE,
    SM,
    SOUTH,
    TM,
    changed,
    lead,
    peer,
    person,
)
from tests.domain.audits.even_assigner import EvenAssigner

allocate = partial(allocating.allocate, assigner=HungarianAssigner())
BOTH = (EvenAssigner(), HungarianAssigner())
REVIEWERS = Requirement(roles=frozenset({IRO}), titles={IRO: "Independent reviewing officer"})


def test_the_lead_is_the_team_manager_and_is_told_so() -> None:
    placed = allocate([lead()], Staffing(people=PEOPLE), seed=1)["C-1/lead"]
    assert placed.person_id == "nora"
    assert placed.why == "You manage this team, and team managers do the lead audit"


def test_the_peer_stands_outside_and_is_told_so() -> None:
    placed = allocate([peer()], Staffing(people=PEOPLE), seed=1)["C-1/peer"]
    assert placed.person_id in {"sid", "ira", "ike"}
    assert placed.why == "You are outside this team and not in its line of management"


def test_a_holder_who_need_not_be_independent_is_told_why_too() -> None:
    rule = Requirement(roles=frozenset({TM}), independent=False)
    placed = allocate([peer(rule=rule)], Staffing(people=PEOPLE), seed=1)["C-1/peer"]
    assert placed.why == "You do not work on this record, and team managers do these audits"


@pytest.mark.parametrize(
    ("people", "why"),
    [
        (changed("nora", roles=frozenset()), "This record has no team manager"),
        (changed("nora", left_on=FIRST), "The team manager has left"),
        (
            changed("nora", absences=(Absence(first_day=FIRST, last_day=LAST),)),
            "The team manager is away from 1 October to 22 October",
        ),
    ],
)
def test_a_lead_who_cannot_leaves_the_seat_vacant_with_the_reason(
    people: dict[str, Person], why: str
) -> None:
    allocation = allocate([lead()], Staffing(people=people), seed=1)
    assert [(one.person_id, one.why) for one in allocation.vacant] == [(None, why)]


def test_a_lead_who_cannot_is_replaced_where_the_seat_lists_roles() -> None:
    need = lead(rule=Requirement(roles=frozenset({TM})))
    gone = changed("nora", left_on=FIRST)
    placed = allocate([need], Staffing(people=gone), seed=1)["C-1/lead"]
    assert placed.person_id == "sona"
    assert placed.why.startswith("You are outside this team")


def test_a_manager_does_not_lead_on_their_own_work() -> None:
    own = replace(NORTH, worker="nora")
    placed = allocate([lead(own)], Staffing(people=PEOPLE), seed=1)["C-1/lead"]
    assert (placed.person_id, placed.why) == (None, "The team manager works on this record")


def test_nobody_takes_both_seats_even_with_both_roles() -> None:
    both = changed("sona", roles=frozenset({TM, IRO}))
    only = {key: both[key] for key in ("sona", "sol", "nora")}
    rule = Requirement(roles=frozenset({IRO}), independent=False)
    allocation = allocate([peer(SOUTH, rule), lead(SOUTH)], Staffing(people=only), seed=1)
    assert allocation["C-2/lead"].person_id == "sona"
    assert allocation["C-2/peer"].why == (
        "1 independent reviewing officer: 1 already in another seat of this audit"
    )


def test_an_empty_seat_counts_the_reasons() -> None:
    people = changed("ira", absences=(Absence(first_day=FIRST, last_day=LAST),))
    people["head"] = replace(people["head"], roles=frozenset({IRO}))
    staffing = Staffing(people=people, refused={"C-1/peer": {"ike"}})
    placed = allocate([peer(rule=REVIEWERS)], staffing, seed=1)["C-1/peer"]
    assert placed.why == (
        "4 independent reviewing officers: 1 away, 1 at work on this record, "
        "1 in the worker's line, 1 unable to take it"
    )


def test_an_empty_seat_says_that_nobody_has_the_role() -> None:
    rule = Requirement(roles=frozenset({"head_of_quality", "auditor"}))
    placed = allocate([peer(rule=rule)], Staffing(people=PEOPLE), seed=1)["C-1/peer"]
    assert placed.why == "There are no auditors or heads of quality in the staff list"


def test_people_who_left_long_ago_are_not_counted() -> None:
    gone = {key: replace(p, left_on=date(2020, 1, 1)) for key, p in PEOPLE.items()}
    placed = allocate([peer(rule=REVIEWERS)], Staffing(people=gone), seed=1)["C-1/peer"]
    assert placed.why == "There are no independent reviewing officers in the staff list"


def test_a_cap_leaves_the_seat_empty_and_says_so() -> None:
    staffing = Staffing(people=PEOPLE, loads={"ira": 1, "ike": 2}, most=1)
    placed = allocate([peer(rule=REVIEWERS)], staffing, seed=1)["C-1/peer"]
    assert placed.person_id is None
    assert "2 with as many audits as one person may hold" in placed.why


def test_who_holds_least_is_asked_first() -> None:
    staffing = Staffing(people=PEOPLE, loads={"sid": 2, "ira": 1, "ike": 1})
    found = candidates(peer(), staffing)
    assert [one.id for one in found] == ["ike", "ira", "sid"]
    placed = allocate([peer()], replace(staffing, loads={"sid": 2, "ira": 1}), seed=1)
    assert placed["C-1/peer"].person_id == "ike"


def test_whoever_declined_or_sits_already_is_not_asked_again() -> None:
    staffing = Staffing(
        people=PEOPLE, refused={"C-1/peer": {"ike"}}, seated={"C-1": {"ira"}}, loads={"sid": 5}
    )
    assert [one.id for one in candidates(peer(), staffing)] == ["sid"]
    assert allocate([peer()], staffing, seed=1)["C-1/peer"].person_id == "sid"


def test_candidates_leave_out_the_full_and_bring_in_the_one_by_design() -> None:
    need = lead(rule=Requirement(roles=frozenset({TM})))
    assert [one.id for one in candidates(need, Staffing(people=PEOPLE))] == ["nora", "sona"]
    full = Staffing(people=PEOPLE, loads={"sona": 1}, most=1)
    assert [one.id for one in candidates(need, full)] == ["nora"]


def test_the_answer_keeps_the_order_of_the_asking_but_not_its_luck() -> None:
    needs = [peer(replace(SOUTH, ref=f"C-{n}")) for n in range(9)]
    there, back = (
        allocate(order, Staffing(people=PEOPLE), seed=5) for order in (needs, needs[::-1])
    )
    assert list(there.placements) == [need.key for need in needs]
    assert dict(there.placements) == dict(back.placements)


def test_equal_people_take_turns_by_the_seed() -> None:
    first = Counter(
        allocate([peer()], Staffing(people=PEOPLE), seed=seed)["C-1/peer"].person_id
        for seed in range(90)
    )
    assert set(first) == {"ira", "ike", "sid"}
    assert min(first.values()) > 15


# ---- what must hold for any council

TEAMS = ("North", "South", "Review")
ids = st.integers(0, 9).map("p{}".format)
somebody = st.one_of(st.none(), ids)
leave = st.one_of(st.just(()), st.just((Absence(first_day=FIRST, last_day=LAST),)))


@st.composite
def councils(draw: st.DrawFn) -> dict[str, Person]:
    """Up to ten people; line managers may even run in a circle."""
    return {
        key: Person(
            id=key,
            name=key,
            team=draw(st.sampled_from(TEAMS)),
            roles=draw(st.frozensets(st.sampled_from([IRO, SM, TM]), min_size=1)),
            line_manager=draw(somebody),
            absences=draw(leave),
        )
        for key in draw(st.sets(ids, min_size=1))
    }


@st.composite
def calls(draw: st.DrawFn, most: int = 6) -> list[SeatNeed]:
    """Records with a peer seat each, some with a second one and a lead by design."""
    needs = []
    for number in range(draw(st.integers(1, most))):
        case = Case(
            ref=f"C-{number}",
            team=draw(st.sampled_from(TEAMS)),
            worker=draw(somebody),
            iro=draw(somebody),
            cp_chair=draw(somebody),
        )
        seats = draw(st.sets(st.sampled_from(["lead", "peer", "second"]), min_size=1))
        roles = draw(st.frozensets(st.sampled_from([IRO, SM]), min_size=1))
        needs += [lead(case)] if "lead" in seats else []
        needs += [
            replace(peer(case, Requirement(roles=roles)), key=f"{case.ref}/{seat}")
            for seat in sorted(seats - {"lead"})
        ]
    return needs


loads = st.dictionaries(ids, st.integers(0, 4))


@pytest.mark.parametrize("assigner", BOTH)
@settings(deadline=None, max_examples=60)
@given(councils(), calls(), loads, st.integers())
def test_nobody_looks_at_their_own_work_or_takes_two_seats_of_one_audit(
    assigner: Assigner,
    people: dict[str, Person],
    needs: list[SeatNeed],
    loads: dict[str, int],
    seed: int,
) -> None:
    staffing = Staffing(people=people, loads=loads)
    allocation = allocate(needs, staffing, seed=seed, assigner=assigner)
    seats: Counter[tuple[str, str]] = Counter()
    for need in needs:
        if holder := allocation[need.key].person_id:
            seats[need.case.ref, holder] += 1
            if need.by_design is None:
                sitting = people[holder]
                assert why_not(sitting, need.case, need.rule, people, FIRST, LAST) is None
    assert all(count == 1 for count in seats.values())


@settings(deadline=None, max_examples=60)
@given(councils(), calls(), loads)
def test_a_seat_stays_empty_only_with_a_reason_for_everyone(
    people: dict[str, Person], needs: list[SeatNeed], loads: dict[str, int]
) -> None:
    drawn = [need for need in needs if need.by_design is None]
    allocation = allocate(drawn, Staffing(people=people, loads=loads), seed=1)
    for need in drawn:
        placed = allocation[need.key]
        if placed.person_id is None and ":" in placed.why:
            head, _, reasons = placed.why.partition(": ")
            told = sum(int(reason.split()[0]) for reason in reasons.split(", "))
            assert told == int(head.split()[0])
            assert "as many audits" not in reasons


@pytest.mark.parametrize("assigner", BOTH)
@settings(deadline=None, max_examples=60)
@given(
    st.integers(1, 8), st.integers(0, 25), st.lists(st.integers(0, 5), max_size=8), st.integers()
)
def test_the_load_is_even_where_everyone_is_eligible(
    assigner: Assigner, staff: int, seats: int, held: list[int], seed: int
) -> None:
    people = {f"p{n}": person(f"p{n}", IRO, "Review") for n in range(staff)}
    before = {f"p{n}": load for n, load in enumerate(held[:staff])}
    needs = [peer(Case(ref=f"C-{n}", team="North")) for n in range(seats)]
    staffing = Staffing(people=people, loads=before)
    allocation = allocate(needs, staffing, seed=seed, assigner=assigner)
    after = Counter(before)
    after.update(allocation[need.key].person_id or "nobody" for need in needs)
    assert "nobody" not in after
    busy = [after[key] for key in people if after[key] > before.get(key, 0)]
    if busy:
        assert max(busy) - min(after[key] for key in people) <= 1
