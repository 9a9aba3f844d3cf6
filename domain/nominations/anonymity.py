"""What in a text may tell who a child or a family is: names, ages, dates, addresses, references.

It finds what looks like it and proves nothing: whoever verifies reads the text as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_COUNT = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen"
)
_STREET = (
    "street|road|avenue|lane|close|drive|court|crescent|terrace|gardens|place|way|hill|mews|"
    "grove|walk|st|rd|ave"
)
_TELLING = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b",
        r"\b(?:19|20)\d\d-\d\d-\d\d\b",
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})\b(?: (?:19|20)\d\d\b)?",
        r"\b(?:born|dob|d\.o\.b\.?|date of birth)\b(?: (?:in|on))?(?: (?:19|20)\d\d\b)?",
        rf"\baged? (?:\d{{1,2}}|{_COUNT})\b",
        rf"\b(?:\d{{1,2}}|{_COUNT})[- ](?:years?|months?|weeks?|yrs?)[- ]olds?\b",
        r"\((?:\d|1\d)\)",
        rf"\b\d{{1,4}}[a-z]?,? (?:[a-z']+ ){{1,3}}(?:{_STREET})\b",
        r"\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b",
        r"\b[a-z]{1,4}[-_/]\d[\w/-]+",
        r"\b0\d{3,4}[ -]?\d{3}[ -]?\d{3,4}\b",
        r"\S+@\S+",
    )
)
_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*")
_SENTENCE = re.compile(r"(?:^|[.!?:\n]\s*[\"'\u2018\u201c]?)\s*$")
_STARTS_TEXT = (
    "a about after all also an and another as asked at because before both brought but by carers "
    "child children clear colleagues dad during each even every everyone family feedback first "
    "for foster four from good grandparents had having he held her here his how i if in instead "
    "it its last later listening made many most mum my no not now of on once one or other our "
    "over parents people practitioner professionals school she since so social some staff still "
    "strong team that the their then there these they this those three through to together two "
    "under using very visits was we went what when where which while who with without work "
    "worker working young"
)
_STARTS = frozenset(_STARTS_TEXT.split())
_NEVER_NAMES_TEXT = (
    "i i'm i've i'd iro iros cp cin eet pep ehcp camhs nhs gp lac cla send senco mash dsl tm sw "
    "asye nqsw pa uasc teams english monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december "
    "christmas easter ofsted"
)
_NEVER_NAMES = frozenset(_NEVER_NAMES_TEXT.split())


def telling(text: str, names: Iterable[str] = ()) -> tuple[str, ...]:
    """Every place that may give somebody away, as it is written, each once, in order.

    ``names`` are known ones, such as the nominee's; they count in any spelling of capitals.
    """
    places = {**dict(_patterns(text)), **dict(_known(text, names)), **dict(_capitalised(text))}
    return tuple(dict.fromkeys(places[at] for at in sorted(places)))


def _patterns(text: str) -> Iterator[tuple[int, str]]:
    for pattern in _TELLING:
        for found in pattern.finditer(text):
            yield found.start(), found[0].strip()


def _known(text: str, names: Iterable[str]) -> Iterator[tuple[int, str]]:
    words = {word.casefold() for name in names for word in name.split() if len(word) > 2}
    for found in _WORD.finditer(text):
        if found[0].casefold().removesuffix("'s").removesuffix("\u2019s") in words:
            yield found.start(), found[0]


def _capitalised(text: str) -> Iterator[tuple[int, str]]:
    """Capitals that no sentence asks for; at its start, what no sentence usually begins with."""
    for found in _WORD.finditer(text):
        plain = found[0].casefold().replace("\u2019", "'").removesuffix("'s")
        if not found[0][0].isupper() or plain in _NEVER_NAMES:
            continue
        if not (_SENTENCE.search(text[: found.start()]) and plain in _STARTS):
            yield found.start(), found[0]
