"""The areas that a council's audits look at, as the library sorts by them."""

from __future__ import annotations

from domain.frameworks.framework import Framework
from domain.frameworks.programme import Area


def areas_of(framework: Framework) -> tuple[Area, ...]:
    """Those of the first kind of audit that has any."""
    every = (programme.areas for programme in framework.programmes.values())
    return tuple(next((areas for areas in every if areas), ()))
