"""What all tables share: one MetaData, names that migrations can rely on, common columns."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    TextClause,
    literal_column,
    text,
)

from storage.types import Number

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def row_number() -> Column[int]:
    """The primary key that the database counts up.

    A table whose numbers the trail or a card names also needs ``sqlite_autoincrement``: else
    SQLite gives the number of a deleted row to the next one.
    """
    return Column("id", Number, primary_key=True)


def version() -> Column[int]:
    """Counts the writes; a save must name the one that it read."""
    return Column("version", Integer, nullable=False)


def part_of(name: str, column: str, *, nullable: bool = False) -> Column[int]:
    """The number of the row that this one belongs to."""
    return Column(name, Number, ForeignKey(column), nullable=nullable)


def person(name: str, *, nullable: bool = False) -> Column[str]:
    """The id of somebody of the staff list."""
    return Column(name, String(64), ForeignKey("people.id"), nullable=nullable)


def in_state(column: ColumnElement[Any], *states: StrEnum) -> ColumnElement[bool]:
    """Whether a column holds one of these words.

    They are written out in the statement and not sent beside it: only so can a database see that
    a partial index fits.
    """
    first, *others = (literal_column(f"'{state.value}'", column.type) for state in states)
    return column.in_([first, *others]) if others else column == first


def index_where(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index over the rows that the condition holds for, on both databases."""
    condition: TextClause = text(where)
    both: dict[str, Any] = {"postgresql_where": condition, "sqlite_where": condition}
    return Index(name, *columns, unique=unique, **both)
