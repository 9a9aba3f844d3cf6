"""What the calendar brings: activities, reports, approvals, reminders, rounds of asking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from domain.frameworks.framework import Framework
from domain.frameworks.parts import Entry, KeyedEntry
from storage import tables
from year.tracing import Reached, keyed, traces

Found = Iterable[Entry | None]


def sections(framework: Framework) -> Mapping[str, tuple[KeyedEntry, ...]]:
    """The parts of the file whose entries come round by the calendar, by name."""
    return {
        "activities": framework.activities,
        "reports": framework.reports,
        "actions": framework.actions,
        "feedback": framework.feedback,
        "approvals": framework.approvals,
        "nudges": framework.nudges,
    }


def named(framework: Framework, place: str) -> list[Entry | None]:
    """The entry at ``activities.team_meeting``."""
    section, _, key = place.partition(".")
    return keyed(sections(framework).get(section, ()), key)


@traces("occurrence", "passing")
async def of_occurrence(reached: Reached) -> Found:
    """An activity or a report names its place in the file.

    What is only planned comes about where somebody started it to try it: it is on for them.
    """
    row = await reached.row(tables.occurrences)
    found = named(reached.framework, str(row.get("entry", "")))
    return [one.model_copy(update={"on": True}) if one else None for one in found]


@traces("approval", "approval_draft")
async def of_approval(reached: Reached) -> Found:
    """An approval names its rule."""
    row = await reached.row(tables.approvals)
    return keyed(reached.framework.approvals, row.get("rule"))


@traces("standing")
async def of_standing(reached: Reached) -> Found:
    """A standing reminder names its rule."""
    row = await reached.row(tables.standing_nudges)
    return keyed(reached.framework.nudges, row.get("rule"))


@traces("round", "survey")
async def of_round(reached: Reached) -> Found:
    """A round of asking names its way of hearing people."""
    return keyed(reached.framework.feedback, reached.about.key.partition(".")[0])
