"""Drawing records for audit (HER-01, SEF-01, E-10, E-43): random, repeatable, without favour."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from random import Random
from typing import Literal

from domain.calendar.wording import say_list
from domain.cases.case import Case


class DrawKind(StrEnum):
    """What the number of a rule counts."""

    PER_TEAM = "per_team"  # so many from each team in scope (E-43)
    PER_SERVICE = "per_service"  # its own number from each service (SOM-01)
    PER_AUDITOR = "per_auditor"  # so many for each auditor (E-16)
    TOTAL = "count"  # so many in all
    SHARE = "share_of_open"  # that share of the open records, rounded up (E-32)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawRule:
    """How many to draw from which records. No services or no teams named means all of them.

    ``numbers`` is for PER_SERVICE, ``share`` (up to 1) for SHARE, ``number`` for the others.
    ``spread_over`` takes the same share of every worker's or team's records (E-32), and
    ``without`` names services or teams that are passed over (E-75).
    """

    kind: DrawKind
    number: int = 1
    share: float = 1.0
    numbers: Mapping[str, int] = field(default_factory=dict)
    services: frozenset[str] = frozenset()
    teams: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    spread_over: Literal["worker", "team"] | None = None

    def covers(self, case: Case) -> bool:
        """Whether the record is open and in scope; a draw per team needs a team as well."""
        if not case.open or not self._pool_of(case):
            return False
        in_service = not self.services or _among(case.service, self.services)
        in_team = not self.teams or _among(case.team, self.teams)
        passed_over = _among(case.team, self.without) or _among(case.service, self.without)
        return in_service and in_team and not passed_over

    def pools(self, cases: Iterable[Case]) -> dict[str, list[Case]]:
        """The records to draw from, by team or service; under ``all`` where there is one pool."""
        pools: dict[str, list[Case]] = {name: [] for name in self.numbers}
        for case in cases:
            pools.setdefault(self._pool_of(case), []).append(case)
        return pools

    def wanted(self, pool: str, size: int, auditors: int) -> int:
        """How many to draw from a pool of that size."""
        if self.kind is DrawKind.PER_SERVICE:
            return self.numbers[pool]
        if self.kind is DrawKind.SHARE:
            # decimal: a float's 0.7 x 10 would round up to 8
            exact = Decimal(str(self.share)) * size
            return int(exact.to_integral_value(ROUND_CEILING))
        return self.number * auditors if self.kind is DrawKind.PER_AUDITOR else self.number

    def _pool_of(self, case: Case) -> str:
        """The name of the record's pool; empty where it has none."""
        if self.kind is DrawKind.PER_TEAM:
            return case.team
        if self.kind is DrawKind.PER_SERVICE:
            spelt = case.service.casefold()
            return next((name for name in self.numbers if name.casefold() == spelt), "")
        return "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """What was drawn.

    ``skipped_recent`` were left out because they were audited in the last 12 months,
    ``repeats`` were drawn all the same because their pool was too small (E-10). ``short``
    says how many a pool could not give, by team or service (``all`` for a single pool).
    """

    chosen: tuple[Case, ...]
    skipped_recent: tuple[str, ...]
    repeats: tuple[str, ...]
    short: Mapping[str, int]
    pool_size: int

    @property
    def relaxed(self) -> bool:
        """Whether records audited in the last 12 months had to be used."""
        return bool(self.repeats)

    def notes(self) -> list[str]:
        """What the coordinator should know before the draw is confirmed, as sentences."""
        found = []
        if self.repeats:
            found.append(
                "Too few records without an audit in the last 12 months, "
                f"so drawn again: {say_list(self.repeats)}."
            )
        for pool, missing in self.short.items():
            where = "The draw" if pool == "all" else pool
            found.append(f"{where} is {missing} short: too few open records.")
        return found


def draw(
    pool: Iterable[Case],
    *,
    rule: DrawRule,
    seed: int,
    recently_audited: Collection[str] = frozenset(),
    auditors: int = 0,
    left_out: Collection[str] = frozenset(),
) -> Draw:
    """Draw records. The same seed and pool give the same draw, however the pool is ordered.

    ``auditors`` is how many people will audit, for rules that count by auditor. ``left_out``
    were taken out by hand: the next of the same lot come in, and all others stay.
    """
    recent, out = frozenset(recently_audited), frozenset(left_out)
    cases = {case.ref: case for case in pool if rule.covers(case)}
    chosen: list[Case] = []
    short = {}
    for name, members in sorted(rule.pools(cases.values()).items()):
        wanted = rule.wanted(name, len(members), auditors)
        chosen += _take(members, wanted, rule, f"{seed}/{name}", recent, out)
        if wanted > (there := sum(case.ref not in out for case in members)):
            short[name] = wanted - there
    taken = {case.ref for case in chosen}
    return Draw(
        chosen=tuple(chosen),
        skipped_recent=tuple(sorted(cases.keys() & recent - taken - out)),
        repeats=tuple(sorted(taken & recent)),
        short=short,
        pool_size=len(cases),
    )


def _take(
    pool: list[Case],
    wanted: int,
    rule: DrawRule,
    seed: str,
    recent: frozenset[str],
    out: frozenset[str],
) -> list[Case]:
    """So many of the pool; records audited lately only once the others are used up.

    Every pool has its own stream, so a new record in one team changes no other team's draw.
    Only ``random()`` is promised to give the same numbers in every later version of Python.
    """
    lots = Random(seed)  # noqa: S311 - repeatable is what is asked for
    lot = {case.ref: lots.random() for case in sorted(pool, key=lambda case: case.ref)}
    stays = (case for case in pool if case.ref not in out)
    order = sorted(stays, key=lambda case: (lot[case.ref], case.ref))
    start = lots.random()
    fresh = [case for case in order if case.ref not in recent]
    again = [case for case in order if case.ref in recent]
    chosen = _spread(fresh, wanted, rule.spread_over, start)
    return chosen + _spread(again, wanted - len(chosen), rule.spread_over, start)


def _spread(
    order: list[Case], wanted: int, over: Literal["worker", "team"] | None, start: float
) -> list[Case]:
    """The first of the order; or, side by side by worker or team, every so manieth of it.

    Stepping evenly along groups that lie side by side takes from each its share of the whole,
    rounded up or down.
    """
    size = len(order)
    if over is None or wanted >= size:
        return order[:wanted]
    places: dict[str, list[Case]] = {}
    for case in order:
        places.setdefault((case.worker if over == "worker" else case.team) or "", []).append(case)
    row = [case for group in places.values() for case in group]
    offset = int(start * size)
    return [
        case
        for place, case in enumerate(row)
        if ((place + 1) * wanted + offset) // size > (place * wanted + offset) // size
    ]


def _among(name: str, names: frozenset[str]) -> bool:
    return name.casefold() in {known.casefold() for known in names}
