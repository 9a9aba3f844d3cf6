"""What audits are about in this council, by the word for it and by their programme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from domain.frameworks.framework import Framework
from year.council import Folk

SETTINGS = ("Ash House", "Elm Lodge")
"""Homes and nurseries: nobody has a list of them before they are named."""

Subjects = Mapping[str, Sequence[str]]


def subjects_of(framework: Framework, folk: Folk) -> Subjects:
    """What can be named: by ``record``, ``team``…, by each programme's key and by its title."""
    records = [case.ref for case in folk.cases]
    found = {
        "record": records,
        "sample": records,
        "team": _each(case.team for case in folk.cases),
        "service": _each(case.service for case in folk.cases),
        "setting": list(SETTINGS),
        "supervision": _each(case.worker or "" for case in folk.cases),
    }
    for place, one in enumerate(framework.programmes.values()):
        names = found[one.selection.subject]
        if one.selection.subject == "setting":  # each kind has its own: no name stands for two
            names = [f"{name} {place}" for name in SETTINGS]
        found |= {one.key: names, one.title: names}
    return found


def _each(names: Iterable[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name]
