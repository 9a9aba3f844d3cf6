"""Text that people could type to make a card lie: at least 200 of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, cast, get_type_hints

BIDI = "\u202e\u202d\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u202a\u202b\u202c"

_PLAIN = (
    "[click](http://evil.example)",
    "[click][1] and [1]: http://evil.example",
    "![p](https://evil.example/p.png)",
    "<http://evil.example>",
    "http://evil.example/path?q=1",
    "HTTPS://EVIL.EXAMPLE",
    "www.evil.example",
    "evil.example/login",
    "evil.co.uk",
    "//evil.example/x",
    "ftp://evil.example",
    "mailto:zed@evil.example",
    "zed@evil.example",
    "tel:999",
    "javascript:alert(1)",
    "data:text/html;base64,AAAA",
    "msteams://l/chat/0",
    "[a](javascript:alert(1))",
    "[a](<http://evil.example>)",
    "\\[a](http://evil.example)",
    "\\\\[a](http://evil.example)",
    "<at>Ada Okafor</at>",
    "<at id='0'>Everyone</at>",
    "&lt;at&gt;Ada&lt;/at&gt;",
    "&#60;at&#62;Ada&#60;/at&#62;",
    "&#x5b;a&#x5d;(http://evil.example)",
    "@Everyone",
    "**bold** and __bold__",
    "*it* and _it_",
    "***both***",
    "\\**bold**",
    "~~gone~~",
    "`code`",
    "```code```",
    "# heading",
    "###### heading",
    "heading ===",
    "=== heading",
    "--- rule",
    "***",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "12) item",
    "> quoted",
    "| a | b |",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='http://evil.example'>a</a>",
    "<!-- x -->",
    "</p><h1>x</h1>",
    "${secret} and ${$root.x}",
    "{{DATE(2026-11-10T00:00:00Z, SHORT)}}",
    "{{TIME(2026-11-10T00:00:00Z)}}",
    "$when ${1 == 1}",
    f"safe {BIDI} elpmaxe.live",
    "zero\u200bwidth\ufeff\u2060\u00adjoin",
    "nul\x00bell\x07esc\x1b[31m",
    "lone \ud800 half",
    "tags \U000e0041\U000e0042 end",
    "html\u2028line\u2029end\x85next",
    "[\u200b](http://evil.example)",
    "*\u202ea\u202c*",
    "::: warning",
    ":emoji: and :-)",
    "^[note]",
)

_AROUND: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    lambda text: f"The school said {text} and mum agreed",
    lambda text: f"First line\n\n{text}",
    lambda text: f"\t    {text}\u202e",
)

CORPUS: tuple[str, ...] = tuple(around(text) for text in _PLAIN for around in _AROUND)

# not for the eye: keys of ours, and an address that was checked before it was kept
_NOT_SHOWN = {"value", "open_verb", "code", "template"}


def with_text(value: Any, text: str) -> Any:
    """The card, or the part of one, with every free text in it replaced."""
    hints = get_type_hints(type(value))
    changes = {
        field.name: _changed(getattr(value, field.name), text)
        for field in fields(value)
        if field.name not in _NOT_SHOWN and _may_be_text(hints[field.name])
    }
    return replace(value, **changes)


def _may_be_text(hint: Any) -> bool:
    # a Literal and an enumeration are ours; a Ref is no text
    if isinstance(hint, type) and issubclass(hint, Enum):
        return False
    return "Literal" not in str(hint) and getattr(hint, "__name__", "") not in {
        "Ref",
        "FamilyContact",
    }


def _changed(value: Any, text: str) -> Any:
    if isinstance(value, str) and value:
        return text
    if isinstance(value, tuple):
        return tuple(_changed(part, text) for part in value)
    if is_dataclass(value) and type(value).__name__ != "Ref":
        return with_text(cast("Any", value), text)
    return value
