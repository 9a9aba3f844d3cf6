"""What a benchmark found: one line of the table, one entry of var/bench.json."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Ours beside a peer's, medians over the rounds.

    ``ratio`` says how many times better ours is, whether more is better or less. ``target`` is a
    sentence such as ``ratio ≥ 4``; empty, with ``met`` None, where none was set.
    """

    name: str
    ours: float
    peer: float | None = None
    peer_name: str = ""
    ratio: float | None = None
    unit: str
    target: str = ""
    met: bool | None = None

    def line(self) -> str:
        """For the terminal."""
        beside = (
            f"{self.peer_name} {self.peer:g} {self.unit}, {self.ratio:.2f} times"
            if self.peer
            else ""
        )
        verdict = {None: "", True: f"{self.target}: met", False: f"{self.target}: MISSED"}[self.met]
        return f"{self.name:<44} {self.ours:>8g} {self.unit:<16} {beside:<52} {verdict}".rstrip()


def more_is_better(
    name: str,
    unit: str,
    ours: Sequence[float],
    peer: tuple[str, Sequence[float]],
    at_least: float | None = None,
) -> Result:
    """Rates of all rounds to their medians; ``at_least`` is the ratio that is wanted."""
    mine, theirs = statistics.median(ours), statistics.median(peer[1])
    ratio = mine / theirs
    return Result(
        name=name,
        ours=rounded(mine),
        peer=rounded(theirs),
        peer_name=peer[0],
        ratio=rounded(ratio),
        unit=unit,
        target="" if at_least is None else f"ratio ≥ {at_least:g}",
        met=None if at_least is None else ratio >= at_least,
    )


def less_is_better(
    name: str,
    unit: str,
    ours: Sequence[float],
    *,
    peer: tuple[str, Sequence[float]] | None = None,
    at_most: float | None = None,
) -> Result:
    """Costs of all rounds to their medians; ``at_most`` is what ours may cost."""
    mine = statistics.median(ours)
    theirs = statistics.median(peer[1]) if peer else None
    return Result(
        name=name,
        ours=rounded(mine),
        peer=None if theirs is None else rounded(theirs),
        peer_name=peer[0] if peer else "",
        ratio=None if theirs is None else rounded(theirs / mine),
        unit=unit,
        target="" if at_most is None else f"≤ {at_most:g} {unit}",
        met=None if at_most is None else mine <= at_most,
    )


def rounded(figure: float) -> float:
    """Three figures: a benchmark knows no more."""
    return float(f"{figure:.3g}")
