"""Finding the person whom a cell names."""

from __future__ import annotations

from collections.abc import Mapping

from domain.lists.cells import CellFault, text_of


class Directory:
    """People by id, in whatever capitals; knows names too, to say which id was meant."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._ids = {person_id.casefold(): person_id for person_id in names}
        self._by_name: dict[str, list[str]] = {}
        for person_id, name in names.items():
            self._by_name.setdefault(name.casefold(), []).append(person_id)

    def find(self, cell: str) -> str | None:
        """The id of the person in the cell, None where it is blank; raises CellFault."""
        said = text_of(cell)
        if not said:
            return None
        if found := self._ids.get(said.casefold()):
            return found
        if meant := self._by_name.get(said.casefold()):
            raise CellFault(f"is a name; write the id: {' or '.join(sorted(meant))}")
        if any(sign.isdigit() for sign in said) and " " not in said:
            raise CellFault(f"no person {said!r}")
        # not repeated: in a file whose columns have slipped it may be a child's name
        raise CellFault("is not the id of anybody in the staff list")
