"""Texts as words, and whether two say about the same."""

from __future__ import annotations

import pytest

from domain.nominations.words import nearest, say_about_the_same, sought, words_of

BOOK = "the life-story book she made with him over four visits"


def test_words_are_lower_case_and_without_marks() -> None:
    assert words_of("Life-story, 2nd_book!") == ("life", "story", "2nd", "book")


def test_what_tells_nothing_apart_is_not_looked_for_unless_it_is_all() -> None:
    assert sought("the book she made") == ("book",)
    assert sought("about the") == ("about", "the")


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (BOOK, True),
        ("her life story book", True),
        ("Life-Story books!", True),
        ("made a memory box over many visits", False),
        ("calm court statements", False),
        ("book", False),
        ("", False),
    ],
)
def test_two_reasons_are_about_the_same(other: str, same: bool) -> None:
    assert say_about_the_same(BOOK, other) is same
    assert say_about_the_same(other, BOOK) is same


def test_a_reason_of_one_word_is_the_same_as_itself() -> None:
    assert say_about_the_same("book", "Book.")


STEMS = ["book", "court", "life", "memori", "statement", "stori"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("memmory", "memori"),
        ("statments", "statement"),
        ("storey", "stori"),
        ("book", "book"),
        ("football", "football"),
        ("ab", "ab"),
    ],
)
def test_a_mistyped_word_becomes_the_known_one_most_like_it(typed: str, meant: str) -> None:
    assert nearest([typed], STEMS) == (meant,)


def test_where_nothing_is_known_words_stay() -> None:
    assert nearest(["memory", "map"], []) == ("memory", "map")
