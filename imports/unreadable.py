"""The one way in which reading a file fails, and what readers of files give."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from domain.faults import Fault

# A part of a file that may be the table: a sheet, or the text cut at one kind of separator.
# It can be read again from its start.
Source = Callable[[], Iterator[list[str]]]


class UnreadableFileFault(Fault):
    """The file could not be read, so nothing was written."""
