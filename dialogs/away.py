"""Leave out of a sentence: ``away 3-14 Aug, Ivy covers``; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from domain.calendar.spoken import Span, read_span

_COVER = (
    re.compile(r"[,;.]?\s*(?:and\s+)?(?:my\s+)?cover(?:\s+is|:)\s*(?P<who>\S.*)$"),
    re.compile(r"[,;.]?\s*(?:and\s+)?covered\s+by\s+(?P<who>\S.*)$"),
    re.compile(r"[,;.]\s*(?:and\s+)?(?P<who>\S.*?)\s+(?:covers?|is\s+covering|will\s+cover)\b.*$"),
    re.compile(r"\s+(?:and|with)\s+(?P<who>\S.*?)\s+(?:covers?|is\s+covering|covering)\b.*$"),
)
_FILLER = re.compile(r"^(?:on leave|on holiday|on annual leave|again)\b[,:]?\s*")


@dataclass(frozen=True, slots=True)
class SaidAway:
    """``span`` None: the days were not understood; ``cover`` is a name as it was typed."""

    span: Span | None
    cover: str = ""


def read_away(rest: str, today: date) -> SaidAway:
    """What follows ``away``, in small letters."""
    for pattern in _COVER:
        if found := pattern.search(rest):
            days = rest[: found.start()]
            return SaidAway(_days(days, today), found["who"].strip(" .,;"))
    return SaidAway(_days(rest, today))


def _days(said: str, today: date) -> Span | None:
    words = _FILLER.sub("", said.strip(" ,;.:"))
    return read_span(words, today) if words else None
