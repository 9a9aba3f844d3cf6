from __future__ import annotations

import json

from tests.cli.conftest import Command

OPEN = ("cycle", "open", "case_file_audit", "--on", "2031-12-01", "--seed", "7")


def test_a_tick_runs_for_any_moment_that_has_a_zone(ready: Command) -> None:
    assert "settle_audits: 0" in ready("tick", "--at", "2026-12-24T09:00:00Z").output
    refused = ready("tick", "--at", "2026-12-24T09:00:00")
    assert refused.exit_code == 1
    assert "has no zone" in refused.output


def test_a_tick_that_is_only_tried_says_that_nothing_was_sent(ready: Command) -> None:
    tried = ready("tick", "--at", "2031-12-01T09:00:00Z", "--dry-run")
    assert tried.exit_code == 0, tried.output
    assert "Nothing was sent or changed" in tried.output


def test_days_can_be_rehearsed_for_other_tools(ready: Command) -> None:
    ready(*OPEN)
    found = ready("rehearse", "--from", "2031-12-01", "--to", "2031-12-02", "--json")
    assert found.exit_code == 0, found.output
    assert json.loads(found.output) == []  # nobody of this list has the app


def test_a_rehearsal_of_more_than_a_month_is_refused(ready: Command) -> None:
    refused = ready("rehearse", "--from", "2031-01-01", "--to", "2031-03-01")
    assert refused.exit_code == 1
    assert "at most 31 days" in refused.output
    backwards = ready("rehearse", "--from", "2031-03-02", "--to", "2031-03-01")
    assert "lies before the first" in backwards.output
