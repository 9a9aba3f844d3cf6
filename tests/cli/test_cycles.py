from __future__ import annotations

from tests.cli.conftest import Command

OPEN = ("cycle", "open", "case_file_audit", "--on", "2026-12-01", "--seed", "7")


def test_a_dry_run_shows_the_draw_and_every_seat_and_opens_nothing(ready: Command) -> None:
    result = ready(*OPEN, "--dry-run")
    assert result.exit_code == 0
    assert "1 record drawn from 1 by seed 7" in result.output
    assert "lead: Tess Teamsley (P-4)" in result.output
    assert "peer: Ines Independent (P-7). You are outside this team" in result.output
    assert "Nothing was opened or sent" in result.output
    assert "Cycle 1 is open" in ready(*OPEN).output


def test_the_same_period_is_not_opened_twice(ready: Command) -> None:
    ready(*OPEN)
    again = ready(*OPEN)
    assert again.exit_code == 1
    assert "nothing was opened or sent again" in again.output


def test_an_unknown_programme_names_those_that_exist(ready: Command) -> None:
    result = ready("cycle", "open", "deep_dive")
    assert result.exit_code == 1
    assert "case_file_audit" in result.output


def test_a_tick_runs_for_any_moment_that_has_a_zone(ready: Command) -> None:
    assert "settle_audits: 0" in ready("tick", "--at", "2026-12-24T09:00:00Z").output
    refused = ready("tick", "--at", "2026-12-24T09:00:00")
    assert refused.exit_code == 1
    assert "has no zone" in refused.output
