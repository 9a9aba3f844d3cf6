"""Who must be told of what a piece of learning found, where the council asks for it (LEI-12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from domain.frameworks.follow_up import Confirmation
from domain.frameworks.framework import Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """The ticks that the council's file asks for after a piece, and how long there is for them."""

    title: str
    ticks: tuple[Confirmation, ...]
    within: timedelta

    def missing(self, told: frozenset[str]) -> tuple[Confirmation, ...]:
        """The ticks that nobody has set."""
        return tuple(tick for tick in self.ticks if tick.key not in told)


def telling(framework: Framework) -> Telling | None:
    """What is asked after a piece that was put on record by hand; None where nothing is."""
    for activity in framework.activities:
        rule = activity.after_audit
        if activity.on and rule and rule.by_hand:
            days = rule.asked_after_days + rule.within_days
            return Telling(title=activity.title, ticks=rule.confirms, within=timedelta(days=days))
    return None
