"""Naming somebody so that Teams tells them."""

from __future__ import annotations

import re
from itertools import groupby

from cards.elements import Element, Mention, Spacing, TextBlock
from cards.kit.escape import clean, escape

_NO_LETTERS = re.compile(r"[^\w\s'\u2019.-]|_")
_HOST = re.compile(r"\.(?=\S)")
NAMELESS = "colleague"


def mention(name: str, user_id: str) -> Mention:
    """Somebody by the name of the staff list, without marks that a tag or markdown is made of."""
    letters = _HOST.sub(". ", _NO_LETTERS.sub(" ", clean(name)))
    return Mention(name=" ".join(letters.split()) or NAMELESS, user_id=user_id)


def mentioning(*parts: str | Mention, spacing: Spacing = "Small") -> Element:
    """A sentence in plain words and mentions: ``"Please read it, ", mention(…), "."``.

    Words are escaped whoever wrote them; so nothing typed can become a mention.
    """
    # words that follow each other are escaped as one: "http:" and "//" are a link only together
    runs = groupby(parts, key=lambda part: isinstance(part, Mention))
    said = "".join(
        " ".join(_tag(part) for part in run) if named else _plain("".join(map(str, run)))
        for named, run in runs
    )
    who = {part.tag: part for part in parts if isinstance(part, Mention)}
    return TextBlock(text=said, wrap=True, spacing=spacing, mentions=list(who.values()))


def _plain(part: str) -> str:
    """The words escaped, with a blank where they began or ended with one."""
    before, after = (" " if part[edge:][:1].isspace() else "" for edge in (0, len(part) - 1))
    return f"{before}{escape(part)}{after}" if part.strip() else " " * bool(part)


def _tag(part: str | Mention) -> str:
    return part.tag if isinstance(part, Mention) else ""
