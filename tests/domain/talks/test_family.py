from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.frameworks.meeting import FamilyContact
from domain.talks.family import (
    Agreed,
    Consent,
    FamilyEntry,
    FamilyStep,
    chased_out,
    family_holds_up,
    family_step,
    next_chase,
)
from tests.town import framework

NOW = datetime(2026, 10, 1, 9, tzinfo=UTC)
FIRST = FamilyContact(seats=("peer",), consent="worker_first", chase_days=(3, 7))
AT_START = FamilyContact(seats=("auditor",), consent="at_start")
ENTRY = FamilyEntry(id=1, audit_id=1, version=1)
ASKED = Consent(id=1, audit_id=1, worker="wes", version=1, asked_at=NOW)


def test_story_2_the_family_is_locked_until_the_worker_has_answered() -> None:
    assert family_step(FIRST, ENTRY, ASKED) is FamilyStep.LOCKED
    assert family_step(FIRST, ENTRY, replace(ASKED, chased=1)) is FamilyStep.LOCKED


@pytest.mark.parametrize("agreed", [Agreed.REFUSED, Agreed.NOT_APPROPRIATE])
def test_story_2_a_refusal_is_the_reason_with_which_the_peer_goes_on(agreed: Agreed) -> None:
    assert family_step(FIRST, ENTRY, replace(ASKED, agreed=agreed)) is FamilyStep.DONE


def test_consent_opens_the_way_to_the_family() -> None:
    assert family_step(FIRST, ENTRY, replace(ASKED, agreed=Agreed.GIVEN)) is FamilyStep.OPEN


@pytest.mark.parametrize("agreed", [Agreed.WAITING, Agreed.NO_REPLY])
def test_after_both_reminders_a_reason_may_be_given(agreed: Agreed) -> None:
    silent = replace(ASKED, agreed=agreed, chased=2)
    assert family_step(FIRST, ENTRY, silent) is FamilyStep.REASON_ONLY


def test_without_a_worker_a_reason_may_be_given_at_once() -> None:
    assert family_step(FIRST, ENTRY, replace(ASKED, worker=None)) is FamilyStep.REASON_ONLY
    assert family_step(FIRST, ENTRY, None) is FamilyStep.REASON_ONLY


@pytest.mark.parametrize("heard", [True, False])
def test_what_was_noted_ends_it_in_every_council(*, heard: bool) -> None:
    noted = replace(ENTRY, heard=heard)
    assert family_step(FIRST, noted, ASKED) is FamilyStep.DONE
    assert family_step(AT_START, noted, None) is FamilyStep.DONE


def test_where_the_auditor_asks_nothing_is_locked() -> None:
    assert family_step(AT_START, ENTRY, None) is FamilyStep.OPEN
    assert family_step(AT_START, None, None) is FamilyStep.OPEN


def test_reminders_count_from_the_request() -> None:
    assert next_chase(FIRST, ASKED) == NOW + timedelta(days=3)
    once = replace(ASKED, chased=1)
    assert next_chase(FIRST, once) == NOW + timedelta(days=7)
    assert not chased_out(FIRST, once)
    twice = replace(ASKED, chased=2)
    assert next_chase(FIRST, twice) is None
    assert chased_out(FIRST, twice)
    assert next_chase(FIRST, replace(ASKED, worker=None)) is None


def test_only_the_seat_that_hears_the_family_waits_for_it() -> None:
    programme = framework("herefordshire").programme("case_file_audit")
    assert family_holds_up(programme, "peer")
    assert not family_holds_up(programme, "lead")
