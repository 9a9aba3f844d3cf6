"""Steps of one kind of duty name a kind that there is."""

from __future__ import annotations

import pytest

from domain.nudges.steps import rules_for
from tests.town import framework
from usecases.people.duties import duty_kinds, has_own_pace

COUNCILS = ("herefordshire", "sefton", "somerset", "leicestershire", "city-of-london")


@pytest.mark.parametrize("council", COUNCILS)
def test_every_kind_with_steps_of_its_own_is_one_that_the_clock_reminds_of(council: str) -> None:
    kinds = [one.kind for one in framework(council).nudge_steps.kinds]
    assert kinds
    assert set(kinds) <= duty_kinds().keys()
    assert not [kind for kind in kinds if has_own_pace(kind)]


@pytest.mark.parametrize("council", COUNCILS)
def test_what_is_not_declared_is_as_for_all(council: str) -> None:
    found = framework(council)
    days, up = rules_for("submit_assessment", found.nudge_steps, found.escalation)
    assert (days.days, up.steps) == (found.nudge_steps.days, found.escalation.steps)
    days, up = rules_for("give_view", found.nudge_steps, found.escalation)
    assert days.days == (-1, 0, 1)
    assert up.steps == found.escalation.steps
