"""Texts as words: to be searched, and to tell whether two say about the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches

_WORD = re.compile(r"[^\W_]+")
_COMMON_TEXT = (
    "a about after all also an and are as at be because been but by did do for from good had has "
    "have he her him his how i in is it its made many more my no not of on or our over practice "
    "really she so that the their them then there they this to very was we were what when which "
    "who why will with work you your"
)
COMMON = frozenset(_COMMON_TEXT.split())
"""Words that tell nothing apart; whoever types them does not look for them."""
STEM = 5  # letters: "supported", "supports" and "supporting" are the same word
LIKE = 0.72  # of difflib's ratio: "memmory" is like the stem "memori", "map" is not like "maple"
ALIKE = 0.5  # of the shorter text's words stand in the other
FEWEST = 2  # words that two texts must share, unless neither has more than one


def words_of(text: str) -> tuple[str, ...]:
    """Lower-case words without marks: ``life-story`` is two."""
    return tuple(_WORD.findall(text.casefold()))


def sought(text: str) -> tuple[str, ...]:
    """The words worth looking for; all of them where none is."""
    found = words_of(text)
    return tuple(word for word in found if word not in COMMON) or found


def nearest(words: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """Each word as it may have been meant: itself, else the most like it of the known ones.

    Without anything like it a word stays, and is found nowhere.
    """
    return tuple(next(iter(get_close_matches(word, known, 1, LIKE)), word) for word in words)


def say_about_the_same(one: str, other: str) -> bool:
    """Whether half of what the shorter text speaks of stands in the other as well."""
    first, second = _stems(one), _stems(other)
    shorter, longer = sorted((len(first), len(second)))
    shared = len(first & second)
    return shared >= min(FEWEST, max(longer, 1)) and shared >= ALIKE * shorter


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in sought(text)}
