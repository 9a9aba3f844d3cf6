from __future__ import annotations

import pytest

import app
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


def test_whoever_would_hear_of_it_and_cannot_be_reached_is_named_before_it_is_opened(
    ready: Command,
) -> None:
    said = " ".join(ready(*OPEN, "--dry-run").output.split())
    assert "I cannot reach Ines Independent" in said
    assert "Wyn Workerley" in said  # whoever is on the record is told as well
    assert "Hetty Headley" not in said  # nothing of it goes to the head of service
    assert "their sign-in is missing in the staff list." in said
    opened = " ".join(ready(*OPEN).output.split())
    assert opened.index("I cannot reach") < opened.index("is open")


def test_the_same_period_is_not_opened_twice(ready: Command) -> None:
    ready(*OPEN)
    again = ready(*OPEN)
    assert again.exit_code == 1
    assert "nothing was opened or sent again" in again.output


def test_an_unknown_programme_names_those_that_exist(ready: Command) -> None:
    result = ready("cycle", "open", "deep_dive")
    assert result.exit_code == 1
    assert "case_file_audit" in result.output


@pytest.mark.rows("LEI-04")
@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ((), "Say --theme and what it is."),
        (("--theme", "Neglect"), "Say --template and"),
        (("--theme", "Neglect", "--template", "forms.example.org"), "begins with https://"),
    ],
)
def test_a_cycle_that_waits_for_a_theme_and_a_form_is_refused_without_them(
    leicestershire: Command, given: tuple[str, ...], wanted: str
) -> None:
    result = leicestershire("cycle", "open", "thematic_audit", *given)
    assert result.exit_code == 1
    assert wanted in " ".join(result.output.split())
    assert "is open" not in result.output


def test_with_a_theme_and_a_form_it_opens(leicestershire: Command) -> None:
    given = ("--theme", "Neglect", "--template", "https://forms.example.org/7")
    result = leicestershire("cycle", "open", "thematic_audit", *given)
    assert "Cycle 1 is open" in result.output, result.output


@pytest.fixture
def leicestershire(monkeypatch: pytest.MonkeyPatch, ready: Command) -> Command:
    """The small council by Leicestershire's framework."""
    monkeypatch.setenv("QA_FRAMEWORK", "leicestershire")
    app.the_settings.cache_clear()
    return ready
