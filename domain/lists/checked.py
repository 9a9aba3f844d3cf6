"""What came of checking a list: what to write, or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, order=True)
class RowFault:
    """Something wrong in one cell; without a column, in the whole row."""

    row: int
    column: str
    message: str

    def __str__(self) -> str:
        where = f"row {self.row}, {self.column}" if self.column else f"row {self.row}"
        return f"{where}: {self.message}"


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody or something that changed teams."""

    key: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """How a list differs from what is known, by id or reference.

    ``changed`` gives the columns that differ. ``left`` are those missing from a full list,
    ``missing`` how many a list that is not full says nothing about.
    """

    new: tuple[str, ...] = ()
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unchanged: int = 0
    left: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
    moved: tuple[Moved, ...] = ()
    missing: int = 0

    @property
    def counts(self) -> dict[str, str | int | None]:
        """The figures for the trail."""
        return {
            "new": len(self.new),
            "changed": len(self.changed),
            "left": len(self.left),
            "returned": len(self.returned),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked(Generic[T_co]):
    """A checked list. ``to_write`` is empty while there is a single fault: all or nothing.

    ``kept`` names the columns that the file does not have; they stay as they are.
    """

    noun: str
    to_write: Sequence[T_co] = ()
    faults: Sequence[RowFault] = ()
    changes: Changes = Changes()
    kept: Sequence[str] = ()
    full: bool = False
