"""A nomination out of a sentence: who, what for, where it was seen; pure."""

from __future__ import annotations

import re

from usecases.nominations.beginning import Said

WISH = (
    r"(?:please\s+|hi[,!]?\s+|hello[,!]?\s+)*"
    r"(?:(?:i\s*['\u2019]\s*d|i\s+would|i|we\s*['\u2019]\s*d|we\s+would|we)\s+(?:like|want|wish)\s+to\s+"
    r"|(?:can|may|could)\s+(?:i|we)\s+|let\s+me\s+|i\s+)?(?:please\s+)?"
)
_STARTS = tuple(
    re.compile(rf"^\s*{start}", re.IGNORECASE | re.DOTALL)
    for start in (
        rf"{WISH}nominate\b\s*:?\s*(?P<rest>.*)$",
        r"nomination\s*[:\u2013-]\s*(?P<rest>.*)$",
        r"(?:a\s+)?nomination\s+(?:of|for)\s+(?P<rest>.*)$",
        rf"{WISH}(?:make|send|put\s+in)\s+a\s+nomination\b(?:\s+(?:of|for))?\s*:?\s*(?P<rest>.*)$",
        rf"{WISH}put\s+(?P<rest>\S.*?\s+forward\b.*)$",
    )
)
_FORWARD = re.compile(r"\s+forward\b", re.IGNORECASE)
_MENTION = re.compile(r"</?at\b[^>]*>", re.IGNORECASE)
_SEEN = re.compile(
    r"(?:[,;(]|[.!?]\s)\s*(?:which\s+)?(?:i\s+)?(?:saw|seen)(?:\s+(?:it|this))?\s+"
    r"(?P<where>(?:in|at|during|on)\s+[^.;)]{2,120})[.)\s]*$",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"^(?P<who>.+?)(?:\s*,)?\s*(?:\bfor\b|\bbecause\b(?:\s+of\b)?|\bwho\b|[:;\u2013]|\s-\s|,)\s*"
    r"(?P<why>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_SOMEBODY = re.compile(
    r"^(?:someone|somebody|a\s+colleague|good\s+practice|a\s+person)\b\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
MOST_WORDS_OF_A_NAME = 6


def nomination_in(text: str) -> Said | None:
    """What the sentence gives; empty parts are asked for. None where it is no nomination.

    The reason is kept letter by letter, without the words that lead to it.
    """
    plain = " ".join(_MENTION.sub(" ", text).split(" ")).strip()
    for start in _STARTS:
        if found := start.match(plain):
            return _parts(_FORWARD.sub(" ", found["rest"], count=1))
    return None


def _parts(rest: str) -> Said:
    rest = " ".join(rest.split(" ")).strip()
    if somebody := _SOMEBODY.match(rest):
        return _without_name(somebody["rest"])
    seen = _SEEN.search(rest)
    where = seen["where"].strip() if seen else ""
    rest = rest[: seen.start()].strip() if seen else rest
    split = _SPLIT.match(rest)
    if split is None:
        return Said(who=_name(rest), seen=where)
    who = _name(split["who"])
    if len(who.split()) > MOST_WORDS_OF_A_NAME:  # no name is that long: it is all reason
        return Said(reason=rest, seen=where)
    return Said(who=who, reason=split["why"].strip(), seen=where)


def _without_name(rest: str) -> Said:
    split = _SPLIT.match(f"x {rest}")
    return Said(reason=split["why"].strip() if split else "")


def _name(said: str) -> str:
    return " ".join(said.split()).strip(" .,:;!?-\u2013\"'")
