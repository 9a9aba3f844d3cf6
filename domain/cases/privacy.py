"""Keeping names and dates of birth out of the list of records (E-11).

Messages here never repeat what stood in the cell.
"""

from __future__ import annotations

import re

from domain.lists.cells import LONGEST_KEY, CellFault, day_in, text_of

WHY = "a record is known here by its reference only, never by a name, address or date of birth"
PERSONAL = frozenset({
    "address", "birth", "birthday", "child", "childs", "dob", "forename", "forenames", "initials",
    "name", "names", "nhs", "postcode", "surname",
})  # fmt: skip
STAFF = frozenset({"worker", "iro", "chair", "team", "service", "manager", "practitioner"})

_WORD = re.compile(r"[^\W\d_]{2,}")
_REFERENCE = re.compile(r"[A-Za-z0-9/_.-]+")
_DAY = re.compile(
    r"(?<!\d)(?:\d{1,2}([-/.])\d{1,2}\1\d{2}(?:\d{2})?|\d{4}([-/.])\d{1,2}\2\d{1,2})(?!\d)"
)


def refuse_heading(heading: str) -> str | None:
    """Why a column with that heading must be taken out of the file, if it must."""
    words = set(heading.replace("post_code", "postcode").split("_"))
    if words & PERSONAL and not words & STAFF:
        return f"must not be in this file: {WHY}. Take the column out"
    return None


def reference(cell: str) -> str:
    """A record's reference; raises CellFault for what looks like a name or a date."""
    text = text_of(cell)
    if not text:
        raise CellFault("is empty")
    if day_in(text) or _DAY.search(text):
        raise CellFault(f"looks like a date; {WHY}")
    if looks_like_name(text):
        raise CellFault(f"looks like a person's name; {WHY}")
    has_digit = any(sign in "0123456789" for sign in text)
    if not (has_digit and _REFERENCE.fullmatch(text) and len(text) <= LONGEST_KEY):
        raise CellFault(
            "must be letters, digits and - _ / . without blanks, with a digit, "
            f"and at most {LONGEST_KEY} long"
        )
    return text


def looks_like_name(text: str) -> bool:
    """Two words with a capital, or several words and no digit."""
    words = _WORD.findall(text)
    named = [word for word in words if word[0].isupper() and not word[1:].isupper()]
    return len(named) > 1 or (len(words) > 1 and not any(sign.isdigit() for sign in text))


def place(cell: str) -> str:
    """A team or service: words that are not a date."""
    text = text_of(cell)
    if day_in(text):
        raise CellFault(f"looks like a date; {WHY}")
    return text
