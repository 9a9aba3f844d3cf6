"""Text that people or files gave us, made safe to show.

RichTextBlocks read no markdown: ``clean`` is enough there. TextBlocks and facts do: ``escape``.
"""

from __future__ import annotations

import re
import unicodedata

_HIDING = frozenset({"Cc", "Cf", "Cs", "Cn", "Co"})
_KEPT_FORMATS = "\u200c\u200d"  # joiners that some scripts need to be spelt right
_ANGLES = str.maketrans("<>", "\u2039\u203a")  # single guillemets: no tag, whatever the client
_MARKDOWN = re.compile(r"([\\`*_\[\]~|])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LIST_START = re.compile(r"^([#+=-]+)")
_NUMBER_START = re.compile(r"^(\d+)([.)])(?=\s|$)")
_SCHEME = re.compile(r"(?i)(\b[a-z][a-z0-9+.-]*:)(?=//)|(\b(?:mailto|tel|javascript|data):)(?=\S)")
_HOST = re.compile(r"(?<=\w)\.(?=[^\W\d_]{2})")
_AT = re.compile(r"(?<=\S)@(?=\S)")
# letters, blanks and marks that none of the above looks for: most names and titles
_HARMLESS = re.compile(r"(?:[^\W\d_](?:[^\W_]|[ ,()'!?%;/])*)?")


def clean(text: str) -> str:
    """The text without what hides or turns it: control, direction and invisible characters.

    Lines stay. ``{{`` is opened up, since clients fill in dates there.
    """
    if text.isprintable():  # which takes no time, and nothing in it hides
        return text.replace("{{", "{ {")
    lines = re.sub(r"\r\n?|[\u2028\u2029\x85]", "\n", text).replace("\t", " ")
    kept = "".join(char for char in lines if _is_shown(char))
    return kept.replace("{{", "{ {")


def _is_shown(char: str) -> bool:
    return char == "\n" or char in _KEPT_FORMATS or unicodedata.category(char) not in _HIDING


def escape(text: str) -> str:
    """One line that stays plain words in a TextBlock: no markdown, link, mention or HTML.

    Addresses are broken with a blank rather than a hidden character, so that the reader sees it.
    """
    flat = " ".join(clean(text).split())
    if _HARMLESS.fullmatch(flat):
        return flat
    flat = flat.translate(_ANGLES).replace("${", "$ {")
    flat = _ENTITY.sub("& ", flat)
    flat = _SCHEME.sub(lambda found: f"{found[0]} ", flat)
    flat = _AT.sub(" @ ", _HOST.sub(". ", flat))
    flat = _MARKDOWN.sub(r"\\\1", flat)
    flat = _LIST_START.sub(lambda found: "".join(f"\\{char}" for char in found[0]), flat)
    return _NUMBER_START.sub(r"\1\\\2", flat)


def shorten(text: str, limit: int, rest: str = "the rest is in the audit record") -> str:
    """The text, or its first ``limit`` characters and, in brackets, where the rest is."""
    text = clean(text).strip()
    if len(text) <= limit:
        return text
    return f"{text[:limit].rstrip()}… ({rest})"
