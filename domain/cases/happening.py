"""Something that happened to a child's record and calls for an audit (SOM-30, 31, 33, 36)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.calendar.working_days import add_months
from domain.faults import Fault
from domain.frameworks.framework import Framework
from domain.frameworks.programme import Programme
from domain.frameworks.selection import EventKind, EventTest

TITLES: dict[EventKind, str] = {
    "repeat_plan": "A child protection plan began again",
    "becomes_looked_after": "The child became looked after",
    "home_ends": "A permanent home ended",
    "conference_held": "A child protection conference was held",
    "record_closes": "The record was closed",
    "concern": "There is a concern about practice",
}
THIRD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event. For a plan that began again: which plan it is, and when the last one ended."""

    kind: EventKind
    case_ref: str
    happened_on: date
    plan_number: int = 2
    last_plan_ended: date | None = None

    @property
    def occasion(self) -> str:
        """The same for the same event, however often it is reported."""
        return f"{self.kind}/{self.happened_on.isoformat()}/{self.case_ref}"


def reportable(framework: Framework) -> tuple[EventKind, ...]:
    """The events that this council's programmes wait for, as people report them."""
    tests = [p.selection.event for p in framework.programmes.values() if p.selection.event]
    kinds = {"repeat_plan" if test.kind == "third_plan" else test.kind for test in tests}
    return tuple(kind for kind in TITLES if kind in kinds)


def accept(happening: Happening, today: date) -> Happening:
    """The event as it can be kept; raises Fault where its dates cannot be true."""
    if happening.happened_on > today:
        raise Fault("That day has not come yet, so nothing was opened.", field="happened_on")
    if happening.kind != "repeat_plan":
        return happening
    ended = happening.last_plan_ended
    if ended is None:
        raise Fault(
            "Please say when the last plan ended: the audit depends on it. Nothing was opened.",
            field="last_plan_ended",
        )
    if ended > happening.happened_on:
        raise Fault(
            "The last plan cannot have ended after this one began. Nothing was opened.",
            field="last_plan_ended",
        )
    return happening


def called_for(framework: Framework, happening: Happening) -> tuple[Programme, ...]:
    """The programmes that the event opens, in the framework's order; perhaps none."""
    return tuple(
        programme
        for programme in framework.programmes.values()
        if programme.selection.event and _fits(programme.selection.event, happening)
    )


def _fits(test: EventTest, happening: Happening) -> bool:
    if test.kind == "third_plan":
        return happening.kind == "repeat_plan" and happening.plan_number >= THIRD
    if test.kind != happening.kind:
        return False
    if test.within_months is None or happening.last_plan_ended is None:
        return True
    return happening.last_plan_ended >= add_months(happening.happened_on, -test.within_months)


def chosen_because(occasion: str) -> str:
    """Why a record is audited outside the calendar, as the end of a sentence; empty inside it.

    What somebody wrote as their reason is for the auditor: the people of the record hear this.
    """
    kind, slash, _ = occasion.partition("/")
    if not slash:
        return ""
    title = next((said for known, said in TITLES.items() if known == kind), "")
    return title[0].lower() + title[1:] if title else "those who run audits asked for it"
