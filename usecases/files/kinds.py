"""Kinds of files: what is in one for its reader, as things are now."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from usecases.asking import TwiceRegisteredError, load_all
from usecases.showing import Look

Ending = Literal["xlsx", "ics"]
EMPTY: Mapping[Ending, int] = {"xlsx": 6000, "ics": 200}
A_LINE: Mapping[Ending, int] = {"xlsx": 90, "ics": 450}
"""Bytes, to guess a file's size from: Teams shows about how much room it needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All that goes into a file, read but not written yet.

    ``write`` needs no database and may take a second; ``says`` tells its reader what is in it.
    ``handed`` notes that the file was handed out, where that is owed to somebody.
    """

    stem: str
    ending: Ending
    says: str
    lines: int
    write: Callable[[], bytes]
    handed: Callable[[], Awaitable[None]] | None = None

    @property
    def size(self) -> int:
        """About how many bytes it will have."""
        return EMPTY[self.ending] + A_LINE[self.ending] * self.lines


Gather = Callable[[Look], Awaitable[Contents | None]]

_KINDS: dict[str, Gather] = {}


def makes(kind: str) -> Callable[[Gather], Gather]:
    """Make a function what fills files of that kind. It gives None to whoever may not read it."""

    def enter(gather: Gather) -> Gather:
        if kind in _KINDS:
            raise TwiceRegisteredError(f"files of {kind!r} are filled in two ways: drop one")
        _KINDS[kind] = gather
        return gather

    return enter


@cache
def file_kinds() -> Mapping[str, Gather]:
    """How each kind is filled."""
    load_all()
    return dict(sorted(_KINDS.items()))


async def contents_of(kind: str, look: Look) -> Contents | None:
    """What a file of that kind would hold for the reader; None where they may not read it."""
    gather = file_kinds().get(kind)
    return await gather(look) if gather else None
