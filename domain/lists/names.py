"""Finding the person whom a cell names by name, as other systems write them."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from domain.lists.cells import CellFault, text_of
from domain.lists.directory import Directory

LIKE = 0.75  # of difflib's ratio: "Tess Marlowe" is like "Tess Marlow", "Tess Moor" is not


class Names:
    """People by name, whatever the capitals and with the surname first or last; or by id.

    Only a name that is one person's is taken; one that is nearly somebody's is a suggestion.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._ids = Directory(names)
        self._known = frozenset(person_id.casefold() for person_id in names)
        self._by_name: dict[str, list[str]] = {}
        for person_id, name in names.items():
            self._by_name.setdefault(_plain(name), []).append(person_id)
        self._near: dict[str, list[str]] = {}

    def find(self, cell: str) -> str | None:
        """The person's id, None where the cell is blank; raises CellFault."""
        said = text_of(cell)
        if not said or said.casefold() in self._known:
            return self._ids.find(said)
        name = _plain(said)
        found = self._by_name.get(name, [])
        if len(found) == 1:
            return found[0]
        if found:
            raise CellFault(f"is the name of several people: {', '.join(sorted(found))}")
        raise CellFault(f"is not the name of anybody in the staff list{self._meant(name)}")

    def _meant(self, name: str) -> str:
        # the cell is not repeated: in a list whose columns have slipped it may be a child's name
        if name not in self._near:  # one worker has many records, and looking takes long
            close = get_close_matches(name, self._by_name, n=1, cutoff=LIKE)
            self._near[name] = sorted(self._by_name[close[0]]) if close else []
        ids = self._near[name]
        return f"; did you mean {' or '.join(ids)}?" if ids else ""


def _plain(name: str) -> str:
    """``Moor, Wanda`` as ``wanda moor``."""
    last, comma, first = name.partition(",")
    return " ".join((f"{first} {last}" if comma else name).casefold().split())
