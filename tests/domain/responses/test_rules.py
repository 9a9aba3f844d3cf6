from __future__ import annotations

import pytest

from domain.frameworks.framework import Framework
from domain.responses.response import Sort
from domain.responses.rules import button_label, gap_rule, offered, stage, terms_of
from tests.town import framework

NOBODY: frozenset[str] = frozenset()


def without(council: Framework, *, on: bool) -> Framework:
    button = council.safety_button.model_copy(update={"on": on})
    return council.model_copy(update={"safety_button": button})


def test_sefton_offers_its_own_triggers_and_not_the_products() -> None:
    rules = [terms.rule for terms in offered(framework("sefton"), NOBODY)]
    assert rules == [
        "immediate_responses.safeguarding",
        "immediate_responses.family_worry",
        "immediate_responses.supervision_gap",
    ]


@pytest.mark.parametrize("name", ["leicestershire", "city-of-london", "herefordshire"])
def test_a_council_without_a_process_has_the_products_button_and_no_limit(name: str) -> None:
    (net,) = offered(framework(name), NOBODY)
    assert (net.sort, net.within) == (Sort.PRODUCT, None)
    assert button_label(framework(name)) == "Child may be unsafe"


def test_it_can_be_switched_off_and_what_runs_goes_on() -> None:
    off = without(framework("herefordshire"), on=False)
    assert offered(off, NOBODY) == []
    assert button_label(off) == ""
    assert terms_of(off, "safety_button") is not None
    assert button_label(without(framework("sefton"), on=False)) == "Child may be unsafe"


def test_somerset_offers_incidents_only_to_whom_the_file_names() -> None:
    anybody = {t.rule for t in offered(framework("somerset"), NOBODY)}
    manager = {t.rule for t in offered(framework("somerset"), frozenset({"team_manager"}))}
    assert anybody == {"safety_button"}
    assert manager - anybody == {"incidents.serious_incident", "incidents.case_for_consideration"}


def test_an_incident_is_asked_hourly_of_each_and_does_not_climb() -> None:
    terms = terms_of(framework("somerset"), "incidents.serious_incident")
    assert terms is not None
    assert (terms.ladder.again, terms.ladder.up_every) == ((60,), 60)
    assert (terms.all_must, terms.climbs) == (True, False)


def test_what_follows_an_incident_is_found_by_what_came_before() -> None:
    council = framework("somerset")
    decision = stage(council, "decision", "incidents.serious_incident")
    assert decision is not None
    assert decision.key == "panel_notification"
    assert stage(council, "decision", "incidents.case_for_consideration") is None
    assert [bool(stage(council, "review", way)) for way in decision.ways] == [
        True,
        False,
        True,
        False,
    ]
    learning = stage(council, "learning", "incidents.serious_incident")
    assert learning is not None
    assert len(learning.ways) == 6


def test_only_a_council_with_a_rule_asks_about_supervision_gaps() -> None:
    gap = gap_rule(framework("sefton"))
    assert gap is not None
    assert gap.gap_months == 6
    assert gap_rule(framework("herefordshire")) is None


def test_a_rule_that_the_file_has_dropped_is_not_found() -> None:
    assert terms_of(framework("sefton"), "immediate_responses.gone") is None
