"""From words to a press: pure, on a small form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.forms.form import Choice, Form, Question
from dialogs.lexicon import likely, look_up, one_letter_off, plain
from dialogs.understanding import NotUnderstood, Understood, answer_to, hint_after, words_of
from domain.refs import Ref

TEA = Form(
    title="Tea",
    ref=Ref("tea", "1"),
    version=3,
    questions=(
        Question(
            key="kind",
            ask="A kind next",
            names=("kind",),
            choices=(Choice(value="black", title="Black tea"), Choice(value="mint", title="Mint")),
        ),
        Question(key="why", ask="Why next", names=("why", "because")),
    ),
    keep="save_tea",
    words={"next": "pour_tea"},
    jump="change_cup",
    jumps={2: (Ref("cup", "2"), 5)},
)


@pytest.mark.parametrize("typed", ["black tea", "Black Tea.", "kind black tea", "1", "blak tea"])
def test_a_choice_is_kept_under_its_question(typed: str) -> None:
    found = answer_to(TEA, typed)
    assert isinstance(found, Understood)
    assert (found.press.verb, found.press.inputs, found.took) == (
        "save_tea",
        {"kind": "black"},
        "Black tea",
    )


def test_a_press_carries_the_forms_reference_and_version() -> None:
    found = words_of(TEA, "next")
    assert found is not None
    assert (found.press.verb, found.press.ref, found.press.version) == ("pour_tea", "tea-1", 3)


def test_a_jump_carries_the_reference_and_version_of_its_own_line() -> None:
    found = words_of(TEA, "change 2")
    assert found is not None
    assert (found.press.verb, found.press.ref, found.press.version) == ("change_cup", "cup-2", 5)


@pytest.mark.parametrize("typed", ["because it is cold", "BECAUSE, it is cold", "why: it is cold"])
def test_a_named_text_is_kept_as_typed(typed: str) -> None:
    found = answer_to(TEA, typed)
    assert isinstance(found, Understood)
    assert found.press.inputs == {"why": "it is cold"}


@pytest.mark.parametrize("typed", ["3", "0", "black", "😀", "min", "why", "change 7", "tea?"])
def test_what_is_no_answer_says_what_is_accepted(typed: str) -> None:
    found = answer_to(TEA, typed)
    assert isinstance(found, NotUnderstood)
    assert found.line


@given(st.text(max_size=60))
def test_any_message_is_either_a_press_of_the_form_or_a_sentence(text: str) -> None:
    found = answer_to(TEA, text)
    if isinstance(found, Understood):
        assert found.press.verb in {"save_tea", "pour_tea", "change_cup"}
    else:
        assert found.line


@given(st.text(max_size=40))
def test_plain_words_stay_plain(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def test_the_way_on_names_what_is_next() -> None:
    assert hint_after(TEA) == "A kind next, or type next."


@pytest.mark.parametrize(
    ("said", "word"),
    [("finsh", "finish"), ("fnish", "finish"), ("fish", None), ("finnnish", None), ("go", None)],
)
def test_one_wrong_letter_is_forgiven_in_longer_words(said: str, word: str | None) -> None:
    assert one_letter_off(said, ["finish", "go"]) == word


def test_a_word_near_two_others_is_not_guessed() -> None:
    assert look_up("bool", {"boot": "a boot", "book": "a book"}) is None


def test_what_it_might_have_been_comes_best_first() -> None:
    assert likely("my works", ["my work", "help", "work"])[0] == "my work"
    assert likely("zzz", ["my work", "help"]) == []
