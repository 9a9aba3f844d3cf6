"""A nudge: one step of one duty, told to one person on one day; once for ever."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.nudges.steps import StepKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """``days`` names the step: so many from the due day, which an extension moves.

    ``put_off``: the day's card was out already, so ``day`` is the next working day.
    """

    duty_id: int
    due_on: date
    kind: StepKind
    days: int
    recipient: str
    day: date
    put_off: bool = False
