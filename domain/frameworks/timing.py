"""When people are reminded, who hears of lateness, and the product's safety button."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from domain.frameworks.deadlines import Count
from domain.frameworks.parts import Entry, Relation, RoleKeys, Text


class NudgeSteps(Entry):
    """Days from the due day on which a reminder goes out: -7, -2, 0, 1 (E-03)."""

    days: Annotated[tuple[int, ...], Field(min_length=1)] = (-7, -2, 0, 1)


class EscalationStep(Entry):
    """Who hears of it so many days after the due day (E-04)."""

    days_late: Count
    told: tuple[Relation, ...] = ()
    roles: RoleKeys = ()


class Escalation(Entry):
    """The way up; an urgent breach skips to its next level at once (E-04)."""

    steps: tuple[EscalationStep, ...] = ()
    urgent_at_once: bool = True


class SafetyButton(Entry):
    """The product's own safety net on every form; never shown as the council's rule (E-13)."""

    label: Text = "Child may be unsafe"
    told: tuple[Relation, ...] = ("team_manager", "service_manager")
    sentence: Text = "Follow your safeguarding procedure as well: this message does not replace it."
