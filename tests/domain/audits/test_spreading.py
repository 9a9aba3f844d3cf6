from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.audits.spreading import Assigner, Places
from engines.assignment import HungarianAssigner
from tests.domain.audits.even_assigner import EvenAssigner

Answer = list[int | None]


@st.composite
def problems(draw: st.DrawFn, seats: int, twins: bool, caps: bool) -> Places:
    """Up to four people and a few seats; ``twins``: several seats of one record."""
    staff = draw(st.integers(1, 4))
    count = draw(st.integers(0, seats))
    people = st.frozensets(st.integers(0, staff - 1))
    return Places(
        open_to=draw(st.lists(people, min_size=count, max_size=count)),
        groups=[draw(st.integers(0, seats // 2)) if twins else n for n in range(count)],
        loads=draw(st.lists(st.integers(0, 3), min_size=staff, max_size=staff)),
        most=draw(st.one_of(st.none(), st.integers(0, 4))) if caps else None,
    )


def is_right(places: Places, answer: Answer) -> bool:
    pairs = [(places.groups[s], p) for s, p in enumerate(answer) if p is not None]
    open_only = all(p is None or p in places.open_to[s] for s, p in enumerate(answer))
    loads = loads_after(places, answer)
    capped = places.most is None or all(
        after <= max(places.most, before) for after, before in zip(loads, places.loads, strict=True)
    )
    return open_only and capped and len(pairs) == len(set(pairs))


def loads_after(places: Places, answer: Answer) -> list[int]:
    return [load + answer.count(person) for person, load in enumerate(places.loads)]


def worth(places: Places, answer: Answer) -> tuple[int, int]:
    """Fewer empty seats first, then the smaller sum of squares."""
    return answer.count(None), sum(load * load for load in loads_after(places, answer))


def best(places: Places) -> tuple[int, int]:
    """By trying everything."""
    ways = product(*[[None, *people] for people in places.open_to])
    return min(worth(places, list(w)) for w in ways if is_right(places, list(w)))


def greedy(places: Places) -> Answer:
    """Seat by seat, whoever holds least."""
    answer: Answer = []
    for people in places.open_to:
        fits = [p for p in sorted(people) if is_right(places, [*answer, p])]
        loads = loads_after(places, answer)
        answer.append(min(fits, key=lambda p: loads[p], default=None))
    return answer


@settings(deadline=None, max_examples=150)
@given(problems(seats=6, twins=True, caps=True))
def test_no_other_assignment_fills_more_or_is_more_even(places: Places) -> None:
    answer = EvenAssigner().assign(places)
    assert is_right(places, answer)
    assert worth(places, answer) == best(places)


@settings(deadline=None, max_examples=80)
@given(problems(seats=30, twins=True, caps=True))
def test_it_is_never_worse_than_one_by_one(places: Places) -> None:
    answer = EvenAssigner().assign(places)
    assert is_right(places, answer)
    assert worth(places, answer) <= worth(places, greedy(places))


@settings(deadline=None, max_examples=80)
@given(problems(seats=30, twins=False, caps=True))
def test_two_methods_that_share_nothing_agree(places: Places) -> None:
    even, hungarian = EvenAssigner().assign(places), HungarianAssigner().assign(places)
    assert is_right(places, hungarian)
    assert worth(places, even) == worth(places, hungarian)


def test_seats_already_given_move_on_to_make_room() -> None:
    places = Places(
        open_to=[frozenset({0, 1}), frozenset({0})], groups=[0, 0], loads=[0, 0], most=1
    )
    assert EvenAssigner().assign(places) == [1, 0]


@pytest.mark.parametrize("assigner", [EvenAssigner(), HungarianAssigner()])
def test_nothing_to_give_and_nobody_to_give_to_are_answered(assigner: Assigner) -> None:
    assert assigner.assign(Places(open_to=[], groups=[], loads=[1])) == []
    nobody = Places(open_to=[frozenset(), frozenset()], groups=[0, 1], loads=[])
    assert assigner.assign(nobody) == [None, None]
