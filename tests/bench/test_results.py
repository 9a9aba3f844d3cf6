from __future__ import annotations

from dataclasses import asdict

from bench.benchmark import benchmarks
from bench.report import page
from bench.result import Result, less_is_better, more_is_better


def named(benchmark: str, result: Result) -> dict[str, object]:
    return asdict(result) | {"name": f"{benchmark}: {result.name}"}


def test_a_rate_is_compared_by_its_median() -> None:
    result = more_is_better("text", "turns/s", [900, 400, 410], ("echo", [100, 1, 101]), 4)

    assert (result.ours, result.peer, result.ratio) == (410, 100, 4.1)
    assert (result.target, result.met) == ("ratio ≥ 4", True)


def test_a_ratio_just_below_its_target_is_missed_however_it_is_rounded() -> None:
    assert more_is_better("text", "turns/s", [3999], ("echo", [1000]), 4).met is False


def test_of_a_cost_less_is_better_and_the_target_is_for_ours() -> None:
    result = less_is_better("memory", "MiB", [130.4], peer=("echo", [260.8]), at_most=130)

    assert (result.ratio, result.target, result.met) == (2, "≤ 130 MiB", False)


def test_without_a_target_nothing_is_met_or_missed() -> None:
    assert more_is_better("text", "turns/s", [1], ("echo", [2])).met is None
    assert less_is_better("memory", "MiB", [1]).met is None


def test_a_line_says_who_was_compared_and_what_was_missed() -> None:
    line = more_is_better("text", "turns/s", [200], ("echo", [100]), 4).line()

    assert "echo 100 turns/s, 2.00 times" in line
    assert line.endswith("ratio ≥ 4: MISSED")


def test_every_benchmark_says_what_it_measures() -> None:
    assert {"turn", "outbox", "ready", "hostile", "connections", "urgent"} <= benchmarks().keys()
    assert all(name == found.name and found.what for name, found in benchmarks().items())


def test_the_page_tells_what_falls_short_and_what_was_not_measured() -> None:
    missed = more_is_better("text", "turns/s", [200], ("echo", [100]), 4)
    met = less_is_better("opened", "connections", [16], at_most=20)
    told = page([named("turn", missed), named("connections", met)], benchmarks())

    assert "- text, beside echo: 2 times, wanted ratio ≥ 4." in told
    assert "| opened | 16 connections |  |  |  | ≤ 20 connections | met |" in told
    assert "Not measured yet." in told.split("## Outbox")[1]
