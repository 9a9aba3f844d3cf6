"""Small TOML files in which a council says what its own words mean."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from domain.lists.columns import suggest
from imports.tables import IGNORED, plain
from imports.unreadable import UnreadableFileFault

IGNORE = "ignore"


def load_columns(path: Path, names: Collection[str]) -> dict[str, str]:
    """Our column for each heading: ``worker = "Allocated worker"``, or several in a list.

    ``ignore = ["Notes"]`` names columns to leave out. Raises UnreadableFileFault with all faults.
    """
    found: dict[str, str] = {}
    faults: list[str] = []
    for ours, theirs in _read(path).items():
        if ours not in names and ours != IGNORE:
            faults.append(f"{ours} is not a column of this list{suggest(ours, names)}")
        for heading in _texts(theirs, ours, faults):
            if plain(heading) in found:
                faults.append(f"{heading!r} stands in it more than once")
            found[plain(heading)] = IGNORED if ours == IGNORE else ours
    _refuse(path, faults)
    return found


def load_titles(path: Path, roles: Mapping[str, str]) -> dict[str, str]:
    """The framework's key of a role for each job title: ``"Senior Social Worker" = "SW"``.

    ``roles`` gives the key for each spelling. Raises UnreadableFileFault with all faults.
    """
    keys = {plain(spelling): key for spelling, key in roles.items()}
    found: dict[str, str] = {}
    faults: list[str] = []
    for title, said in _read(path).items():
        for role in _texts(said, title, faults):
            if plain(role) in keys:
                found[title] = keys[plain(role)]
            else:
                faults.append(f"no role {role!r} for {title!r}{suggest(plain(role), keys)}")
    _refuse(path, faults)
    return found


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnreadableFileFault(
            f"{path.name} could not be read, so nothing was written: {error}"
        ) from error


def _texts(value: object, key: str, faults: list[str]) -> Iterator[str]:
    """The text, or each of a list of texts."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str) and one.strip():
            yield one
        else:
            faults.append(f"{key} must be a text in quotation marks")


def _refuse(path: Path, faults: list[str]) -> None:
    if faults:
        raise UnreadableFileFault(f"Nothing was written. {path.name}: {'; '.join(faults)}.")
