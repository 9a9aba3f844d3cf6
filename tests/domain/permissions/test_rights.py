from __future__ import annotations

import pytest

from domain.permissions import audits, moderation
from domain.permissions.relations import Relation
from domain.permissions.rights import may, rights

ALONE = [frozenset({relation}) for relation in Relation]


def test_a_verb_that_stands_in_no_table_is_nobodys() -> None:
    assert not may("drop_everything", frozenset(Relation))


def test_nobody_without_a_relation_may_do_anything() -> None:
    assert not any(may(verb, frozenset()) for verb in rights())


@pytest.mark.parametrize("verb", rights())
def test_being_a_colleague_opens_nothing(verb: str) -> None:
    """Rights come from what somebody is to the subject, not from being in the staff list."""
    assert not may(verb, frozenset({Relation.COLLEAGUE}))


@pytest.mark.parametrize(
    ("verb", "relation"),
    [
        ("start_audit", Relation.HOLDER),
        ("decline_audit", Relation.HOLDER),
        ("submit_assessment", Relation.HOLDER),
        ("withdraw_assessment", Relation.HOLDER),
        ("acknowledge_notice", Relation.TOLD),
        ("suggest_times", Relation.WORKER),
        ("take_first_time", Relation.HOLDER),
        ("acknowledge_findings", Relation.TOLD),
        ("appoint_auditor", Relation.COORDINATOR),
        ("open_seat", Relation.COORDINATOR),
        ("open_work", Relation.SELF),
        ("open_duty", Relation.HOLDER),
    ],
)
def test_a_verb_belongs_to_one_relation_alone(verb: str, relation: Relation) -> None:
    assert [one for one in ALONE if may(verb, one)] == [frozenset({relation})]


def test_one_relation_of_several_is_enough() -> None:
    assert may("start_audit", frozenset({Relation.COLLEAGUE, Relation.HOLDER}))


GRADING = (*audits.RIGHTS.keys() - {"open_seat", "appoint_auditor"}, *moderation.RIGHTS)
LENT = {"send_third_reader", "ask_third_reader", "add_recommendation"}
"""What whoever runs cycles may ask for beside the auditors; no grade hangs on it."""


@pytest.mark.parametrize("verb", sorted({*GRADING} - LENT))
def test_a_coordinator_neither_grades_nor_submits_for_others(verb: str) -> None:
    assert not may(verb, frozenset({Relation.COORDINATOR}))
