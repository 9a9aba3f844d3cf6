"""Compare and decide: three columns of words, the inputs, and what a view alone offers."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from cards.moderation.decision_parts import Values
from cards.moderation.moderation_decision import ModerationDecision
from cards.moderation.moderation_outcome import ModerationOutcome
from cards.moderation.parts import SideBySide
from tests.cards.walk import nodes, of_type, words

PAIR = ModerationDecision.examples()[0]


def inputs(card: ModerationDecision) -> list[str]:
    """The ids of what can be filled in."""
    return [str(node["id"]) for _, node in of_type(card.render(), "Input.")]


def test_grades_stand_side_by_side_under_whose_they_are() -> None:
    said = words(PAIR.render())
    assert "2 · Assessments" in said
    for part in ("Lead", "Peer", "You", "Requires improvement"):
        assert part in said
    assert PAIR.to_decide[0].in_words == "Lead: Good, Peer: Requires improvement, You: Good"


def test_no_more_than_three_columns_stand_in_a_row() -> None:
    row = SideBySide(number=1, name="Voice", grades=tuple((f"R{n}", "Good") for n in range(5)))
    card = replace(PAIR, to_decide=(row,)).render()
    sets = [node for _, node in of_type(card, "ColumnSet")]
    assert max(len(node["columns"]) for node in sets) == 3
    assert all(f"R{n}" in words(card) for n in range(5))


def test_each_open_area_the_overall_grade_and_the_words_can_be_filled_in() -> None:
    assert inputs(PAIR) == ["final_2", "final_4", "overall", "reason", "plan", "wider"]


def test_what_a_council_does_not_ask_is_not_on_the_card() -> None:
    bare = replace(PAIR, asks_plan=False, asks_wider=False, may_ask_third=False)
    assert inputs(bare) == ["final_2", "final_4", "overall", "reason"]
    assert "Third reader" not in words(bare.render())


def test_a_view_alone_has_nothing_to_fill_in_or_record() -> None:
    card = replace(PAIR, decides=False)
    assert [key for key in inputs(card) if not key.startswith("final_")] == []
    verbs = {node.get("verb") for _, node in nodes(card.render())}
    assert "decide_moderation" not in verbs


def test_own_grades_are_filled_in() -> None:
    filled = {n["id"]: n.get("value") for _, n in of_type(PAIR.render(), "Input.")}
    assert (filled["final_2"], filled["final_4"]) == ("good", "requires_improvement")
    empty = replace(PAIR, values=Values())
    assert not {n.get("value") for _, n in of_type(empty.render(), "Input.")} - {None}


def test_a_disagreement_and_a_view_are_word_for_word() -> None:
    card = replace(PAIR, disputes=(("Will Heath, worker,", "*July*"),), views=(("Sam", "Yes."),))
    said = words(card.render())
    assert "Will Heath, worker, disagrees" in said
    assert "*July*" in said
    assert "Sam's view" in said


@pytest.mark.parametrize("areas", [1, 6, 8])
def test_it_stays_under_24_kb_whatever_was_written(areas: int) -> None:
    long = PAIR.words[0][1][0]
    texts = replace(long, evidence="x" * 2000, strengths="y" * 2000, develop="z" * 2000)
    rows = tuple(replace(PAIR.to_decide[0], number=n) for n in range(1, areas + 1))
    told = tuple((n, (texts, texts)) for n in range(1, areas + 1))
    values = replace(PAIR.values, reason="r" * 2000, plan="p" * 2000, wider="w" * 2000)
    card = replace(PAIR, to_decide=rows, words=told, values=values)
    assert len(json.dumps(card.render(), ensure_ascii=False).encode()) < 24_000


def test_an_outcome_says_who_decided_and_what_differed() -> None:
    one = ModerationOutcome.examples()[0]
    assert "Mo Rahman and Helen Brandt decided. One grade differed." in words(one.render())
    same = replace(one, changed=())
    assert "agreed with every grade that was given first." in words(same.render())
