"""What a proposed cycle waits for besides its draw."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.audits.briefing import (
    accept_template,
    asks_template,
    asks_theme,
    check_ready,
    has_duty,
    people_name,
)
from domain.audits.proposal import Proposal, asks_first
from domain.faults import Fault
from tests.town import framework

DRAWN = Proposal(
    id=1,
    programme="thematic_audit",
    occasion="2026-07-01",
    opens_on=date(2026, 7, 1),
    seed=1,
    drawn=("C-1",),
    proposed_at=datetime(2026, 6, 24, tzinfo=UTC),
)


@pytest.mark.parametrize(
    ("council", "key", "wanted"),
    [
        ("leicestershire", "thematic_audit", (True, True, False)),
        ("somerset", "team_dip_review", (True, False, False)),
        ("somerset", "sit_dip_review", (True, False, True)),
        ("somerset", "send_dip_review", (False, False, True)),
        ("city-of-london", "early_years_audit", (False, False, True)),
        ("herefordshire", "case_file_audit", (False, False, False)),
        ("sefton", "deep_dive_audit", (False, False, False)),
    ],
)
def test_what_each_draw_waits_for(council: str, key: str, wanted: tuple[bool, ...]) -> None:
    one = framework(council).programme(key)
    assert (asks_theme(one), asks_template(one), people_name(one)) == wanted
    assert has_duty(one) is any(wanted)


def test_it_names_the_first_thing_that_is_missing() -> None:
    thematic = framework("leicestershire").programme("thematic_audit")
    with pytest.raises(Fault, match="no theme yet"):
        check_ready(thematic, DRAWN)
    with pytest.raises(Fault, match="template of this cycle"):
        check_ready(thematic, replace(DRAWN, theme="Neglect"))
    check_ready(thematic, replace(DRAWN, theme="Neglect", template="https://a.example/f"))


def test_people_who_choose_have_to_name_something() -> None:
    county = framework("somerset").programme("send_dip_review")
    with pytest.raises(Fault, match="Nothing is named yet"):
        check_ready(county, replace(DRAWN, drawn=()))
    check_ready(county, DRAWN)


@pytest.mark.parametrize("typed", ["in the folder", "http://a.example", "https://a b", "x" * 400])
def test_what_nobody_could_open_is_no_template(typed: str) -> None:
    with pytest.raises(Fault, match="begins with https://"):
        accept_template(typed)


def test_an_empty_box_is_no_template_yet() -> None:
    assert accept_template("  ") == ""


def test_whose_word_each_kind_of_draw_needs() -> None:
    somerset, leicestershire = framework("somerset"), framework("leicestershire")
    assert asks_first(somerset.programme("sit_dip_review")) == ("service_improvement_team",)
    team = somerset.programme("team_dip_review")
    assert asks_first(team) == ("operations_manager", "service_improvement_team")
    assert asks_first(leicestershire.programme("lado_peer_audit")) == ()
    assert asks_first(leicestershire.programme("learning_activity")) == ()
    assert asks_first(somerset.programme("team_diagnostic")) == ()
