"""The staff list as this process last read it, kept by the stamp that the database gave it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from domain.people.person import Person


class Directory:
    """Everybody, under the one stamp that they were read at or after.

    Every unit of work asks the database for the stamp of now, and uses this only where it is the
    same: so a role taken away is gone at the next turn, whichever replica it was taken away on.
    A stamp is random and never comes back with other people under it.
    """

    def __init__(self) -> None:
        self._stamp = ""
        self._people: Mapping[str, Person] = MappingProxyType({})

    def at(self, stamp: str) -> Mapping[str, Person] | None:
        """Everybody by id in order of id; None where another stamp is kept."""
        return self._people if stamp == self._stamp else None

    def keep(self, stamp: str, people: Mapping[str, Person]) -> None:
        """Keep who was read; the stamp must have been read before them, never after."""
        self._stamp = stamp
        self._people = people
