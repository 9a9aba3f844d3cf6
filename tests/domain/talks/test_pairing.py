from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from domain.frameworks.seats import NewAuditors
from domain.people.person import Absence, Person
from domain.talks.pairing import (
    Experience,
    Pairing,
    Place,
    Reading,
    find_helper,
    helping,
    is_new,
    on_call,
    rule_for,
)
from tests.cast import ADA, CASES, CHIP, IVY, PEOPLE, THEO
from tests.town import framework

DEEP_DIVE = framework("sefton").programme("deep_dive_audit")
RULE = NewAuditors(fewer_than=3, help_from=("principal_social_worker",))
FIRST, LAST = date(2026, 12, 1), date(2026, 12, 31)
PLACE = Place(
    seat=DEEP_DIVE.seat("auditor"),
    case=CASES["C-23087"],
    first_day=FIRST,
    last_day=LAST,
    not_these=frozenset({"ada"}),
)


def who(completed: dict[str, int], **busy: int) -> Experience:
    return Experience(people=PEOPLE, completed=completed, busy=busy)


def found(completed: dict[str, int], **busy: int) -> Person | None:
    return find_helper(RULE, PLACE, who(completed, **busy))


def test_fewer_than_three_completed_audits_is_new() -> None:
    assert is_new(RULE, "ada", {})
    assert is_new(RULE, "ada", {"ada": 2})
    assert not is_new(RULE, "ada", {"ada": 3})


def test_whoever_helps_least_is_asked() -> None:
    done = {"ivy": 3, "chip": 9}
    assert found(done) == CHIP
    assert found(done, chip=1) == IVY


def test_nobody_new_helps_and_nobody_helps_themselves() -> None:
    assert found({"ivy": 2}) is None
    assert found({"ada": 9}) is None


def test_whoever_manages_the_record_does_not_read_it() -> None:
    assert found({"sam": 9, "tess": 9}) is None
    assert found({"theo": 9}) == THEO


def test_whoever_is_away_for_the_month_does_not_help() -> None:
    gone = replace(IVY, absences=(Absence(first_day=FIRST, last_day=LAST),))
    people = {**PEOPLE, "ivy": gone}
    experience = Experience(people=people, completed={"ivy": 5}, busy={})
    assert find_helper(RULE, PLACE, experience) is None


def test_whoever_is_on_call_is_here_today() -> None:
    assert [one.id for one in on_call(RULE, PEOPLE.values(), FIRST)] == ["mo"]
    away = replace(PEOPLE["mo"], absences=(Absence(first_day=FIRST, last_day=LAST),))
    assert on_call(RULE, [away, ADA], FIRST) == []


def test_work_that_is_read_burdens_nobody() -> None:
    one = Pairing(id=1, seat_id=1, auditor="ada", helper="ivy", version=1)
    read = replace(one, id=2, reading=Reading.FINE, read_at=datetime(2026, 12, 2, tzinfo=UTC))
    assert helping([one, read, replace(one, id=3, helper="chip")]) == {"ivy": 1, "chip": 1}


def test_only_councils_with_the_rule_pair() -> None:
    assert rule_for(DEEP_DIVE) is not None
    assert rule_for(framework("herefordshire").programme("case_file_audit")) is None
