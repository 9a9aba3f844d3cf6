from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from cards.people.import_preview import ImportPreview, Step
from domain.refs import Ref
from tests.cards.walk import buttons, find, words

READY = ImportPreview(
    ref=Ref("list", "12"),
    version=1,
    noun="people",
    at=datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
    step=Step.READY,
    to_write=2,
    changes=("2 people in the file: 2 new, 0 changed, 0 unchanged.",),
)
FAULTS = tuple(f"row {number}, worker: no person" for number in range(2, 14))


def test_it_says_that_nothing_is_written_yet_and_what_would_be() -> None:
    read = words(READY.render())
    assert "2 people to write" in read
    assert "Nothing has been written yet." in read
    assert "2 new" in read
    assert buttons(READY.render()) == ["Apply", "Forget it"]
    assert find(READY.render(), "Action.Execute", title="Apply")["data"] == {
        "id": "list-12",
        "version": 1,
    }


def test_one_record_is_one_record() -> None:
    assert "1 record to write" in words(replace(READY, noun="records", to_write=1).render())


def test_a_list_that_changes_nothing_cannot_be_applied() -> None:
    card = replace(READY, to_write=0).render()
    assert "Nothing to write" in words(card)
    assert buttons(card) == ["Forget it"]


def test_ten_faults_are_shown_and_the_others_counted() -> None:
    card = replace(READY, step=Step.FAULTY, changes=(), faults=FAULTS)
    read = words(card.render())
    assert "12 faults in the list" in read
    assert FAULTS[9] in read
    assert FAULTS[10] not in read
    assert "2 more faults not shown" in read
    assert card.summary == "Your list has 12 faults"


@pytest.mark.parametrize("step", [Step.APPLIED, Step.FORGOTTEN, Step.GONE])
def test_at_an_end_nothing_can_be_pressed(step: Step) -> None:
    card = replace(READY, step=step, counts=(("new", 5),)).render()
    assert buttons(card) == []
    assert step.value in words(card)
    assert "New\n5" in words(card)
