"""The month's draw for moderation (story 7): who is sent, why, and that it can be repeated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.audits.grading import Difference, Grading
from domain.frameworks.moderation import ModerationRules
from domain.moderation.draw import (
    Candidate,
    Sample,
    at_once,
    by_lot,
    disputed,
    draw_sample,
)
from tests.domain.moderation.councils import framework

RI, GOOD, OUTSTANDING, INADEQUATE = "requires_improvement", "good", "outstanding", "inadequate"


def rules(council: str = "sefton") -> ModerationRules:
    """A council's own rules."""
    programme = next(iter(framework(council).programmes.values()))
    assert programme.moderation is not None
    return programme.moderation


def grading(council: str) -> Grading:
    """The council's scale and programme."""
    known = framework(council)
    return Grading(framework=known, programme=next(iter(known.programmes.values())))


def month(audits: int, *, good: int = 0, disputes: int = 0) -> list[Candidate]:
    """So many audits: the first ones Good, then disputed ones, the rest Requires improvement."""
    return [
        Candidate(
            audit_id=n,
            case_ref=f"C-{n:05}",
            overall=GOOD if n <= good else RI,
            grade_title="Good" if n <= good else "Requires improvement",
            disputed=good < n <= good + disputes,
        )
        for n in range(1, audits + 1)
    ]


def kinds(sample: Sample) -> list[str]:
    """Why each was sent, the commonest first."""
    return sorted(reason.kind for reasons in sample.reasons.values() for reason in reasons)


def test_story_7_thirty_audits_six_good_one_disputed_ten_moderated_three_at_random() -> None:
    sample = draw_sample(rules(), month(30, good=6, disputes=1), seed=5518)
    assert len(sample.reasons) == sample.wanted == 10
    assert kinds(sample) == ["disagreement", *["grade"] * 6, *["share"] * 3]
    assert len(sample.at_random()) == 3
    assert set(range(1, 8)) <= sample.reasons.keys()


def test_each_one_says_why() -> None:
    sample = draw_sample(rules(), month(3, good=1, disputes=1), seed=1)
    assert sample.reasons[1][0].said == "Graded Good or better (Good)"
    assert sample.reasons[2][0].said == "Somebody disagrees with the overall grade"
    alone = draw_sample(rules(), month(3), seed=1)
    (reason,) = next(iter(alone.reasons.values()))
    assert reason.said == "In this month's moderation (number 1 of the lot with seed 1)"


def test_a_good_that_is_disputed_has_both_reasons_and_counts_once() -> None:
    one = Candidate(audit_id=1, case_ref="C-1", overall=GOOD, grade_title="Good", disputed=True)
    sample = draw_sample(rules(), [one, *month(30)[1:]], seed=3)
    assert [reason.kind for reason in sample.reasons[1]] == ["grade", "disagreement"]
    assert len(sample.reasons) == 10


def test_outstanding_is_good_or_better() -> None:
    best = Candidate(audit_id=1, case_ref="C-1", overall=OUTSTANDING, grade_title="Outstanding")
    assert [r.kind for r in draw_sample(rules(), [best], seed=1).reasons[1]] == ["grade"]


@pytest.mark.parametrize(
    ("audits", "drawn"),
    [(1, 1), (2, 1), (3, 1), (4, 1), (5, 2), (7, 2), (8, 3), (29, 10), (31, 10)],
)
def test_a_third_is_the_nearest_whole_and_at_least_one(audits: int, drawn: int) -> None:
    """E-56."""
    assert len(draw_sample(rules(), month(audits), seed=9).reasons) == drawn


def test_more_goods_than_a_third_are_all_moderated_and_nobody_at_random() -> None:
    sample = draw_sample(rules(), month(12, good=9), seed=9)
    assert kinds(sample) == ["grade"] * 9


def test_no_audit_no_draw() -> None:
    assert draw_sample(rules(), [], seed=9).reasons == {}


def test_an_audit_that_comes_late_is_drawn_only_where_the_share_asks_for_it() -> None:
    late = [Candidate(audit_id=31, case_ref="C-00031", overall=RI)]
    assert draw_sample(rules(), late, seed=1, settled=31, already=10).reasons == {}
    assert len(draw_sample(rules(), late, seed=1, settled=32, already=10).reasons) == 1
    good = [Candidate(audit_id=31, case_ref="C-00031", overall=GOOD)]
    assert len(draw_sample(rules(), good, seed=1, settled=31, already=10).reasons) == 1


@given(audits=st.integers(1, 60), good=st.integers(0, 20), seed=st.integers(0, 10**6))
def test_the_same_audits_and_seed_give_the_same_draw_in_any_order(
    audits: int, good: int, seed: int
) -> None:
    them = month(audits, good=min(good, audits))
    one, other = draw_sample(rules(), them, seed=seed), draw_sample(rules(), them[::-1], seed=seed)
    assert one.reasons.keys() == other.reasons.keys()
    assert len(one.reasons) == max(one.wanted, min(good, audits))


@given(seed=st.integers(0, 10**6))
def test_one_audit_more_changes_no_other_audits_lot(seed: int) -> None:
    fewer = [c.audit_id for c in by_lot(month(12), seed)]
    more = [c.audit_id for c in by_lot(month(13), seed) if c.audit_id != 13]
    assert fewer == more


def test_every_audit_has_a_fair_chance() -> None:
    """2,000 seeds, a third of 9 each: every audit about 667 times."""
    drawn = [a for seed in range(2000) for a in draw_sample(rules(), month(9), seed=seed).reasons]
    counts = [drawn.count(number) for number in range(1, 10)]
    assert sum(counts) == 6000
    assert min(counts) > 580
    assert max(counts) < 755


def test_any_difference_of_overall_or_any_area_sends_a_pair_to_a_moderator() -> None:
    """HER-08, E-46: one step is enough."""
    for area in (0, 1, 6):
        found = at_once(
            rules("herefordshire"),
            grading("herefordshire"),
            [Difference(area, (GOOD, OUTSTANDING))],
            month=12,
        )
        assert [reason.key for reason in found] == ["pair_differs"]
    assert at_once(rules("herefordshire"), grading("herefordshire"), [], month=12) == ()


def test_not_applicable_beside_a_grade_is_a_difference() -> None:
    found = at_once(
        rules("herefordshire"),
        grading("herefordshire"),
        [Difference(2, (GOOD, "not_applicable"))],
        month=12,
    )
    assert len(found) == 1


def test_a_rule_of_two_steps_lets_one_step_pass() -> None:
    her = rules("herefordshire")
    draw = her.draws[0].model_copy(update={"steps": 2, "areas": False})
    two = her.model_copy(update={"draws": (draw,)})
    scale = grading("herefordshire")
    assert not at_once(two, scale, [Difference(0, (GOOD, RI))], month=1)
    assert at_once(two, scale, [Difference(0, (GOOD, INADEQUATE))], month=1)
    assert not at_once(two, scale, [Difference(3, (GOOD, INADEQUATE))], month=1)


def test_every_evaluation_goes_to_its_moderator() -> None:
    """SOM-06, E-72."""
    found = at_once(rules("somerset"), grading("somerset"), [], month=2)
    assert [reason.kind for reason in found] == ["every"]


def test_a_council_without_disagreement_has_no_reason_for_it() -> None:
    assert disputed(rules("herefordshire")) is None
    reason = disputed(rules())
    assert reason is not None
    assert reason.kind == "disagreement"
