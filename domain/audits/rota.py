"""Whose turn it is: one cycle in one seat, the next cycle in the other (SOM-03, E-74)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.audits.spreading import OUT_OF_TURN
from domain.frameworks.seats import SeatRule

_LONGEST = OUT_OF_TURN - 1  # cycles; a longer gap counts as this


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How often somebody had a seat of that key in the cycles of one printed day."""

    person_id: str
    role: str
    opens_on: date
    times: int = 1


@dataclass(frozen=True, slots=True)
class Rota:
    """Seats that alternate, with what people had of them so far.

    ``labels`` are the seats' names by key, that of whoever joins first; ``follows`` says which
    seat comes after which.
    """

    labels: Mapping[str, str]
    follows: Mapping[str, str]
    past: Mapping[str, Sequence[Held]]
    cycles: Sequence[date]

    @classmethod
    def of(cls, seats: Iterable[SeatRule], held: Iterable[Held]) -> Rota | None:
        """The rota of a programme's seats; None where none of them alternate."""
        turning = [seat for seat in seats if seat.alternates_with]
        if not turning:
            return None
        labels = {seat.key: seat.label for seat in turning}
        past: dict[str, list[Held]] = {}
        for one in held:
            if one.role in labels:
                past.setdefault(one.person_id, []).append(one)
        return cls(
            labels=labels,
            follows={seat.key: seat.alternates_with[0] for seat in turning},
            past=past,
            cycles=sorted({one.opens_on for mine in past.values() for one in mine}),
        )

    def next_role(self, person_id: str) -> str:
        """The seat whose turn it is; whoever is new begins with the first (E-74).

        Of somebody who had both in one cycle it is the one that they had less often.
        """
        mine = self.past.get(person_id, ())
        if not mine:
            return next(iter(self.labels))
        newest = max(one.opens_on for one in mine)
        had = {one.role: one.times for one in mine if one.opens_on == newest}
        if len(had) == 1:
            return self.follows.get(next(iter(had)), next(iter(self.labels)))
        return min(self.labels, key=lambda label: had.get(label, 0))

    def dear(self, person_id: str, role: str) -> int:
        """What it costs to give the seat to the person, from 0.

        From ``OUT_OF_TURN`` on it is not their turn. Below that the longest gap since they had
        that seat is the cheapest; out of turn, whoever is new comes last.
        """
        turn = 0 if role == self.next_role(person_id) else OUT_OF_TURN
        last = self._last(person_id, role)
        if last is None:
            new_and_out = turn and person_id not in self.past
            return turn + (_LONGEST if new_and_out else 0)
        gap = sum(day > last for day in self.cycles)
        return turn + _LONGEST - min(gap, _LONGEST)

    def why(self, person_id: str, role: str) -> str:
        """What the holder is told: ``In February 2026 you were evaluator, so this time …``."""
        label, mine = self.labels[role], self.past.get(person_id)
        if not mine:
            first = next(iter(self.labels))
            begins = f"whoever is new begins as {label}" if role == first else _too_few(label)
            return f"You are new to the rota, and {begins}"
        if role != self.next_role(person_id):
            last = self._last(person_id, role)
            before = f"had it last in {last:%B %Y}" if last else "never had it before"
            return f"It is not your turn, but {_too_few(label)}, and you {before}"
        newest = max(one.opens_on for one in mine)
        had = {one.role for one in mine if one.opens_on == newest}
        if len(had) > 1:
            return f"In {newest:%B %Y} you had both parts, so it is your turn as {label}"
        other = self.labels.get(next(iter(had)), "")
        return f"In {newest:%B %Y} you were {other}, so this time you are {label}"

    def _last(self, person_id: str, role: str) -> date | None:
        mine = self.past.get(person_id, ())
        return max((one.opens_on for one in mine if one.role == role), default=None)


def _too_few(label: str) -> str:
    return f"too few have their turn as {label}"
