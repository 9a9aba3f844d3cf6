"""Nothing that people type becomes a link, a mention, markdown or hidden text in any card."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from markdown_it import MarkdownIt

from cards.card import Json, all_cards
from cards.kit import escape
from tests.cards import official
from tests.cards.hostile import CORPUS, with_text
from tests.cards.walk import nodes, of_type

ENGINE = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LINKS = re.compile(
    r"(?i)\b[a-z][a-z0-9+.-]*://\S|\bwww\.\w|\b(?:mailto|tel|javascript|data):\S"
    r"|\w@\w|\w\.(?:example|com|co|uk|org|net)\b"
)
OWN_KEYS = {"id", "$schema", "fallbackText", "targetElements", "verb"}


def markdown_of(card: Json) -> Iterator[str]:
    """The texts in which a client reads markdown."""
    yield card["fallbackText"]
    for path, node in nodes(card):
        if node.get("type") == "TextBlock":
            yield node["text"]
        if path and path[-1] == "facts":
            yield from (node["title"], node["value"])


@cache
def pieces(text: str) -> tuple[str, ...]:
    """The pieces of markdown that a client finds in the text."""
    parts = [part for token in ENGINE.parse(text) for part in (token, *(token.children or []))]
    return tuple(part.type for part in parts if part.type not in {"text", "softbreak"})


def mentions(card: Json) -> list[Json]:
    """Whom Teams would tell that the card names them."""
    found: list[Json] = card.get("msteams", {}).get("entities", [])
    return found


def tags(card: Json) -> Counter[str]:
    """How often each piece of markdown stands in the card."""
    return Counter(piece for text in markdown_of(card) for piece in pieces(text))


def shown(card: Json) -> Iterator[str]:
    """What a reader sees, apart from what stands in a field to be edited."""
    for path, node in nodes(card):
        # a fact's value is read; that of a field or of a choice is only sent
        own = OWN_KEYS if path[-1:] == ("facts",) else OWN_KEYS | {"value"}
        yield from (text for key, text in node.items() if isinstance(text, str) and key not in own)


def examples() -> list[tuple[str, int]]:
    return [(kind, n) for kind, card in all_cards().items() for n in range(len(card.examples()))]


@cache
def hostile(kind: str) -> list[tuple[str, Json, Json]]:
    """Each payload on one of the card's examples in turn, beside that with plain words."""
    known = all_cards()[kind].examples()
    plain = [with_text(example, "plain words").render() for example in known]
    return [
        (payload, plain[at % len(known)], with_text(known[at % len(known)], payload).render())
        for at, payload in enumerate(CORPUS)
    ]


every_card = pytest.mark.parametrize("kind", all_cards())


def test_the_corpus_holds_two_hundred_texts() -> None:
    assert len(set(CORPUS)) >= 200


@every_card
def test_user_text_makes_no_markdown(kind: str) -> None:
    for payload, plain, drawn in hostile(kind):
        assert tags(drawn) == tags(plain), payload


@every_card
def test_user_text_makes_no_link_where_markdown_is_read(kind: str) -> None:
    for payload, _, drawn in hostile(kind):
        assert not [text for text in markdown_of(drawn) if LINKS.search(text)], payload


@every_card
def test_user_text_mentions_nobody(kind: str) -> None:
    for payload, plain, drawn in hostile(kind):
        assert len(mentions(drawn)) == len(mentions(plain)), payload
        ours = [entity["text"] for entity in mentions(drawn)]
        for text in markdown_of(drawn):
            for tag in ours:
                text = text.replace(tag, "")  # noqa: PLW2901 - each tag is taken out of what is left
            assert "<" not in text, payload


@every_card
def test_user_text_hides_and_fills_in_nothing(kind: str) -> None:
    for payload, _, drawn in hostile(kind):
        for text in shown(drawn):
            unseen = {c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Cs"}} - {"\n"}
            assert not unseen, payload
            assert "{{" not in text, payload
        assert "${" not in "".join(markdown_of(drawn)), payload


@every_card
def test_a_card_with_hostile_text_is_still_a_card(kind: str) -> None:
    for payload, _, drawn in hostile(kind)[::10]:
        assert official.faults(drawn) == [], payload


def test_quotes_keep_people_s_words() -> None:
    card = all_cards()["audit_findings"].examples()[0]
    drawn = with_text(card, "She said *no* [twice] & <left>").render()
    runs = [run["text"] for _, run in of_type(drawn, "TextRun")]
    assert "She said *no* [twice] & <left>" in runs


def test_a_draft_is_given_back_letter_by_letter() -> None:
    card = all_cards()["grading_area"].examples()[1]
    typed = "**She** said <at>no</at> {{DATE(x)}}\n\n- twice"
    drawn = with_text(card, typed).render()
    fields = [node.get("value") for _, node in of_type(drawn, "Input.Text")]
    assert fields == [typed] * 3


def test_the_engine_would_find_markdown_and_links() -> None:
    card = {"type": "TextBlock", "text": "**b** [a](http://evil.example)"}
    found = tags({"fallbackText": "", "body": [card]})
    assert found["strong_open"] == 1
    assert found["link_open"] == 1
    assert LINKS.search("see evil.example")
    assert LINKS.search("zed@evil")


@pytest.mark.parametrize("text", CORPUS)
def test_escaped_text_is_one_plain_paragraph(text: str) -> None:
    kinds = [token.type for token in ENGINE.parse(escape(text))]
    assert kinds == ["paragraph_open", "inline", "paragraph_close"]
