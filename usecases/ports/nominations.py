"""The repositories of nominations and of the library."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from domain.nominations.entry import Entry, Found, Search
from domain.nominations.nomination import Nomination, Note


class Nominations(Protocol):
    """Nominations with their notes. Free text is encrypted at rest."""

    async def begin(self, new: Nomination) -> Nomination:
        """Write a draft under a new id."""

    async def get(self, nomination_id: int) -> Nomination | None:
        """One nomination with its notes."""

    async def draft_of(self, nominator: str) -> Nomination | None:
        """The newest draft that somebody has begun."""

    async def of_nominee(self, nominee: str, since: datetime) -> list[Nomination]:
        """Those that wait, and those accepted since; newest first."""

    async def undecided(self) -> list[Nomination]:
        """Everything that waits for a decision, oldest first."""

    async def loads(self, since: datetime) -> Mapping[str, int]:
        """How many each verifier has, or has decided since; who has none is not in it."""

    async def save(self, nomination: Nomination) -> Nomination:
        """Write all but the notes, if ``version`` is the one read; raises MovedOnFault."""

    async def add_note(self, nomination: Nomination, note: Note) -> Nomination:
        """Keep somebody's words, for ever."""


class Library(Protocol):
    """What was accepted. The text is encrypted at rest; its words can be searched while live."""

    async def keep(self, new: Entry) -> Entry:
        """Write an entry under a new id, and make its words known to the search."""

    async def get(self, entry_id: int) -> Entry | None:
        """One entry, also a withdrawn one."""

    async def of_nomination(self, nomination_id: int) -> Entry | None:
        """What a nomination became."""

    async def save(self, entry: Entry) -> Entry:
        """Write whether it is named, and whether withdrawn: then the search forgets its words.

        Raises MovedOnFault where ``version`` is not the one read.
        """

    async def known(self) -> list[str]:
        """The stems of the words of live entries, by the alphabet."""

    async def services(self) -> list[str]:
        """The services that live entries come from, by the alphabet."""

    async def find(self, search: Search, *, first: int, limit: int) -> Found:
        """Live entries that fit, newest first, from the ``first`` on (0 is the newest)."""
