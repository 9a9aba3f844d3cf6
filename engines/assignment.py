"""The assignment of seats by scipy's Hungarian method, behind the port ``Assigner``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.audits.spreading import OUT_OF_TURN, Places

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Numbers = NDArray[np.int64]

# Above any sum of costs that a real place can have, yet small enough for exact doubles.
BARRED = 1e9

PORTION = 2_500
"""Seats that are shared out together: more than any council opens at once."""


class HungarianAssigner:
    """Least sum of squared loads by ``scipy.optimize.linear_sum_assignment``.

    Exact where every record has one seat, and there are no more than a portion; further portions
    are as even as can be on top of the first. A record's further seats go in layers, the seats
    that fewest can take first: up to two seats a record without a cap as many are filled as can
    be, but the loads may be less even than the best that there is.

    With a rota a place costs by three steps: whoever has their turn and is below the even share,
    whoever is below it, everybody else. So each of many seats keeps to the turns, and yet nobody
    ends up with more than one seat above another whom the rules let take as many.
    """

    def assign(self, places: Places) -> list[int | None]:
        """The person of each seat, or None where nobody is left for it."""
        taken: list[int | None] = [None] * len(places.open_to)
        loads = list(places.loads)
        used: dict[int, set[int]] = {}
        even = max(1, (sum(loads) + len(taken)) // max(1, len(loads)))
        for layer in _portions(_layers(places)):
            open_to = [places.open_to[s] - used.get(places.groups[s], set()) for s in layer]
            turns = _Turns(
                even, [places.dear[places.kinds[s]] for s in layer] if places.dear else []
            )
            for seat, person in zip(layer, _solve(open_to, loads, places.most, turns), strict=True):
                taken[seat] = person
                if person is not None:
                    loads[person] += 1
                    used.setdefault(places.groups[seat], set()).add(person)
        return _exchanged(taken, places) if places.dear else taken


def _exchanged(taken: list[int | None], places: Places) -> list[int | None]:
    """Two of one record change seats where that comes cheaper; nobody's load changes."""
    first_of: dict[int, int] = {}
    for seat, group in enumerate(places.groups):
        other = first_of.setdefault(group, seat)
        if other != seat and _cheaper(places, taken, other, seat):
            taken[other], taken[seat] = taken[seat], taken[other]
    return taken


def _cheaper(places: Places, taken: Sequence[int | None], one: int, other: int) -> bool:
    """Whether the holders of two seats may change places, and it costs less."""
    left, right = taken[one], taken[other]
    if left is None or right is None:
        return False
    may = right in places.open_to[one] and left in places.open_to[other]
    mine, theirs = (places.dear[places.kinds[seat]] for seat in (one, other))
    return may and mine[right] + theirs[left] < mine[left] + theirs[right]


def _portions(layers: list[list[int]]) -> Iterator[list[int]]:
    """Layers cut so that the cost of each portion stays the same: it grows with the square."""
    for layer in layers:
        for first in range(0, len(layer), PORTION):
            yield layer[first : first + PORTION]


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


@dataclass(frozen=True, slots=True)
class _Turns:
    """The even share of all the seats, and what each seat of a layer costs by person."""

    even: int
    dear: Sequence[Sequence[int]]

    def costs(self, totals: Floats, owner: Numbers, seats: int) -> Floats:
        """A row for every seat, the price of every slot; ``totals`` is what its owner then holds.

        Without a rota only the totals count.
        """
        import numpy as np  # noqa: PLC0415 - slow to load, and few commands need it

        if not self.dear:
            return np.tile(totals, (seats, 1))
        step = 2 * OUT_OF_TURN * (totals.max(initial=0) + 2)
        places: dict[int, int] = {}  # most seats share the few kinds that there are
        kinds: list[Floats] = []
        for dear in self.dear:
            if id(dear) not in places:
                places[id(dear)] = len(kinds)
                mine = np.array(dear, dtype=float)[owner]
                steps = np.where(totals >= self.even, 2, mine >= OUT_OF_TURN)
                kinds.append(steps * step + totals * 2 * OUT_OF_TURN + mine)
        return np.stack(kinds)[[places[id(dear)] for dear in self.dear]]


def _solve(
    open_to: Sequence[frozenset[int]], loads: Sequence[int], most: int | None, turns: _Turns
) -> list[int | None]:
    """One layer. Each person stands there once for every seat that they might come to hold.

    Whoever uses all of their slots gets twice as many and it is solved again; slots that
    nobody reached for would change nothing.
    """
    rest = [len(open_to) if most is None else max(0, most - load) for load in loads]
    fair = (sum(loads) + len(open_to)) // max(1, len(loads)) + 2
    if turns.dear:  # somebody's turn may take all that they ought to hold in this one layer
        fair = max(fair, turns.even + 2)
    slots = [min(top, max(1, fair - load)) for top, load in zip(rest, loads, strict=True)]
    while True:
        taken = _once(open_to, loads, slots, turns)
        used = Counter(taken)
        full = [p for p, count in enumerate(slots) if used[p] == count and count < rest[p]]
        if not full:
            return taken
        for person in full:
            slots[person] = min(rest[person], 2 * slots[person])


def _once(
    open_to: Sequence[frozenset[int]], loads: Sequence[int], slots: Sequence[int], turns: _Turns
) -> list[int | None]:
    import numpy as np  # noqa: PLC0415 - slow to load - half a second to load, and few commands need it
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - scipy takes 0.3 s, and only a draw needs it

    owner = np.repeat(np.arange(len(slots)), slots)
    # the second slot of somebody who holds three costs as much as a fifth seat
    price = [load + n for load, count in zip(loads, slots, strict=True) for n in range(count)]
    allowed = np.zeros((len(open_to), len(slots)), dtype=bool)
    for seat, people in enumerate(open_to):
        allowed[seat, list(people)] = True
    # barred places all cost the same, or empty seats would push others off the cheap slots
    costs = turns.costs(np.array(price, dtype=float), owner, len(open_to))
    costs[~allowed[:, owner]] = BARRED
    taken: list[int | None] = [None] * len(open_to)
    for seat, slot in zip(*linear_sum_assignment(costs), strict=True):
        if costs[seat, slot] < BARRED:
            taken[int(seat)] = int(owner[slot])
    return taken
