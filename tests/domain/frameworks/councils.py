"""The councils' files for tests that pin what they say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from domain.frameworks.cycles import CycleShape, openings
from domain.frameworks.framework import Framework
from domain.frameworks.parse import parse
from domain.frameworks.parts import KeyedEntry
from domain.frameworks.sections import Cadence
from domain.frameworks.walk import entries
from tests.domain.frameworks.samples import FOLDER

E = TypeVar("E", bound=KeyedEntry)


def council(name: str) -> Framework:
    """A council's file, read."""
    return parse((FOLDER / f"{name}.toml").read_text(encoding="utf-8"), name)


def by_key(found: Iterable[E]) -> dict[str, E]:
    """The entries of a section by their keys."""
    return {entry.key: entry for entry in found}


def cadence_of(entry: object) -> Cadence:
    """How often an entry comes; one without a cadence never comes by itself."""
    cadence = getattr(entry, "cadence", None) or Cadence()
    assert isinstance(cadence, Cadence)
    return cadence


def months_of(entry: object) -> tuple[int, ...]:
    """The months of an entry's cadence, in the order of the year."""
    return tuple(sorted(cadence_of(entry).months))


def opens_in(shape: CycleShape, year: int) -> list[date]:
    """The printed days on which a cycle opens in a calendar year."""
    return list(openings(shape, date(year, 1, 1), date(year, 12, 31)))


def chosen(framework: Framework) -> frozenset[str]:
    """Every silence that the file chooses."""
    return frozenset(silence for _, entry in entries(framework) for silence in entry.silence)


def chosen_without_a_word(framework: Framework) -> list[str]:
    """The places that choose and do not say what."""
    return [place for place, entry in entries(framework) if entry.silence and not entry.note]
