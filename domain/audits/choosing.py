"""Which records a cycle may draw from, seen against the cycles before it (E-32, E-35, E-88)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.audits.draw import DrawKind, DrawRule
from domain.calendar.wording import say_count, say_list
from domain.cases.case import Case
from domain.faults import Fault
from domain.frameworks.cycles import Window, WindowCycle, opening_for
from domain.frameworks.programme import Programme
from domain.frameworks.selection import PerService, SelectionRule, ShareOfOpen

PEOPLE_CHOOSE = (
    "The records of this programme are chosen by people and not drawn, so nothing was opened. "
    "Name the records, for example: audit C-23087."
)
NO_FIRST_WINDOW = (
    "This window takes the records that the window before it left, and that one was never "
    "opened, so nothing was opened. Open the other window first."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier cycle of the same programme: its printed day and the records it took."""

    opens_on: date
    taken: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a cycle draws from.

    ``without`` are records that have had their turn; ``closed`` those that closed before
    theirs came: they are listed and not audited (E-35). ``notes`` explain both in sentences.
    """

    rule: DrawRule
    without: frozenset[str] = frozenset()
    closed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def pool(self, cases: Iterable[Case]) -> list[Case]:
        """The records that may be drawn."""
        return [case for case in cases if case.ref not in self.without]


def drawn_ahead(programme: Programme) -> bool:
    """Whether its cycles can be drawn: by chance, or as what is proposed to whoever chooses."""
    selection = programme.selection
    if selection.kind == "by_auditor":
        return bool(selection.confirmed_by) or selection.by_itself
    by_hand = selection.kind == "by_hand" and bool(selection.chosen_by)
    return selection.kind == "random" or (by_hand and bool(programme.cycle.months))


def looks_back(programme: Programme) -> bool:
    """Whether what may be drawn hangs on what earlier cycles took (COL-02, SOM-13)."""
    return programme.selection.fresh_teams or isinstance(programme.cycle, WindowCycle)


def choose(
    programme: Programme,
    opens_on: date,
    earlier: Sequence[Earlier],
    cases: Mapping[str, Case],
) -> Choice:
    """The rule and the pool of the cycle of that printed day; ``earlier`` is newest first.

    Raises Fault where people choose the records, or where the first window is missing.
    """
    selection = programme.selection
    if not drawn_ahead(programme):
        raise Fault(PEOPLE_CHOOSE)
    rule = _rule_of(selection, opens_on.month)
    if window := _rest_window(programme, opens_on):
        return _rest(rule, window, programme, opens_on, earlier, cases)
    if selection.fresh_teams:
        return _in_turn(rule, earlier, cases)
    return Choice(rule=rule, notes=tuple(_left_out(selection, opens_on.month)))


def _rule_of(selection: SelectionRule, month: int) -> DrawRule:
    count = selection.count
    left = [name for rule in selection.left_out if month in rule.months for name in rule.names]
    rule = DrawRule(
        kind=DrawKind(count.kind),
        services=frozenset(selection.services),
        spread_over=selection.spread_over,
        without=frozenset(left),
    )
    if isinstance(count, ShareOfOpen):
        return replace(rule, share=count.share)
    if isinstance(count, PerService):
        return replace(rule, numbers=count.numbers)
    return replace(rule, number=count.number)


def _left_out(selection: SelectionRule, month: int) -> Iterable[str]:
    for rule in selection.left_out:
        if month in rule.months:
            yield f"Passed over in this month: {say_list(rule.names)}."


def _rest_window(programme: Programme, opens_on: date) -> Window | None:
    """The window of that day, where it takes what another has left (COL-02)."""
    shape = programme.cycle
    if not isinstance(shape, WindowCycle):
        return None
    month = opening_for(shape, opens_on).month
    return next((w for w in shape.windows if w.month == month and w.takes == "rest"), None)


def _rest(
    rule: DrawRule,
    window: Window,
    programme: Programme,
    opens_on: date,
    earlier: Sequence[Earlier],
    cases: Mapping[str, Case],
) -> Choice:
    """All that the window before did not take; new records join, closed ones are listed (E-35)."""
    period = opening_for(programme.cycle, opens_on)
    before = next((cycle for cycle in earlier if cycle.opens_on < period), None)
    if before is None:
        raise Fault(NO_FIRST_WINDOW)
    closed = sorted(case.ref for case in cases.values() if _closed_between(case, before, opens_on))
    new = sum(
        bool(case.open and case.opened_on and case.opened_on > before.opens_on)
        for case in cases.values()
    )
    notes = [f"{window.title} takes what the window before it left."]
    if new:
        notes.append(f"{say_count(new, 'record')} opened since then and joined.")
    if closed:
        notes.append(f"Closed before their turn, so not audited: {say_list(closed)}.")
    return Choice(
        rule=replace(rule, kind=DrawKind.SHARE, share=1.0, spread_over=None),
        without=before.taken,
        closed=tuple(closed),
        notes=tuple(notes),
    )


def _closed_between(case: Case, before: Earlier, now: date) -> bool:
    if case.open or case.closed_on is None or case.ref in before.taken:
        return False
    began = case.opened_on or before.opens_on
    return began <= before.opens_on <= case.closed_on <= now


def _in_turn(rule: DrawRule, earlier: Sequence[Earlier], cases: Mapping[str, Case]) -> Choice:
    """Only the teams that have waited longest; those that never had a turn come first (E-88)."""
    last: dict[str, date] = {}
    for cycle in reversed(earlier):
        for team in _teams(cases, cycle.taken):
            last[team] = cycle.opens_on
    there = {case.team for case in cases.values() if rule.covers(case) and case.team}
    waited = {team: last.get(team, date.min) for team in there}
    longest = min(waited.values(), default=date.min)
    teams = frozenset(team for team, day in waited.items() if day == longest)
    had = "had none yet" if longest == date.min else "had theirs longest ago"
    note = f"Drawn from the teams that {had}: {say_list(sorted(teams))}." if teams else ""
    return Choice(rule=replace(rule, teams=teams), notes=(note,) if note else ())


def _teams(cases: Mapping[str, Case], refs: Collection[str]) -> set[str]:
    return {cases[ref].team for ref in refs if ref in cases}
