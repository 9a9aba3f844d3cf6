"""What stands in a council's calendar: its activities and reports, each with whoever owes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from domain.frameworks.framework import Framework
from domain.frameworks.parts import Relation
from domain.frameworks.sections import Activity, Cadence, Report

PLANNED = "E-69"  # the silence under which a file keeps what is planned and not running


class Section(StrEnum):
    """The section of the file in which an entry stands."""

    ACTIVITY = "activities"
    REPORT = "reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """An activity or a report. ``rule`` tells activities and reports of one key apart."""

    section: Section
    entry: Activity | Report

    @property
    def key(self) -> str:
        """The key of the entry in its section."""
        return self.entry.key

    @property
    def title(self) -> str:
        """What people call it."""
        return self.entry.title

    @property
    def name(self) -> str:
        """``activities.pods``, which no other entry has."""
        return f"{self.section}.{self.key}"

    @property
    def cadence(self) -> Cadence:
        """How often; an empty one where it is started by people alone."""
        return self.entry.cadence or Cadence()

    @property
    def roles(self) -> tuple[str, ...]:
        """Whose it is."""
        one = self.entry
        return one.held_by if isinstance(one, Activity) else one.prepared_by

    @property
    def relations(self) -> tuple[Relation, ...]:
        """Who it is to whom, where it is not owed by role."""
        return self.entry.relations if isinstance(self.entry, Activity) else ()

    @property
    def each(self) -> bool:
        """Whether everybody owes their own; otherwise one does it for all."""
        return self.entry.each or bool(self.relations and not self.roles)

    @property
    def dated(self) -> bool:
        """Whether the calendar brings it about."""
        return bool(self.cadence.every or self.cadence.months)

    @property
    def startable(self) -> bool:
        """Whether people start it: an event, or no cadence at all."""
        return not self.dated or bool(self.cadence.event)

    @property
    def report(self) -> Report | None:
        """The report, where it is one."""
        return self.entry if isinstance(self.entry, Report) else None

    @property
    def activity(self) -> Activity | None:
        """The activity, where it is one."""
        return self.entry if isinstance(self.entry, Activity) else None


def calendar_entries(framework: Framework, *, planned: bool = False) -> list[CalendarEntry]:
    """Every entry that is switched on and that nothing else in the product brings about.

    ``planned``: also what the council has planned and not begun (E-69).
    """
    elsewhere = frozenset(_elsewhere(framework))
    found = [
        *(CalendarEntry(section=Section.ACTIVITY, entry=each) for each in framework.activities),
        *(CalendarEntry(section=Section.REPORT, entry=each) for each in framework.reports),
    ]
    return [
        one
        for one in found
        if one.name not in elsewhere
        and (one.entry.on or (planned and PLANNED in one.entry.silence))
    ]


def entry_of(framework: Framework, name: str) -> CalendarEntry | None:
    """The entry of that name; None where the file has dropped it."""
    found = calendar_entries(framework, planned=True)
    return next((one for one in found if one.name == name), None)


def _elsewhere(framework: Framework) -> Iterator[str]:
    """What follows an audit, an immediate response, or a month's audits: asked there."""
    talks = {rule.talk for rule in framework.immediate_responses if rule.talk}
    for one in framework.activities:
        of_audits = "everyone_in_the_audit" in one.relations
        if one.after_audit or of_audits or one.key in talks:
            yield f"{Section.ACTIVITY}.{one.key}"
