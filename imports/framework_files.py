"""The framework files of a folder: which there are, and one of them read."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from domain.frameworks.framework import Framework, FrameworkFault
from domain.frameworks.parse import parse


@dataclass(frozen=True, slots=True)
class FrameworkFile:
    """A file of the folder. ``name`` is the council's; the id where the file does not say."""

    id: str
    name: str
    path: Path


def list_frameworks(folder: Path) -> list[FrameworkFile]:
    """The folder's files in order of their ids; an unreadable one is listed by its id."""
    return [FrameworkFile(path.stem, _name(path), path) for path in sorted(folder.glob("*.toml"))]


def load_framework(place: Path, framework_id: str | None = None) -> Framework:
    """Read one framework: a file, or the one with that id in a folder.

    Raises FrameworkFault where there is none, it cannot be read, or it has faults.
    """
    path = place if place.is_file() else _in_folder(place, framework_id)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FrameworkFault(f"{path.name} could not be read: {error}.") from error
    framework = parse(text, path.name)
    if framework_id is not None and framework.id != framework_id:
        raise FrameworkFault(
            f"{path.name} says that its id is {framework.id!r}, not {framework_id!r}. "
            "Name the file after its id."
        )
    return framework


def _in_folder(folder: Path, framework_id: str | None) -> Path:
    found = {file.id: file.path for file in list_frameworks(folder)}
    if framework_id in found:
        return found[framework_id]
    there = ", ".join(found) or "none"
    wanted = f"no framework {framework_id!r}" if framework_id else "no such file"
    raise FrameworkFault(f"There is {wanted} in {folder}. Frameworks there: {there}.")


def _name(path: Path) -> str:
    try:
        name = tomllib.loads(path.read_text(encoding="utf-8")).get("name")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return path.stem
    return name if isinstance(name, str) else path.stem
