"""The cards on which things are confirmed, and on which before and after stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cards.follow_up.follow_up_confirm import FollowUpConfirm, TickLine
from cards.follow_up.re_audit_compared import Pair, ReAuditCompared
from domain.refs import Ref
from tests.cards.walk import buttons, find, of_type, words

TALK = FollowUpConfirm.examples()[0]
OWN = TALK.ticks[0]
COMPARED = ReAuditCompared.examples()[0]


def test_only_the_reader_s_own_tick_has_a_button() -> None:
    card = TALK.render()
    assert buttons(card) == ["Confirm"]
    press = find(card, "Action.Execute", verb="confirm_follow_up")
    assert press["data"] == {"id": "confirmation-14-supervisor", "version": 2}


def test_a_supervisor_may_give_the_day_up_to_today() -> None:
    day = find(TALK.render(), "Input.Date", id="day")
    assert day["max"] == "2025-10-20"


def test_a_worker_is_not_asked_for_a_day() -> None:
    worker = replace(OWN, ref=Ref("confirmation", "14-worker"), dated=False)
    assert of_type(replace(TALK, ticks=(worker,)).render(), "Input.Date") == []


def test_two_ticks_of_one_person_have_numbered_buttons() -> None:
    other = replace(OWN, text="Told to the team", ref=Ref("confirmation", "14-team"), dated=False)
    assert buttons(replace(TALK, ticks=(OWN, other)).render()) == ["Confirm 1", "Confirm 2"]


def test_a_tick_that_is_set_says_by_whom_and_when_it_was() -> None:
    done = TickLine(
        text="Talked about",
        who="Tess Marlow",
        done_on=date(2025, 10, 20),
        by="Tess Marlow",
        day=date(2025, 10, 17),
    )
    read = words(replace(TALK, ticks=(done,)).render())
    assert "Tess Marlow, held on 17 October\n20 October" in read
    assert "your part is done" in read


def test_what_is_done_has_nothing_left_to_fill_in() -> None:
    done = replace(OWN, ref=None, done_on=date(2025, 10, 20), by="Tess Marlow")
    card = replace(TALK, ticks=(done,), done=True).render()
    assert of_type(card, "Input.") == []
    assert "You need do no more." in words(card)


def test_the_text_to_paste_says_that_nothing_is_written_elsewhere() -> None:
    """E-12."""
    read = words(replace(TALK, paste="Overall: Good.").render())
    assert "To paste\nOverall: Good." in read
    assert "nothing is written there from here" in read


def test_before_and_after_stand_beside_each_other() -> None:
    read = words(COMPARED.render())
    assert "Overall\nBefore\nInadequate\nAfter\nGood" in read
    assert "Assessments\nBefore\nGood\nAfter\nGood" in read
    assert "still to be answered" in read


def test_answers_end_the_waiting() -> None:
    assert "still to be answered" not in words(ReAuditCompared.examples()[1].render())


def test_many_areas_keep_the_card_small() -> None:
    areas = tuple(
        Pair(name=f"Area {n} of a long name", before="Good", after="Good") for n in range(20)
    )
    assert len(str(replace(COMPARED, areas=areas).render())) < 24_000
