"""A second, exact method in plain Python, to hold the library's answers against.

This is an optimal semi-matching: each seat goes in along the shortest way to the least loaded
person whom it can reach, moving others on where that helps. Seats go in one by one and each way
is the cheapest that there is, so the sum of the squared loads is the least possible for the
seats filled, and no other choice fills more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.audits.spreading import Places


class EvenAssigner:
    """Exact, in plain Python; equal people are taken in the order of their numbers."""

    def assign(self, places: Places) -> list[int | None]:
        """The person of each seat, or None where nobody is left for it."""
        board = _Board(places)
        for seat in range(len(places.open_to)):
            board.seat(seat)
        return board.holder


@dataclass(slots=True)
class _Search:
    """A walk from one seat. ``taker[seat]`` is the seat that would take its holder over."""

    queue: list[int]
    taker: dict[int, int | None]
    unseen: int
    end: tuple[int, int] | None = None  # the least loaded person so far, and for which seat


class _Board:
    """Who sits where. A set of people is the bits of one number, which keeps the walks quick."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._loads = list(places.loads)
        self._open = [sum(1 << person for person in people) for people in places.open_to]
        self._held: list[set[int]] = [set() for _ in self._loads]
        self._in_group: dict[tuple[int, int], int] = {}
        self.holder: list[int | None] = [None] * len(self._open)

    def seat(self, seat: int) -> None:
        """Place one more seat, moving others on where that makes room or evens the loads."""
        search = _Search([seat], {seat: None}, (1 << len(self._loads)) - 1)
        least = min(self._loads, default=0)
        for waiting in search.queue:  # grows while it is walked
            if self._look_round(waiting, search, least):
                break
        if search.end:
            self._shift(search.taker, *search.end)

    def _look_round(self, seat: int, search: _Search, least: int) -> bool:
        """Follow every way from the seat; whether it leads to somebody with the least of all."""
        group = self._places.groups[seat]
        for person in _bits(self._open[seat] & search.unseen):
            twin = self._in_group.get((group, person))
            if twin is not None:  # has a seat of this record: only in exchange for that one
                _pass_on([twin], seat, search)
                continue
            search.unseen ^= 1 << person
            if self._is_better(person, search.end):
                search.end = (person, seat)
                if self._loads[person] == least:
                    return True
            _pass_on(self._held[person], seat, search)
        return False

    def _is_better(self, person: int, end: tuple[int, int] | None) -> bool:
        load, most = self._loads[person], self._places.most
        has_room = most is None or load < most
        return has_room and (end is None or load < self._loads[end[0]])

    def _shift(self, taker: dict[int, int | None], person: int, seat: int) -> None:
        """Walk back from the end: every seat on the way leaves its holder to its taker."""
        self._loads[person] += 1
        moves = [(seat, person)]
        while (next_seat := taker[seat]) is not None:
            moves.append((next_seat, self._leave(seat)))
            seat = next_seat
        for moved, to in moves:
            self.holder[moved] = to
            self._held[to].add(moved)
            self._in_group[self._places.groups[moved], to] = moved

    def _leave(self, seat: int) -> int:
        """Take the seat from its holder; gives the holder."""
        person = self.holder[seat]
        assert person is not None
        self._held[person].remove(seat)
        del self._in_group[self._places.groups[seat], person]
        return person


def _pass_on(held: Iterable[int], taker: int, search: _Search) -> None:
    for seat in held:
        if seat not in search.taker:
            search.taker[seat] = taker
            search.queue.append(seat)


def _bits(mask: int) -> Iterator[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
