"""The assignment of seats by scipy's Hungarian method, behind the port ``Assigner``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from domain.audits.spreading import Places

# Above any sum of costs that a real place can have, yet small enough for exact doubles.
BARRED = 1e9


class HungarianAssigner:
    """Least sum of squared loads by ``scipy.optimize.linear_sum_assignment``.

    Exact where every record has one seat. A record's further seats go in layers, the seats
    that fewest can take first: up to two seats a record without a cap as many are filled as can
    be, but the loads may be less even than the best that there is.
    """

    def assign(self, places: Places) -> list[int | None]:
        """The person of each seat, or None where nobody is left for it."""
        taken: list[int | None] = [None] * len(places.open_to)
        loads = list(places.loads)
        used: dict[int, set[int]] = {}
        for layer in _layers(places):
            open_to = [places.open_to[s] - used.get(places.groups[s], set()) for s in layer]
            for seat, person in zip(layer, _solve(open_to, loads, places.most), strict=True):
                taken[seat] = person
                if person is not None:
                    loads[person] += 1
                    used.setdefault(places.groups[seat], set()).add(person)
        return taken


def _layers(places: Places) -> list[list[int]]:
    """Seats in rounds with one of each record, the hardest to fill first."""
    layers: list[list[int]] = []
    rounds: dict[int, int] = {}
    for seat in sorted(range(len(places.open_to)), key=lambda s: len(places.open_to[s])):
        depth = rounds.get(places.groups[seat], 0)
        rounds[places.groups[seat]] = depth + 1
        if depth == len(layers):
            layers.append([])
        layers[depth].append(seat)
    return layers


def _solve(
    open_to: Sequence[frozenset[int]], loads: Sequence[int], most: int | None
) -> list[int | None]:
    """One layer. Each person stands there once for every seat that they might come to hold.

    Whoever uses all of their slots gets twice as many and it is solved again; slots that
    nobody reached for would change nothing.
    """
    rest = [len(open_to) if most is None else max(0, most - load) for load in loads]
    fair = (sum(loads) + len(open_to)) // max(1, len(loads)) + 2
    slots = [min(top, max(1, fair - load)) for top, load in zip(rest, loads, strict=True)]
    while True:
        taken = _once(open_to, loads, slots)
        used = Counter(taken)
        full = [p for p, count in enumerate(slots) if used[p] == count and count < rest[p]]
        if not full:
            return taken
        for person in full:
            slots[person] = min(rest[person], 2 * slots[person])


def _once(
    open_to: Sequence[frozenset[int]], loads: Sequence[int], slots: Sequence[int]
) -> list[int | None]:
    import numpy as np  # noqa: PLC0415 - slow to load - half a second to load, and few commands need it
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415

    owner = np.repeat(np.arange(len(slots)), slots)
    # the second slot of somebody who holds three costs as much as a fifth seat
    price = [load + n for load, count in zip(loads, slots, strict=True) for n in range(count)]
    allowed = np.zeros((len(open_to), len(slots)), dtype=bool)
    for seat, people in enumerate(open_to):
        allowed[seat, list(people)] = True
    # barred places all cost the same, or empty seats would push others off the cheap slots
    costs = np.where(allowed[:, owner], np.array(price, dtype=float), BARRED)
    taken: list[int | None] = [None] * len(open_to)
    for seat, slot in zip(*linear_sum_assignment(costs), strict=True):
        if costs[seat, slot] < BARRED:
            taken[int(seat)] = int(owner[slot])
    return taken
