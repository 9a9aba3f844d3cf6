from __future__ import annotations

from domain.responses.answer import text_to_paste, wider
from domain.responses.response import Part, ResponseState, Sort, StepKind
from tests.domain.responses.samples import NOW, has, response, told


def test_its_number_says_whose_rule_it_is() -> None:
    numbers = [response(sort=sort).number for sort in Sort]
    assert numbers == ["IR-41", "CS-41", "SI-41"]


def test_its_parties_are_the_raiser_and_whoever_was_told() -> None:
    lines = (told("sam"), told("theo", Part.KNOWS), told("sam", kind=StepKind.AGAIN))
    found = response(steps=lines)
    assert found.parties == ("ada", "sam", "theo")
    assert found.people(Part.ANSWERS) == ("sam",)
    assert found.parts_of(["theo", "sam"]) == {Part.ANSWERS, Part.KNOWS}
    assert found.parts_of(["wes"]) == frozenset()


def test_it_waits_for_whoever_has_not_said_that_they_have_it_in_this_round() -> None:
    lines = (told("sam"), told("hal"), has("sam"))
    assert response(steps=lines).waits_for == ("hal",)
    assert response(steps=lines, round=2).waits_for == ("sam", "hal")


def test_a_covers_word_counts_for_whoever_is_away() -> None:
    assert response(steps=(told("sam"), has("mo", instead="sam"))).waits_for == ()


def test_it_is_overdue_only_while_somebody_must_act() -> None:
    assert response(overdue_at=NOW).overdue
    assert not response(overdue_at=NOW, state=ResponseState.ANSWERED).overdue


def test_where_somebody_looks_further_stands_in_the_councils_words() -> None:
    places = ("The worker's other work", "Management practice", "Oversight")
    assert wider({"wider": "0,2"}, places) == ["The worker's other work", "Oversight"]
    assert wider({"wider": "7,x"}, places) == []
    assert wider({}, places) == []


def test_the_text_to_paste_leaves_out_what_is_empty() -> None:
    assert text_to_paste({"Raised": "15:12", "Told": ""}) == "Raised: 15:12"
