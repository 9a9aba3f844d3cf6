"""Cards that answer the reader: welcome, help, refusals, presses that came too late."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from cards.people.access_requested import AccessRequested
from cards.people.acting_as import ActingAs
from cards.people.commands import Command
from cards.people.did_you_mean import DidYouMean
from cards.people.help import Help
from cards.people.moved_on import Event, MovedOn
from cards.people.refused import Refused
from cards.people.typed import Typed
from cards.people.welcome import Welcome
from cards.people.went_wrong import WentWrong
from cards.people.who_am_i import Away, WhoAmI
from domain.refs import Ref
from tests.cards.walk import buttons, find, words

READER = Ref("person", "ada")
NOON = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)
COMMANDS = (Command(word="my work", what="What is waiting"),)
MOVED = MovedOn(
    ref=Ref("action", "312"),
    version=6,
    reader=READER,
    what="Action A-312",
    state="Signed off",
    why="Tess Marlow signed it off.",
    today=date(2026, 12, 3),
    open_verb="open_action",
)
REFUSED = Refused(ref=Ref("access", "7QF2"), coordinator="Cora Lindley")


@pytest.mark.parametrize(
    ("waiting", "said"),
    [
        (0, "Nothing is waiting for you."),
        (1, "**One thing** is waiting for you."),
        (3, "**3 things** are waiting for you."),
    ],
)
def test_a_welcome_counts_what_waits(waiting: int, said: str) -> None:
    card = Welcome(
        ref=READER, version=1, first_name="Ada", waiting=waiting, commands=COMMANDS
    ).render()
    assert said in words(card)
    assert "Hello Ada" in words(card)


def test_a_welcome_has_reminders_only_where_there_are_settings() -> None:
    plain = Welcome(ref=READER, version=1, first_name="Ada", waiting=0, commands=COMMANDS)
    assert buttons(plain.render()) == ["Show my work", "Help"]
    with_settings = replace(plain, has_settings=True).render()
    assert buttons(with_settings) == ["Show my work", "Reminders", "Help"]


def test_help_lists_every_command_with_what_it_does() -> None:
    card = Help(ref=READER, version=1, commands=COMMANDS).render()
    assert "my\u00a0work\nWhat is waiting" in words(card)
    assert "my work" in card["fallbackText"]


def test_the_reader_sees_what_the_staff_list_says() -> None:
    away = Away(first_day=date(2026, 12, 21), last_day=date(2027, 1, 3), cover="Ivo Hart")
    card = WhoAmI(ref=READER, version=1, name="Ada Okafor", roles=("IRO", "Auditor"), away=away)
    read = words(card.render())
    assert "Roles\nIRO and Auditor" in read
    assert "Away\n21 December to 3 January" in read
    assert "Cover\nIvo Hart" in read
    assert "Something wrong? Tell the QA team." in read


def test_somebody_without_roles_is_told_so() -> None:
    assert "Roles\nNone" in words(WhoAmI(ref=READER, version=1, name="Zed").render())


def test_who_is_not_listed_gets_a_reference_and_somebody_to_ask() -> None:
    read = words(REFUSED.render())
    assert "Ask Cora Lindley in the QA team to add you. Give them the reference 7QF2." in read
    assert buttons(REFUSED.render()) == ["Try again", "Tell the QA team for me"]
    assert "Ask the QA team to add you." in words(replace(REFUSED, coordinator="").render())


def test_who_has_asked_is_not_asked_to_ask_again() -> None:
    card = replace(REFUSED, asked=True).render()
    assert "The QA team has been asked to add you." in words(card)
    assert buttons(card) == ["Try again"]


def test_another_tenant_learns_no_name_and_gets_no_button() -> None:
    card = replace(REFUSED, why="wrong_tenant").render()
    assert buttons(card) == []
    assert "Cora" not in str(card)
    assert "7QF2" not in str(card)


def test_every_refusal_says_what_to_do_for_a_child_in_danger() -> None:
    for card in REFUSED.examples():
        assert "call 999 in an emergency" in words(card.render())


def test_a_request_for_access_says_who_and_needs_no_answer() -> None:
    asked = AccessRequested(
        ref=Ref("access", "7QF2"), version=1, name="Zed Quill", account="0-42", asked_at=NOON
    )
    assert "Name\nZed Quill" in words(asked.render())
    assert "Needs\na place in the staff list" in words(asked.render())
    assert "the role Auditor" in words(replace(asked, missing_role="Auditor").render())
    assert "Zed" not in str(asked.summary)


def test_suggestions_say_the_word_for_the_reader() -> None:
    card = DidYouMean(ref=READER, version=1, typed="wrok", suggestions=("who am I",)).render()
    press = find(card, "Action.Execute", title="Who am I")
    assert press["verb"] == "say_command"
    assert press["data"]["id"] == "command-who am I"
    assert "You typed\nwrok" in words(card)


def test_at_most_three_words_are_suggested() -> None:
    card = DidYouMean(ref=READER, version=1, suggestions=("a", "b", "c", "d")).render()
    assert buttons(card) == ["A", "B", "C", "Help"]


def test_without_a_suggestion_help_is_the_way_on() -> None:
    card = DidYouMean(ref=READER, version=1).render()
    assert find(card, "Action.Execute", title="Help")["style"] == "positive"


def test_the_demo_says_whom_one_plays() -> None:
    card = ActingAs(ref=READER, version=1, name="Ada Okafor", roles=("Auditor",))
    assert "You now act as Ada Okafor" in words(card.render())


def test_a_late_press_changed_nothing_and_says_so() -> None:
    assert "Tess Marlow signed it off. Your press changed nothing." in words(MOVED.render())
    assert buttons(MOVED.render()) == ["Open it as it is now", "My work"]


def test_what_cannot_be_opened_has_no_button() -> None:
    card = replace(MOVED, open_verb="").render()
    assert buttons(card) == ["My work"]
    assert find(card, "Action.Execute", title="My work")["data"] == {
        "id": "person-ada",
        "version": 1,
    }


def test_the_last_three_events_are_said_newest_last() -> None:
    events = tuple(Event(at=NOON.replace(day=day), text=f"event {day}") for day in (3, 1, 2))
    older = Event(at=NOON.replace(month=11, day=30), text="event 0")
    read = words(replace(MOVED, events=(*events, older)).render())
    assert "1\u00a0December\nevent 1\n2\u00a0December\nevent 2\nToday\u00a012:00\nevent 3" in read
    assert "event 0" not in read


def test_what_was_typed_comes_back_to_be_copied() -> None:
    typed = (Typed(label="Evidence", text="One."), Typed(label="Reason", text=""))
    read = words(replace(MOVED, typed=typed).render())
    assert "What you had typed, kept for you to copy\nEvidence: \nOne." in read
    assert "Reason" not in read


def test_text_that_is_too_long_says_that_it_was_cut() -> None:
    typed = tuple(Typed(label=f"Field {n}", text="word " * 2000) for n in range(4))
    assert "(cut here, too long for a card)" in words(replace(MOVED, typed=typed).render())


def test_our_fault_says_what_is_safe_and_gives_a_reference() -> None:
    card = WentWrong(ref=READER, version=1, code="K7QF", draft_saved_at=NOON)
    assert (
        "Your draft from 12:00 is safe. Please try again, or type help. Reference K7QF."
        in words(card.render())
    )
    assert "draft" not in words(replace(card, draft_saved_at=None).render())
    assert card.render()["fallbackText"].startswith("That did not save. Your draft")
