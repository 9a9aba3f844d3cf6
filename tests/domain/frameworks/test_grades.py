from __future__ import annotations

import pytest

from domain.frameworks.grades import GradeScale
from tests.domain.frameworks.samples import FOLDER, SMALL, read


def scale() -> GradeScale:
    return read((FOLDER / "sefton.toml").read_text(encoding="utf-8")).grades


def test_keys_come_best_first() -> None:
    assert scale().keys == ("outstanding", "good", "requires_improvement", "inadequate")


def test_a_grade_is_found_by_its_key() -> None:
    grade = scale().grade("requires_improvement")
    assert grade is not None
    assert (grade.title, grade.label, grade.short, grade.rank) == (
        "Requires improvement to be good",
        "Requires improvement",
        "RI",
        3,
    )


def test_a_grade_outside_the_scale_is_not_found() -> None:
    assert scale().grade("excellent") is None
    assert read(SMALL).grades.grade("outstanding") is None


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ("outstanding", "inadequate", 3),
        ("inadequate", "outstanding", 3),
        ("good", "requires_improvement", 1),
        ("good", "good", 0),
    ],
)
def test_steps_between_two_grades_count_either_way(one: str, other: str, steps: int) -> None:
    assert scale().steps_between(one, other) == steps


def test_steps_to_a_grade_outside_the_scale_have_no_number() -> None:
    with pytest.raises(KeyError):
        scale().steps_between("good", "excellent")
