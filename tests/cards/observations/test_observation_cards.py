"""The words of the cards of observations."""

from __future__ import annotations

from dataclasses import replace

from cards.observations.observation_form import MOST_NAMES, ObservationForm
from cards.observations.observation_plan import ObservationPlanCard
from cards.observations.observation_shared import ObservationShared
from cards.observations.observations import Observations
from tests.cards.walk import of_type, words

ASSIGNED, CHOSEN = ObservationForm.examples()[:2]
PROPOSED = ObservationPlanCard.examples()[0]
LATE = ObservationPlanCard.examples()[3]
NEW = ObservationShared.examples()[0]


def test_no_notification_names_anybody_or_quotes_anything() -> None:
    cards = (ASSIGNED, PROPOSED, LATE, NEW)
    for card in cards:
        for name in ("Will Heath", "Tess Marlow", "The young person"):
            assert name not in (card.summary or "")


def test_the_form_says_by_when_and_what_the_month_looks_at() -> None:
    said = words(ASSIGNED.render())
    assert "Observe Will Heath" in said
    assert "Thursday 31 December" in said
    assert "This month's audits look at: Pre-birth work" in said
    assert "Whom did you see?" not in said


def test_a_long_list_of_people_becomes_a_name_to_type() -> None:
    assert "Wes Tarn" in words(CHOSEN.render())
    many = tuple((f"p{n}", f"Person {n}") for n in range(MOST_NAMES + 1))
    card = replace(CHOSEN, people=many, values={"whom": "p3"}).render()
    (whom,) = [one for _, one in of_type(card, "Input.Text") if one["id"] == "whom"]
    assert whom["value"] == "Person 3"
    assert "Person 4" not in words(card)


def test_what_was_returned_has_no_inputs_and_says_where_it_is_filed() -> None:
    done = ObservationForm.examples()[-1]
    assert not of_type(done.render(), "Input.Text")
    assert "supervision file" in words(done.render())


def test_a_plan_can_be_changed_only_before_it_is_sent() -> None:
    assert "Send them" in words(PROPOSED.render())
    assert "Nobody outside their line was free for Sam Field." in words(PROPOSED.render())
    assert "Send them" not in words(LATE.render())
    assert "1 late" in words(LATE.render())
    assert "returned 9 December" in words(LATE.render())


def test_whoever_was_seen_can_answer_once() -> None:
    assert "Send comment" in words(NEW.render())
    answered = replace(NEW, may_answer=False, comment="Thank you.")
    said = words(answered.render())
    assert "Send comment" not in said
    assert "Thank you." in said


def test_the_list_counts_what_is_late_and_names_who_was_never_seen() -> None:
    manager, mine, nothing = Observations.examples()
    said = words(manager.render())
    assert "1 late" in said
    assert "not seen yet, the dates stand in a policy" in said
    assert "6 more." in said
    assert "To do" not in words(mine.render())
    assert "Nothing is on record yet." in words(nothing.render())
