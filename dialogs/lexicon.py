"""Reading what people type: case, full stops and one wrong letter do not matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process
from rapidfuzz.distance import DamerauLevenshtein

LIKELY = 72  # of 100; "finsh" to "finish" is 91, "thanks" to "tasks" 73 is asked about, not done


def plain(text: str) -> str:
    """Lower case, one blank between words, no full stop or mark at the end."""
    return " ".join(text.casefold().replace("\u2019", "'").split()).strip(" .!?,;:")


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit in it; an emoji alone has none."""
    return any(mark.isalnum() for mark in text)


def one_letter_off(said: str, words: Iterable[str]) -> str | None:
    """The only word that is the same but for one letter; short words must be exact."""
    if len(said) < 4:
        return None
    near = {
        word
        for word in words
        if len(word) >= 4 and DamerauLevenshtein.distance(said, word, score_cutoff=1) <= 1
    }
    return near.pop() if len(near) == 1 else None


def look_up(said: str, words: Mapping[str, str]) -> str | None:
    """What a word stands for: exactly, or but for one letter."""
    if said in words:
        return words[said]
    near = one_letter_off(said, words)
    return words[near] if near else None


def likely(said: str, words: Iterable[str], limit: int = 3) -> list[str]:
    """The words that it looks like, best first; to be asked about, never done."""
    found = process.extract(said, list(words), scorer=fuzz.WRatio, limit=limit, score_cutoff=LIKELY)
    return [word for word, _, _ in found]
