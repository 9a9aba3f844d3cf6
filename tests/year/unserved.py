"""The rows that no simulated year serves yet: a list that may only become shorter."""

from __future__ import annotations

from collections.abc import Mapping

UNSERVED: Mapping[str, frozenset[str]] = {
    "city-of-london": frozenset(),
    "herefordshire": frozenset(),
    "leicestershire": frozenset(),
    "sefton": frozenset(),
    "somerset": frozenset(),
}
"""By council. A row that is served must be taken out of it, and none may be put in."""
