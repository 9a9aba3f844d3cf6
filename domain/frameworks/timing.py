"""When people are reminded, who hears of lateness, and the product's safety button."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from domain.frameworks.deadlines import Count
from domain.frameworks.parts import Entry, Key, Part, Relation, RoleKeys, Text


class EscalationStep(Entry):
    """Who hears of it so many days after the due day (E-04)."""

    days_late: Count
    told: tuple[Relation, ...] = ()
    roles: RoleKeys = ()


class KindSteps(Part):
    """The steps of one kind of duty; what is not given is as for all."""

    kind: Key
    days: Annotated[tuple[int, ...], Field(min_length=1)] | None = None
    escalation: tuple[EscalationStep, ...] | None = None


class OfficeHours(Part):
    """From which whole hour to before which anything goes out that can wait, in London (E-98)."""

    begins: int = 9
    ends: int = 18


class NudgeSteps(Entry):
    """Days from the due day on which a reminder goes out: -7, -2, 0, 1 (E-03).

    ``kinds`` have steps of their own: what is asked within two days has none a week before.
    Outside the ``hours`` it is quiet; what cannot wait goes at any time.
    """

    days: Annotated[tuple[int, ...], Field(min_length=1)] = (-7, -2, 0, 1)
    hours: OfficeHours = OfficeHours()
    kinds: tuple[KindSteps, ...] = ()


class Escalation(Entry):
    """The way up; an urgent breach skips to its next level at once (E-04)."""

    steps: tuple[EscalationStep, ...] = ()
    urgent_at_once: bool = True


class Ladder(Part):
    """What happens while nobody says "I have it"; minutes of the clock, day and night (E-04, E-92).

    After ``again`` minutes the same people get it once more; after the last of these it goes one
    level up every ``up_every`` minutes. Once it is acknowledged, whoever answers is reminded
    ``remind_before`` the deadline, and every ``remind_every`` where there is none.
    """

    again: Annotated[tuple[Count, ...], Field(min_length=1)] = (15, 60)
    up_every: Count = 60
    remind_before: tuple[Count, ...] = (120, 30)
    remind_every: Count = 1440


class SafetyButton(Entry):
    """The product's own safety net on every form; never shown as the council's rule (E-13)."""

    label: Text = "Child may be unsafe"
    told: tuple[Relation, ...] = ("team_manager", "service_manager")
    sentence: Text = "Follow your safeguarding procedure as well: this message does not replace it."
    ladder: Ladder = Ladder()
