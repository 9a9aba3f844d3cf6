from __future__ import annotations

import subprocess
import sys
from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.audits.spreading import Places
from engines.assignment import PORTION, HungarianAssigner


@settings(deadline=None, max_examples=60)
@given(st.lists(st.frozensets(st.integers(0, 3)), max_size=12))
def test_two_seats_of_a_record_go_to_two_people(open_to: list[frozenset[int]]) -> None:
    groups = [seat // 2 for seat in range(len(open_to))]
    taken = HungarianAssigner().assign(Places(open_to=open_to, groups=groups, loads=[0] * 4))
    for first, second in list(pairwise(range(len(open_to))))[::2]:
        pair = [taken[first], taken[second]]
        assert pair[0] is None or pair[0] != pair[1]
        possible = min(2, len(open_to[first] | open_to[second]))
        possible = min(possible, bool(open_to[first]) + bool(open_to[second]))
        assert len(pair) - pair.count(None) == possible


def test_slots_grow_where_one_person_must_take_everything() -> None:
    places = Places(open_to=[frozenset({0})] * 20, groups=range(20), loads=[4, 0, 0])
    assert HungarianAssigner().assign(places) == [0] * 20


def test_a_cap_counts_what_is_held_already() -> None:
    places = Places(open_to=[frozenset({0})] * 5, groups=range(5), loads=[2], most=4)
    taken = HungarianAssigner().assign(places)
    assert taken.count(0) == 2
    assert taken.count(None) == 3


def test_loading_the_module_does_not_load_scipy() -> None:
    code = "import engines.assignment, sys; sys.exit('scipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own words


def test_more_seats_than_a_portion_are_shared_out_as_evenly() -> None:
    count = PORTION + 100
    places = Places(open_to=[frozenset(range(7))] * count, groups=range(count), loads=[3, *[0] * 6])
    held = Counter(HungarianAssigner().assign(places))
    held[0] += 3
    assert held.total() == count + 3
    assert max(held.values()) - min(held.values()) <= 1
