"""The council's entry for what an audit or a development review recommends (SEF-35)."""

from __future__ import annotations

from domain.frameworks.sections import Observation as Rule
from usecases.council import Council


def recommended_rule(council: Council) -> Rule | None:
    """The entry for what an audit recommends; None where the council has none."""
    found = (
        rule
        for rule in council.framework.observations
        if rule.on and rule.cadence and rule.cadence.event
    )
    return next(found, None)
