"""What people say in the year: by those whose it is, on a day on which they are here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from domain.calendar.entries import calendar_entries
from domain.frameworks.cycles import OnDemandCycle
from domain.people.person import Absence
from tests.town import framework
from year.council import Folk, make_folk
from year.happening import Said, Scene, said_in

FIRST = date(2026, 4, 1)
DAYS = [FIRST + timedelta(days=number) for number in range(10)]


def scene(council: str, folk: Folk | None = None) -> Scene:
    rules = framework(council)
    return Scene(
        framework=rules,
        folk=folk or make_folk(rules, FIRST),
        days=DAYS,
        draw=Random(1),  # noqa: S311 - a repeatable year, not a secret
    )


def roles_of(one: Scene, said: Said) -> frozenset[str]:
    return next(person.roles for person in one.folk.people if person.id == said.person)


def every(one: Scene) -> list[Said]:
    return [said for day in said_in(one).values() for said in day]


@pytest.mark.parametrize("council", ["city-of-london", "herefordshire", "sefton", "somerset"])
def test_what_no_calendar_brings_is_started_by_one_of_those_whose_it_is(council: str) -> None:
    year = scene(council)
    said = {one.text: one for one in every(year)}
    for entry in calendar_entries(year.framework):
        if entry.startable and entry.roles:
            starter = said[f"activity {entry.title[:80]}"]
            assert roles_of(year, starter) & set(entry.roles), entry.name
        else:
            assert entry.startable or f"activity {entry.title}" not in said, entry.name


def test_what_is_only_planned_is_tried_by_whoever_runs_cycles() -> None:
    year = scene("sefton")
    tried = [one for one in every(year) if one.text == "activity Auditing in a group"]
    assert [bool(roles_of(year, one) & year.framework.coordinators) for one in tried] == [True]


def test_what_waits_for_an_event_is_sent_to_be_passed_by_its_sender() -> None:
    year = scene("city-of-london")
    (rule,) = [one for one in year.framework.approvals if one.key == "governance_sign_off"]
    (sent,) = [one for one in every(year) if one.text == f"send for approval {rule.title}"]
    assert roles_of(year, sent) & set(rule.sent_by)


def test_each_kind_of_audit_on_demand_has_somebody_who_asks_for_it() -> None:
    year = scene("somerset")
    asking = [roles_of(year, one) for one in every(year) if one.text == "new audit"]
    for programme in year.framework.programmes.values():
        shape = programme.cycle
        if isinstance(shape, OnDemandCycle) and not programme.selection.event:
            may = set(shape.commissioned_by) or set(year.framework.coordinators)
            assert sum(bool(roles & may) for roles in asking) >= 3, programme.key


def test_whoever_is_away_says_it_when_they_are_back() -> None:
    folk = make_folk(framework("sefton"), FIRST)
    away = Absence(first_day=FIRST, last_day=DAYS[6], cover=None)
    people = tuple(replace(one, absences=(away,)) for one in folk.people)
    found = said_in(scene("sefton", Folk(people=people, cases=folk.cases)))
    assert min(found) == DAYS[7]
    there = sum(len(said) for said in said_in(scene("sefton")).values())
    assert sum(len(said) for said in found.values()) == there
