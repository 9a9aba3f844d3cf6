"""A framework: one council's rules, as its file says them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import Field

from domain.faults import Fault
from domain.frameworks.asked_for import Approval, Nudge
from domain.frameworks.grades import GradeScale
from domain.frameworks.intake import Intake
from domain.frameworks.parts import Entry, Key, Part, Text
from domain.frameworks.programme import Programme
from domain.frameworks.re_audit import first_key, re_audit_of
from domain.frameworks.sections import (
    ActionRule,
    Activity,
    Alert,
    FeedbackRule,
    ImmediateResponse,
    Incident,
    Nomination,
    Observation,
    Quota,
    Report,
)
from domain.frameworks.timing import Escalation, NudgeSteps, SafetyButton

FrameworkId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]


class FrameworkFault(Fault):
    """The framework file cannot be used. Nothing was changed."""

    def __init__(self, message: str | None = None, *, faults: tuple[str, ...] = ()) -> None:
        self.faults = faults
        super().__init__(message)


class Document(Entry):
    """The council's document. ``rows`` counts the numbered rows that a file must answer."""

    title: Text
    dating: Text
    row_prefix: Annotated[str, Field(pattern=r"^[A-Z]{2,6}$")]
    rows: Annotated[int, Field(ge=1)]
    review_due: date | None = None


class Role(Part):
    """A role of the staff list. Coordinators run cycles and see the whole picture.

    ``senior`` marks those who stand above services; several roles may lie with one person (E-17).
    """

    key: Key
    title: Text
    short: Text
    coordinates: bool = False
    senior: bool = False


class Framework(Part):
    """Everything that the product knows of a council's rules."""

    id: FrameworkId
    name: Text
    document: Document
    roles: Annotated[Mapping[Key, Role], Field(min_length=1)]
    grades: GradeScale
    programmes: Mapping[Key, Programme]
    nudge_steps: NudgeSteps = NudgeSteps()
    escalation: Escalation = Escalation()
    safety_button: SafetyButton = SafetyButton()
    immediate_responses: tuple[ImmediateResponse, ...] = ()
    incidents: tuple[Incident, ...] = ()
    actions: tuple[ActionRule, ...] = ()
    feedback: tuple[FeedbackRule, ...] = ()
    nominations: tuple[Nomination, ...] = ()
    observations: tuple[Observation, ...] = ()
    alerts: tuple[Alert, ...] = ()
    intake: tuple[Intake, ...] = ()
    quotas: tuple[Quota, ...] = ()
    activities: tuple[Activity, ...] = ()
    approvals: tuple[Approval, ...] = ()
    reports: tuple[Report, ...] = ()
    nudges: tuple[Nudge, ...] = ()

    @property
    def coordinators(self) -> frozenset[str]:
        """The roles that run cycles."""
        return frozenset(key for key, role in self.roles.items() if role.coordinates)

    def programme(self, key: str) -> Programme:
        """The programme of that key, also of a re-audit; raises FrameworkFault, naming all."""
        if key in self.programmes:
            return self.programmes[key]
        first = self.programmes.get(first_key(key))
        if first and (again := re_audit_of(first)):
            return again
        raise FrameworkFault(
            f"{self.name} has no programme {key!r}. It has: {', '.join(self.programmes)}."
        )

    def role_title(self, key: str) -> str:
        """How people say the role; the key in plain words where the file does not list it."""
        role = self.roles.get(key)
        return role.title if role else key.replace("_", " ").capitalize()

    def role_short(self, key: str) -> str:
        """The short form of the role, such as IRO; the title's words where none is listed."""
        role = self.roles.get(key)
        return role.short if role else self.role_title(key)
