from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from domain.audits.draw import DrawKind, DrawRule, draw
from domain.cases.case import Case

EACH_TEAM = DrawRule(kind=DrawKind.PER_TEAM)
teams = st.sampled_from(["North", "South", "East"])
pools = st.lists(
    st.builds(Case, ref=st.integers(0, 60).map("C-{}".format), team=teams, open=st.booleans()),
    unique_by=lambda case: case.ref,
)
rules = st.builds(
    DrawRule,
    kind=st.sampled_from([DrawKind.PER_TEAM, DrawKind.TOTAL, DrawKind.SHARE]),
    number=st.integers(0, 12),
    share=st.sampled_from([0.1, 0.5, 1.0]),
    spread_over=st.sampled_from([None, "worker", "team"]),
)


def team(name: str, size: int) -> list[Case]:
    return [Case(ref=f"{name[0]}-{n}", team=name, service=f"{name} service") for n in range(size)]


def refs(cases: tuple[Case, ...]) -> list[str]:
    return [case.ref for case in cases]


@given(pools, rules, st.integers(), st.randoms(), st.sets(st.integers(0, 60).map("C-{}".format)))
def test_the_same_seed_draws_the_same_however_the_pool_is_ordered(
    pool: list[Case], rule: DrawRule, seed: int, random: Random, recent: set[str]
) -> None:
    again = list(pool)
    random.shuffle(again)
    first = draw(pool, rule=rule, seed=seed, recently_audited=recent)
    assert first == draw(again, rule=rule, seed=seed, recently_audited=recent)


@given(pools, rules, st.integers(), st.sets(st.integers(0, 60).map("C-{}".format)))
def test_a_draw_holds_no_record_twice_and_only_open_ones(
    pool: list[Case], rule: DrawRule, seed: int, recent: set[str]
) -> None:
    drawn = draw(pool + pool, rule=rule, seed=seed, recently_audited=recent)
    chosen = refs(drawn.chosen)
    assert len(chosen) == len(set(chosen))
    assert all(case.open for case in drawn.chosen)
    assert set(drawn.repeats) == set(chosen) & recent
    assert not set(drawn.skipped_recent) & set(chosen)


def test_each_team_gives_one_record() -> None:
    pool = team("North", 5) + team("South", 3)
    drawn = draw(pool, rule=EACH_TEAM, seed=7)
    assert [case.team for case in drawn.chosen] == ["North", "South"]
    assert drawn.pool_size == 8
    assert not drawn.notes()


def test_different_seeds_draw_different_records() -> None:
    chosen = {refs(draw(team("North", 50), rule=EACH_TEAM, seed=s).chosen)[0] for s in range(20)}
    assert len(chosen) > 10


def test_every_record_has_about_the_same_chance() -> None:
    pool = team("North", 5)
    times = Counter(refs(draw(pool, rule=EACH_TEAM, seed=s).chosen)[0] for s in range(1000))
    assert set(times) == {case.ref for case in pool}
    assert all(150 < count < 250 for count in times.values())


def test_a_new_record_in_one_team_changes_no_other_teams_draw() -> None:
    pool = team("North", 9) + team("South", 9)
    more = [*pool, Case(ref="N-new", team="North")]
    for seed in range(10):
        before, after = (draw(p, rule=EACH_TEAM, seed=seed).chosen for p in (pool, more))
        assert before[1] == after[1]


def test_children_audited_in_the_last_twelve_months_are_skipped() -> None:
    pool = team("North", 3)
    drawn = draw(pool, rule=EACH_TEAM, seed=1, recently_audited={"N-0", "N-1", "elsewhere"})
    assert refs(drawn.chosen) == ["N-2"]
    assert drawn.skipped_recent == ("N-0", "N-1")
    assert not drawn.relaxed


def test_a_pool_that_is_too_small_uses_them_and_the_draw_says_so() -> None:
    pool = team("North", 1) + team("South", 4)
    drawn = draw(pool, rule=EACH_TEAM, seed=1, recently_audited={"N-0", "S-1"})
    assert drawn.repeats == ("N-0",)
    assert drawn.relaxed
    assert "S-1" in drawn.skipped_recent
    assert drawn.notes() == [
        "Too few records without an audit in the last 12 months, so drawn again: N-0."
    ]


def test_a_team_with_too_few_records_gives_all_and_the_draw_says_so() -> None:
    drawn = draw(team("North", 2), rule=replace(EACH_TEAM, number=5), seed=1)
    assert len(drawn.chosen) == 2
    assert drawn.notes() == ["North is 3 short: too few open records."]


def test_a_total_counts_over_all_teams() -> None:
    pool = team("North", 4) + team("South", 4)
    assert len(draw(pool, rule=DrawRule(kind=DrawKind.TOTAL, number=6), seed=3).chosen) == 6
    short = draw(pool, rule=DrawRule(kind=DrawKind.TOTAL, number=9), seed=3)
    assert short.notes() == ["The draw is 1 short: too few open records."]


def test_a_rule_by_auditor_counts_auditors() -> None:
    rule = DrawRule(kind=DrawKind.PER_AUDITOR, number=2)
    assert len(draw(team("North", 20), rule=rule, seed=3, auditors=4).chosen) == 8


def test_each_service_gives_its_own_number() -> None:
    rule = DrawRule(
        kind=DrawKind.PER_SERVICE, numbers={"north SERVICE": 3, "South service": 1, "Empty": 2}
    )
    drawn = draw(team("North", 5) + team("South", 5) + team("East", 5), rule=rule, seed=2)
    assert Counter(case.team for case in drawn.chosen) == {"North": 3, "South": 1}
    assert drawn.pool_size == 10
    assert drawn.short == {"Empty": 2}


def test_a_share_is_rounded_up_and_no_further() -> None:
    half, seven = (DrawRule(kind=DrawKind.SHARE, share=share) for share in (0.5, 0.7))
    assert len(draw(team("North", 7), rule=half, seed=1).chosen) == 4
    assert len(draw(team("North", 10), rule=seven, seed=1).chosen) == 7


@given(st.lists(st.sampled_from("abcd"), max_size=30), st.integers())
def test_a_share_spread_over_workers_takes_the_same_share_of_each(
    workers: list[str], seed: int
) -> None:
    pool = [Case(ref=f"C-{n}", worker=worker) for n, worker in enumerate(workers)]
    rule = DrawRule(kind=DrawKind.SHARE, share=0.5, spread_over="worker")
    drawn = draw(pool, rule=rule, seed=seed)
    taken = Counter(case.worker for case in drawn.chosen)
    assert len(drawn.chosen) == math.ceil(len(pool) / 2)
    for worker, count in Counter(workers).items():
        assert abs(taken[worker] - count / 2) <= 1


def test_services_and_teams_outside_the_scope_are_left_out() -> None:
    pool = team("North", 3) + team("South", 3) + [Case(ref="X-1", service="North service")]
    in_service = replace(EACH_TEAM, services=frozenset({"NORTH service"}))
    assert [c.team for c in draw(pool, rule=in_service, seed=1).chosen] == ["North"]
    in_team = replace(EACH_TEAM, teams=frozenset({"South"}))
    assert [c.team for c in draw(pool, rule=in_team, seed=1).chosen] == ["South"]
    had_turn = replace(EACH_TEAM, without=frozenset({"South"}))
    assert [c.team for c in draw(pool, rule=had_turn, seed=1).chosen] == ["North"]


def test_a_draw_from_nothing_is_empty() -> None:
    drawn = draw([], rule=EACH_TEAM, seed=1)
    assert (drawn.chosen, drawn.pool_size, drawn.notes()) == ((), 0, [])
