"""The library: sealed texts, and an index of the words of those that are live.

The index holds the stems of an entry's words without their order, and nothing else of it: SQLite
keeps them in FTS5, PostgreSQL in a tsvector. What is withdrawn is taken out at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    RowMapping,
    Select,
    extract,
    func,
    insert,
    literal_column,
    select,
    text,
    update,
)

from domain.nominations.entry import Entry, Found, Search
from domain.nominations.words import words_of
from storage.repositories.base import SealingRepository
from storage.tables import library_entries
from storage.tables.nominations import library_words

_ENTRY = library_entries.c
_LIVE = _ENTRY.withdrawn_by.is_(None)
_LANGUAGE = "english"
_LEARN = {
    "sqlite": "INSERT INTO library_words (rowid, words) VALUES (:id, :words)",
    "postgresql": "INSERT INTO library_words (entry_id, words) "
    "VALUES (:id, strip(to_tsvector('english', :words)))",
}
_KNOWN = {
    "sqlite": "SELECT term FROM library_words_known",
    "postgresql": "SELECT word FROM ts_stat('SELECT words FROM library_words')",
}
# merging leaves nothing of what was taken out in the file's older segments
_FORGET = {
    "sqlite": (
        "INSERT INTO library_words (library_words, rowid, words) VALUES ('delete', :id, :words)",
        "INSERT INTO library_words (library_words) VALUES ('optimize')",
    ),
    "postgresql": ("DELETE FROM library_words WHERE entry_id = :id",),
}


class SqlLibrary(SealingRepository):
    """Implements the port ``Library``."""

    async def keep(self, new: Entry) -> Entry:
        """Write an entry under a new id, and make its words known to the search."""
        row = {key: value for key, value in self._row(new).items() if key != "id"}
        made = insert(library_entries).values(**row).returning(_ENTRY.id)
        entry = replace(new, id=(await self._connection.execute(made)).scalar_one())
        await self._index(entry, _LEARN[self._dialect])
        return entry

    async def get(self, entry_id: int) -> Entry | None:
        """One entry, also a withdrawn one."""
        row = await self._one(select(library_entries).where(_ENTRY.id == entry_id))
        return self._entry(row) if row else None

    async def of_nomination(self, nomination_id: int) -> Entry | None:
        """What a nomination became."""
        mine = _ENTRY.nomination_id == nomination_id
        row = await self._one(select(library_entries).where(mine))
        return self._entry(row) if row else None

    async def save(self, entry: Entry) -> Entry:
        """Write whether it is named, and whether withdrawn: then the search forgets its words.

        Raises MovedOnFault where ``version`` is not the one read.
        """
        before = await self.get(entry.id)
        saved = replace(entry, version=entry.version + 1)
        values = {name: getattr(saved, name) for name in ("named", "withdrawn_by", "version")}
        as_read = update(library_entries).filter_by(id=entry.id, version=entry.version)
        await self._swap(as_read.values(**values))
        if before and before.live and not saved.live:
            await self._index(before, *_FORGET[self._dialect])
        return saved

    async def services(self) -> list[str]:
        """The services that live entries come from, by the alphabet."""
        known = select(_ENTRY.service).where(_LIVE, _ENTRY.service != "").distinct()
        return sorted(row["service"] for row in await self._all(known))

    async def known(self) -> list[str]:
        """The stems of the words of live entries, by the alphabet."""
        rows = await self._connection.execute(text(_KNOWN[self._dialect]))
        return sorted(row[0] for row in rows)

    async def find(self, search: Search, *, first: int, limit: int) -> Found:
        """Live entries that fit, newest first, from the ``first`` on (0 is the newest)."""
        fits = self._fitting(search)
        total = select(func.count()).select_from(fits.subquery())
        page = fits.order_by(_ENTRY.kept_on.desc(), _ENTRY.id.desc()).offset(first).limit(limit)
        counted = (await self._connection.execute(total)).scalar_one()
        rows = await self._all(page)
        return Found(entries=tuple(self._entry(row) for row in rows), total=counted)

    def _fitting(self, search: Search) -> Select[Any]:
        parts: list[ColumnElement[bool]] = [_LIVE]
        parts += [_ENTRY.area == search.area] if search.area else []
        parts += [_ENTRY.service == search.service] if search.service else []
        parts += [extract("year", _ENTRY.kept_on) == search.year] if search.year else []
        parts += [_ENTRY.id.in_(self._holding(search.words))] if search.words else []
        return select(library_entries).where(*parts)

    def _holding(self, words: Sequence[str]) -> Select[Any]:
        """The entries that hold every word, or another form of it."""
        if self._dialect == "sqlite":
            all_of_them = " ".join(f'"{word}"' for word in words)
            match = literal_column(library_words.name).op("MATCH")(all_of_them)
            return select(library_words.c.rowid).where(match)
        asked = func.plainto_tsquery(text(f"'{_LANGUAGE}'"), " ".join(words))
        return select(library_words.c.entry_id).where(library_words.c.words.op("@@")(asked))

    async def _index(self, entry: Entry, *statements: str) -> None:
        words = " ".join(words_of(entry.text))
        for statement in statements:
            bound = {"id": entry.id, "words": words}
            used = {key: value for key, value in bound.items() if f":{key}" in statement}
            await self._connection.execute(text(statement), used)

    @property
    def _dialect(self) -> str:
        return self._connection.dialect.name

    def _entry(self, row: RowMapping) -> Entry:
        return Entry(**{**row, "text": self._cipher.open(row["text"])})

    def _row(self, entry: Entry) -> dict[str, Any]:
        return {**asdict(entry), "text": self._cipher.seal(entry.text)}
