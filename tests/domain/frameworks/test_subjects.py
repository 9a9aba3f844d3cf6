"""What a programme looks at must be found, and its sample be read."""

from __future__ import annotations

from typing import Any

import pytest

from domain.frameworks.framework import Framework
from domain.frameworks.parts import Answer
from domain.frameworks.selection import SampleRule
from domain.frameworks.subjects import subjects
from tests.town import framework

SAMPLE = SampleRule(asks=("Seen?",))


def changed(**selection: Any) -> Framework:
    """Somerset, with one programme's selection changed."""
    council = framework("somerset")
    one = council.programme("additional_activity")
    rule = one.selection.model_copy(update=selection)
    return council.model_copy(
        update={"programmes": {one.key: one.model_copy(update={"selection": rule})}}
    )


@pytest.mark.parametrize(
    "council", ["leicestershire", "city-of-london", "herefordshire", "sefton", "somerset"]
)
def test_the_five_councils_have_no_such_faults(council: str) -> None:
    assert list(subjects(framework(council))) == []


@pytest.mark.parametrize(
    ("selection", "said"),
    [
        ({"subject": "setting"}, "say which settings are meant"),
        ({"settings": "homes"}, "say which settings are meant"),
        ({"subject": "sample"}, "say under sample what is asked of each"),
        ({"sample": SAMPLE}, "only a team or a sample has several records"),
        (
            {"subject": "sample", "sample": SAMPLE.model_copy(update={"of": "supervision"})},
            "the subject must be a team",
        ),
        ({"by_itself": True}, "no day on which it could open"),
    ],
)
def test_what_could_not_run_is_a_fault(selection: dict[str, Any], said: str) -> None:
    (fault,) = subjects(changed(**selection))
    assert fault.startswith("programmes.additional_activity.selection")
    assert said in fault


def test_an_answer_is_no_grade_and_there_once() -> None:
    answers = tuple(Answer(key=key, title=key) for key in ("good", "yes", "yes"))
    rule = SAMPLE.model_copy(update={"answers": answers})
    found = list(subjects(changed(subject="sample", sample=rule)))
    assert [fault.split("'")[1] for fault in found] == ["good", "yes"]
