"""Escaping, shortening and wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cards.elements import to_dict
from cards.kit import (
    clean,
    days_left,
    escape,
    fit_title,
    in_words,
    marked_days_left,
    person,
    quote,
    shorten,
)

ENGINE = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@pytest.mark.parametrize(
    "text",
    [
        "Children in Care",
        "C-23087",
        "Ada Okafor, Team Manager",
        "4 IROs are in the team's line, 1 is away",
        "Help, protection & stability (0 to 25)",
        "Niamh Ní Dhonnchadha",
        "3.5 hours, at 14:02",
        "Who? Why! Yes; no/maybe",
    ],
)
def test_ordinary_words_stay_as_they_are(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("**now**", r"\*\*now\*\*"),
        ("[a](b)", r"\[a\](b)"),
        ("1. Assessment", r"1\. Assessment"),
        ("2) Assessment", r"2\) Assessment"),
        ("- item", r"\- item"),
        ("## head", r"\#\# head"),
        ("two\nlines", "two lines"),
        ("  a\tb  ", "a b"),
        ("<at>Ada</at>", "\u2039at\u203aAda\u2039/at\u203a"),
        ("http://evil.example", "http: //evil. example"),
        ("zed@evil.example", "zed @ evil. example"),
        ("${name}", "$ {name}"),
        ("{{DATE(x)}}", "{ {DATE(x)}}"),
        ("&lt;", "& lt;"),
        ("a\u202eb\u200bc\x00d", "abcd"),
        ("", ""),
    ],
)
def test_what_could_be_read_otherwise_is_opened_up(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@given(st.text(max_size=200))
def test_no_text_at_all_becomes_markdown(text: str) -> None:
    tokens = ENGINE.parse(f"a {escape(text)}")
    inline = [part.type for token in tokens for part in token.children or []]
    assert len(tokens) == 3
    assert set(inline) <= {"text", "softbreak", "text_special"}


@given(st.text(max_size=200))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_cleaning_keeps_lines_and_the_joiners_of_scripts() -> None:
    assert clean("a\r\nb\rc\u2028d") == "a\nb\nc\nd"
    assert clean("\u0646\u200c\u0645") == "\u0646\u200c\u0645"


def test_a_short_text_is_not_cut() -> None:
    assert shorten(" as long as that ", 15) == "as long as that"


def test_a_cut_text_says_where_the_rest_is() -> None:
    assert shorten("abc def", 4) == "abc… (the rest is in the audit record)"
    assert shorten("abc def", 3, "and more") == "abc… (and more)"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (15, "15 working days left"),
        (1, "1 working day left"),
        (0, "due today"),
        (-1, "1 working day late"),
    ],
)
def test_days_are_counted_for_the_reader(days: int, words: str) -> None:
    assert days_left(days) == words


def test_late_is_bold_and_on_time_is_not() -> None:
    assert marked_days_left(-2) == "**2 working days late**"
    assert marked_days_left(2) == "2 working days left"


def test_small_numbers_are_words() -> None:
    assert [in_words(number) for number in (1, 6, 12, 13)] == ["one", "six", "twelve", "13"]


def test_a_person_without_a_role_is_a_name() -> None:
    assert person("Ivo Hart", "IRO") == "Ivo Hart, IRO"
    assert person("Ivo Hart", "") == "Ivo Hart"


def test_the_first_title_that_fits_is_taken() -> None:
    assert fit_title("a" * 37, "b" * 36, "c") == "b" * 36
    assert fit_title("a" * 37, "b" * 38) == "b" * 38


def test_a_quote_has_one_block_a_paragraph() -> None:
    drawn = to_dict(quote("What Ada wrote", "one\n\ntwo"))
    assert [block["inlines"][0]["text"] for block in drawn["items"][1:]] == ["one", "two"]


def test_a_quote_of_many_lines_joins_the_last_ones() -> None:
    drawn = to_dict(quote("What Ada wrote", "\n".join("abcdefghijkl")))
    texts = [block["inlines"][0]["text"] for block in drawn["items"][1:]]
    assert texts == [*"abcdefg", "h i j k l"]
    more = to_dict(quote("To paste", "\n".join("abcdefghijkl"), most=10))
    assert [block["inlines"][0]["text"] for block in more["items"][1:]] == [*"abcdefghi", "j k l"]
