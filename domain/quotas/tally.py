"""How much of a quota is done, by part, and what is still owed (LEI-06, E-21 to E-24)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import floor

from domain.frameworks.sections import Quota
from domain.quotas.period import Period
from domain.quotas.piece import DoneAudit, Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTally:
    """One part: how many are asked for, and how many of these are done."""

    key: str
    owed: int
    done: int

    @property
    def left(self) -> int:
        """How many are still to be done."""
        return self.owed - self.done


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One person's quota in one period.

    ``beyond`` counts pieces for which there was no place left: more than was asked for.
    """

    parts: tuple[PartTally, ...]
    beyond: int = 0

    @property
    def total(self) -> int:
        """How many are asked for."""
        return sum(part.owed for part in self.parts)

    @property
    def done(self) -> int:
        """How many of these are done."""
        return sum(part.done for part in self.parts)

    @property
    def left(self) -> tuple[PartTally, ...]:
        """The parts with something still to be done, in the framework's order."""
        return tuple(part for part in self.parts if part.left)

    def behind(self, gone: float) -> int:
        """How many fewer are done than an even pace asks, once ``gone`` of the period is over."""
        return max(0, floor(self.total * gone) - self.done)


def parts_of(quota: Quota) -> Mapping[str, int]:
    """The parts and how many each asks for; a quota without parts is its own only part."""
    return quota.parts or {quota.key: quota.total}


def tally(quota: Quota, done: Mapping[str, int]) -> Tally:
    """What is done against what is owed; ``done`` counts pieces by the key of a part.

    What is over in a part that is full, and what belongs to none, goes to the spare part
    (E-21, E-23); without one it counts for nothing.
    """
    owed = parts_of(quota)
    full = {key: min(count, done.get(key, 0)) for key, count in owed.items()}
    over = sum(done.values()) - sum(full.values())
    if quota.spare:
        taken = min(over, owed[quota.spare] - full[quota.spare])
        full[quota.spare] += taken
        over -= taken
    parts = tuple(PartTally(key=k, owed=count, done=full[k]) for k, count in owed.items())
    return Tally(parts=parts, beyond=over if quota.spare else 0)


def counted(
    quota: Quota,
    period: Period,
    pieces: Iterable[Piece],
    audits: Iterable[DoneAudit],
    once_a_cycle: frozenset[str] = frozenset(),
) -> dict[str, int]:
    """One person's work of the period by part.

    An audit belongs to the part that names its programme, or else to the spare one. Of the
    programmes ``once_a_cycle`` several records of one cycle are one piece (E-24).
    """
    by_work = {key: part for part, keys in quota.filled_by.items() for key in keys}
    known, elsewhere = parts_of(quota), quota.spare
    found = Counter(
        piece.part if piece.part in known else elsewhere
        for piece in pieces
        if period.holds(piece.done_on)
    )
    seen: set[tuple[str, int]] = set()
    for audit in audits:
        cycle = (audit.programme, audit.cycle_id)
        if not period.holds(audit.done_on) or (cycle in seen and cycle[0] in once_a_cycle):
            continue
        seen.add(cycle)
        found[by_work.get(audit.programme, elsewhere)] += 1
    del found[""]  # what belongs to no part where there is no spare one
    return dict(found)
