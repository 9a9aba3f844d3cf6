"""The table of rights: verb by relation."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from domain.permissions.relations import Relation


class TwoRightsError(Exception):
    """The same verb stands in two tables of rights."""


@cache
def rights() -> Mapping[str, frozenset[Relation]]:
    """Every verb and the relations that may use it, from all tables of this package."""
    merged: dict[str, frozenset[Relation]] = {}
    package = importlib.import_module("domain.permissions")
    for found in pkgutil.iter_modules(package.__path__, "domain.permissions."):
        table = getattr(importlib.import_module(found.name), "RIGHTS", {})
        if twice := merged.keys() & table.keys():
            raise TwoRightsError(f"{found.name} gives rights again for {sorted(twice)}")
        merged |= table
    return dict(sorted(merged.items()))


def may(verb: str, relations: frozenset[Relation]) -> bool:
    """Whether somebody who stands so to the subject may use the verb; no entry, no right."""
    return not relations.isdisjoint(rights().get(verb, frozenset()))
