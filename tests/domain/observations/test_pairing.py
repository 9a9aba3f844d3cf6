"""Who observes whom (SEF-31, E-85)."""

from __future__ import annotations

from datetime import date

from domain.frameworks.sections import Observation
from domain.observations.pairing import here, may_observe, observer_of, pair
from tests.cast import HAL, IVY, PEOPLE, SAM, TESS, THEO, WANDA, WES, WILL

RULE = Observation(key="one", title="One", ref=("SEF-33",), by=("team_manager", "head_of_service"))


def names(found: tuple[tuple[object, ...], ...]) -> list[str]:
    return [f"{a.id} {b.id}" for a, b in found]  # type: ignore[attr-defined]  # people


def test_nobody_observes_themselves_or_their_own_line() -> None:
    assert not may_observe(TESS, TESS, PEOPLE)
    assert not may_observe(SAM, WES, PEOPLE)
    assert not may_observe(WES, SAM, PEOPLE)
    assert may_observe(THEO, WES, PEOPLE)


def test_as_many_pairs_as_can_be_and_who_is_left_is_named() -> None:
    found = pair([SAM, TESS, THEO], [WES, WANDA, WILL], {}, PEOPLE)
    assert names(found.pairs) == ["tess will", "theo wanda"]
    assert found.left == (SAM,)


def test_an_observer_moves_on_where_that_makes_room() -> None:
    found = pair([IVY, TESS], [WILL, WES], {}, PEOPLE)
    assert names(found.pairs) == ["ivy wes", "tess will"]


def test_whoever_was_seen_longest_ago_comes_first() -> None:
    seen = {"wes": date(2026, 1, 5), "wanda": date(2026, 6, 1)}
    assert names(pair([THEO], [WANDA, WES], seen, PEOPLE).pairs) == ["theo wes"]
    assert names(pair([THEO], [WES, WANDA], {"wes": date(2026, 1, 5)}, PEOPLE).pairs) == [
        "theo wanda"
    ]


def test_the_line_manager_observes_or_the_nearest_above_with_the_role() -> None:
    assert observer_of(RULE, WES, PEOPLE) == TESS
    assert observer_of(RULE, TESS, PEOPLE) == HAL
    assert observer_of(RULE, HAL, PEOPLE) is None


def test_only_holders_of_the_roles_are_asked() -> None:
    first, last = date(2026, 12, 1), date(2026, 12, 31)
    assert [p.id for p in here(("team_manager",), PEOPLE, first, last)] == ["tess", "theo"]
