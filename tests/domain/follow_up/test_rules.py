"""Where the councils' own files say what follows."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest

from domain.audits.grading import Grading
from domain.follow_up.rules import after_audits, consequences, rule_of_consequence, terms_of
from domain.follow_up.step import StepKind
from domain.frameworks.framework import Framework, FrameworkFault
from domain.frameworks.parse import parse
from domain.frameworks.re_audit import re_audit_key
from tests.domain.follow_up.steps import step
from tests.domain.frameworks.samples import FOLDER

FILES = sorted(FOLDER.glob("*.toml"))


def council(name: str) -> Framework:
    return parse((FOLDER / f"{name}.toml").read_text(encoding="utf-8"), name)


class TestHerefordshire:
    framework: ClassVar[Framework] = council("herefordshire")

    def test_an_inadequate_is_alerted_reviewed_and_audited_again(self) -> None:
        programme = self.framework.programme("case_file_audit")
        found = {rule_of_consequence(r, place): then for r, place, then in consequences(programme)}
        assert {key: then.does for key, then in found.items()} == {
            "follow_up.inadequate.0": "alert",
            "follow_up.inadequate.1": "review",
            "follow_up.inadequate.2": "re_audit",
        }
        again = found["follow_up.inadequate.2"]
        assert again.not_the_auditors
        assert again.outside_the_line
        assert again.told == ("qa_team", "head_of_service")

    def test_a_step_asks_what_the_file_asks_today(self) -> None:
        review = terms_of(self.framework, step(rule="follow_up.inadequate.1"))
        assert review.asks == ("How far is each action?",)
        assert review.signed_off
        alert = terms_of(self.framework, step(rule="follow_up.inadequate.0", kind=StepKind.ALERT))
        assert (alert.comment, alert.again and alert.again.days) == (True, 3)

    def test_a_rule_that_the_file_has_dropped_asks_nothing(self) -> None:
        for gone in ("follow_up.inadequate.9", "follow_up.gone.0", "activities.gone"):
            assert terms_of(self.framework, step(rule=gone)).title == ""
        assert terms_of(self.framework, step(programme="gone")).title == ""

    def test_three_things_are_confirmed_after_every_audit(self) -> None:
        found = after_audits(self.framework, "case_file_audit")
        assert [activity.key for activity, _ in found] == [
            "upload",
            "supervision_talk",
            "team_sharing",
        ]
        upload = terms_of(self.framework, step(rule="activities.upload", kind=StepKind.CONFIRM))
        assert upload.to_paste
        assert upload.confirmation("uploaded") is not None
        assert upload.confirmation("nothing") is None


class TestReAudit:
    framework: ClassVar[Framework] = council("herefordshire")

    def test_it_is_the_same_audit_by_one_senior_manager(self) -> None:
        first = self.framework.programme("case_file_audit")
        again = self.framework.programme("case_file_audit_re_audit")
        (seat,) = again.seats
        assert seat.eligible_roles == ("service_director", "head_of_service", "service_manager")
        assert seat.independent
        assert again.areas == first.areas
        assert again.moderation is None
        assert again.follow_up == first.follow_up
        assert Grading(framework=self.framework, programme=again, window_start=None).grade_keys

    def test_it_is_not_among_the_programmes_that_open_by_themselves(self) -> None:
        assert "case_file_audit_re_audit" not in self.framework.programmes

    def test_the_re_audit_of_a_re_audit_is_the_same_programme(self) -> None:
        assert re_audit_key(re_audit_key("case_file_audit")) == "case_file_audit_re_audit"

    def test_a_council_without_re_audits_has_no_such_programme(self) -> None:
        with pytest.raises(FrameworkFault, match="deep_dive_audit_re_audit"):
            council("sefton").programme("deep_dive_audit_re_audit")


class TestSefton:
    framework: ClassVar[Framework] = council("sefton")

    def test_one_inadequate_causes_nothing(self) -> None:
        """SEF-25."""
        programme = self.framework.programme("deep_dive_audit")
        causes = {rule.key for rule, _, _ in consequences(programme)}
        assert causes == {
            "consecutive_inadequate",
            "team_share_inadequate",
            "area_7_inadequate",
            "make_a_difference_summary",
        }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_whoever_confirms_can_be_found(path: Path) -> None:
    """A tick that names nobody could never be set."""
    framework = council(path.stem)
    bare = [
        f"{activity.key}.{tick.key}"
        for programme in framework.programmes
        for activity, rule in after_audits(framework, programme)
        for tick in rule.confirms
        if not (tick.by or tick.relations)
    ]
    assert bare == []


def test_an_activity_can_be_for_the_audits_of_some_programmes() -> None:
    """SOM-10 is about evaluations, whoever else audits something."""
    somerset = council("somerset")
    for programme, count in (("practice_evaluation", 1), ("mape", 0)):
        found = [a for a, _ in after_audits(somerset, programme) if a.key == "supervision_talk"]
        assert len(found) == count


def test_a_programme_that_there_is_not_is_a_fault() -> None:
    text = (FOLDER / "somerset.toml").read_text(encoding="utf-8")
    wrong = text.replace('programmes = ["practice_evaluation"]', 'programmes = ["evaluation"]')
    with pytest.raises(FrameworkFault, match="'evaluation' is not a programme of this file"):
        parse(wrong, "somerset")
