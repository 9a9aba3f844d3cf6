"""What the councils' files say of feedback fits together."""

from __future__ import annotations

import pytest

from domain.frameworks.check import faults
from tests.town import FRAMEWORKS, framework

COUNCILS = sorted(file.stem for file in FRAMEWORKS.glob("*.toml"))


def test_feedback_that_counts_for_no_quota_is_a_fault() -> None:
    council = framework("somerset")
    lost = tuple(
        rule.model_copy(update={"counts_for": "family_feedbak"}) if rule.counts_for else rule
        for rule in council.feedback
    )
    (said,) = faults(council.model_copy(update={"feedback": lost}))
    assert "counts_for: nothing has the key 'family_feedbak' here" in said
    assert "family_feedback" in said


@pytest.mark.parametrize("council", COUNCILS)
def test_every_way_of_hearing_families_has_somebody_who_uses_it(council: str) -> None:
    for rule in framework(council).feedback:
        if rule.of == "family" and rule.on:
            assert rule.asked_by, rule.key


@pytest.mark.parametrize("council", COUNCILS)
def test_questions_fit_the_column_and_no_more_than_can_be_typed(council: str) -> None:
    programmes = framework(council).programmes.values()
    families = [one.family for one in programmes if one.family]
    asked = [rule.questions for rule in families] + [r.asks for r in framework(council).feedback]
    for family in families:
        asked += family.asked_as.values()
    for rule in framework(council).feedback:
        asked += rule.asked_as.values()
    for questions in asked:
        assert len(questions) <= 8
        assert all(len(question) <= 300 for question in questions)
