"""Seals every kept text again with the first data key, so that an old key can be dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Column, RowMapping, Table, func, select, tuple_, update

from storage.cipher import Cipher, Sealed
from storage.tables import SEALED, metadata
from storage.work import SqlUnitOfWork, SqlUnitsOfWork

BATCH = 500

Texts = Sequence[Column[Sealed]]


async def count_sealed(uow: SqlUnitOfWork) -> int:
    """How many rows hold sealed texts: what a progress bar counts up to."""
    counts = [select(func.count()).select_from(table) for table, _ in _tables()]
    return sum([(await uow.connection.execute(count)).scalar_one() for count in counts])


async def rotate(
    units: SqlUnitsOfWork, *, batch: int = BATCH, told: Callable[[int], None] | None = None
) -> int:
    """Seal every text with the first key; gives how many rows were not sealed with it yet.

    Safe beside a running service and safe to break off: it works in small transactions, leaves
    alone what the first key has sealed, and what somebody writes meanwhile stays as they wrote it.
    ``told`` hears after each batch how many rows were looked at in it.
    """
    changed = 0
    for table, texts in _tables():
        after: RowMapping | None = None
        while rows := await _read(units, table, texts, after, batch):
            changed += await _seal_again(units, table, texts, rows)
            after = rows[-1]
            if told:
                told(len(rows))
    return changed


def _tables() -> list[tuple[Table, Texts]]:
    found = ((table, [c for c in SEALED if c.table is table]) for table in metadata.sorted_tables)
    return [(table, texts) for table, texts in found if texts]


async def _read(
    units: SqlUnitsOfWork, table: Table, texts: Texts, after: RowMapping | None, batch: int
) -> Sequence[RowMapping]:
    """The next rows in the order of the primary key."""
    key = tuple_(*table.primary_key.columns)
    rows = select(*table.primary_key.columns, *texts).order_by(*table.primary_key.columns)
    if after is not None:
        rows = rows.where(key > tuple_(*(after[column] for column in table.primary_key.columns)))
    async with units(reading=True) as uow:
        return (await uow.connection.execute(rows.limit(batch))).mappings().all()


async def _seal_again(
    units: SqlUnitsOfWork, table: Table, texts: Texts, rows: Sequence[RowMapping]
) -> int:
    changed = 0
    async with units() as uow:
        for row in rows:
            anew = _anew(units.cipher, texts, row)
            if not anew:
                continue
            as_read = [column == row[column] for column in table.primary_key.columns]
            as_read += [column == row[column] for column in texts]
            write = update(table).where(*as_read).values(anew)
            changed += (await uow.connection.execute(write)).rowcount
        await uow.commit()
    return changed


def _anew(cipher: Cipher, texts: Texts, row: RowMapping) -> dict[str, Sealed]:
    return {
        column.name: cipher.seal_again(row[column])
        for column in texts
        if not cipher.sealed_with_first(row[column])
    }
