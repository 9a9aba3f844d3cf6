"""What a cycle may draw from, seen against the cycles before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from domain.audits.choosing import Choice, Earlier, choose
from domain.audits.draw import draw
from domain.cases.case import Case
from domain.faults import Fault
from domain.frameworks.cycles import OpeningDay, Window, WindowCycle
from domain.frameworks.programme import Programme
from domain.frameworks.selection import FixedCount, LeftOut, SelectionRule, ShareOfOpen
from tests.town import framework

AUTUMN, SPRING = date(2026, 10, 1), date(2027, 4, 1)
ANY = framework("sefton").programme("deep_dive_audit")


def programme(selection: SelectionRule, cycle: WindowCycle | None = None) -> Programme:
    return ANY.model_copy(update={"selection": selection, "cycle": cycle or ANY.cycle})


HALVES = programme(
    SelectionRule(kind="random", count=ShareOfOpen(kind="share_of_open", share=0.5)),
    WindowCycle(
        kind="windows",
        opens=OpeningDay(day=1),
        windows=(
            Window(key="autumn", title="The autumn window", month=10, takes="share"),
            Window(key="spring", title="The spring window", month=4, takes="rest"),
        ),
    ),
)
ONE = FixedCount(kind="count", number=1)
IN_TURN = programme(SelectionRule(kind="random", count=ONE, fresh_teams=True))


def records(*refs: str, team: str = "North") -> dict[str, Case]:
    return {ref: Case(ref=ref, team=team, opened_on=date(2026, 1, 5)) for ref in refs}


OPEN = records(*(f"C-{number:02}" for number in range(25)))


def drawn(choice: Choice, cases: Iterable[Case]) -> set[str]:
    return {case.ref for case in draw(choice.pool(cases), rule=choice.rule, seed=7).chosen}


def test_the_first_window_takes_half_rounded_up() -> None:
    """COL-01, E-32, story 20."""
    choice = choose(HALVES, AUTUMN, (), OPEN)
    assert len(drawn(choice, OPEN.values())) == 13


def test_the_second_window_takes_the_rest() -> None:
    """COL-02, story 20."""
    first = drawn(choose(HALVES, AUTUMN, (), OPEN), OPEN.values())
    earlier = [Earlier(opens_on=AUTUMN, taken=frozenset(first))]
    rest = drawn(choose(HALVES, SPRING, earlier, OPEN), OPEN.values())
    assert len(rest) == 12
    assert first | rest == set(OPEN)
    assert not first & rest


def test_new_records_join_the_second_window_and_closed_ones_are_listed() -> None:
    """E-35."""
    earlier = [Earlier(opens_on=AUTUMN, taken=frozenset({"C-00"}))]
    later = {
        "C-01": replace(OPEN["C-01"], open=False, closed_on=date(2026, 12, 3)),
        "C-02": replace(OPEN["C-02"], open=False, closed_on=date(2026, 9, 30)),
        "C-99": Case(ref="C-99", team="North", opened_on=date(2027, 1, 8)),
    }
    choice = choose(HALVES, SPRING, earlier, OPEN | later)
    found = drawn(choice, (OPEN | later).values())
    assert "C-99" in found
    assert not found & {"C-00", "C-01", "C-02"}
    assert choice.closed == ("C-01",)
    assert choice.notes == (
        "The spring window takes what the window before it left.",
        "1 record opened since then and joined.",
        "Closed before their turn, so not audited: C-01.",
    )


def test_the_second_window_needs_the_first() -> None:
    with pytest.raises(Fault, match="Open the other window first"):
        choose(HALVES, SPRING, (), OPEN)


def test_the_last_autumn_counts_and_not_one_before() -> None:
    last = Earlier(opens_on=AUTUMN, taken=frozenset({"C-03"}))
    before = Earlier(opens_on=date(2025, 10, 1), taken=frozenset({"C-04"}))
    assert choose(HALVES, SPRING, [last, before], OPEN).without == {"C-03"}


TEAMS = {
    **records("N-1", "N-2", team="North"),
    **records("S-1", team="South"),
    **records("E-1", team="East"),
}


def test_a_team_that_had_no_turn_comes_first() -> None:
    """SOM-13, story 16."""
    earlier = [Earlier(opens_on=date(2026, 2, 2), taken=frozenset({"N-1"}))]
    choice = choose(IN_TURN, date(2026, 4, 6), earlier, TEAMS)
    assert choice.rule.teams == {"South", "East"}
    assert choice.notes == ("Drawn from the teams that had none yet: East and South.",)


def test_then_the_team_that_waited_longest() -> None:
    """E-88: more turns than teams."""
    earlier = [
        Earlier(opens_on=date(2026, 6, 1), taken=frozenset({"E-1"})),
        Earlier(opens_on=date(2026, 4, 6), taken=frozenset({"S-1"})),
        Earlier(opens_on=date(2026, 2, 2), taken=frozenset({"N-2"})),
    ]
    choice = choose(IN_TURN, date(2026, 8, 3), earlier, TEAMS)
    assert choice.rule.teams == {"North"}
    assert choice.notes == ("Drawn from the teams that had theirs longest ago: North.",)


def test_a_team_without_an_open_record_is_not_waited_for() -> None:
    closed = {**TEAMS, "S-1": replace(TEAMS["S-1"], open=False)}
    earlier = [Earlier(opens_on=date(2026, 2, 2), taken=frozenset({"N-1", "E-1"}))]
    assert choose(IN_TURN, date(2026, 4, 6), earlier, closed).rule.teams == {"North", "East"}


def test_a_service_is_passed_over_in_its_months() -> None:
    """SOM-01, E-75: the Front Door in August and November."""
    rule = SelectionRule(
        kind="random", count=ONE, left_out=(LeftOut(names=("Front Door",), months=(8, 11)),)
    )
    front_door = Case(ref="F-1", team="Front Door")
    assert choose(programme(rule), date(2026, 5, 4), (), {}).rule.covers(front_door)
    august = choose(programme(rule), date(2026, 8, 3), (), {})
    assert not august.rule.covers(front_door)
    assert august.notes == ("Passed over in this month: Front Door.",)


@pytest.mark.parametrize("kind", ["by_hand", "by_auditor", "event"])
def test_what_people_choose_is_not_drawn(kind: str) -> None:
    rule = SelectionRule(kind="by_hand", count=ONE).model_copy(update={"kind": kind})
    with pytest.raises(Fault, match="chosen by people and not drawn"):
        choose(programme(rule), AUTUMN, (), OPEN)
