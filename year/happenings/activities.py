"""What no calendar brings is started by people: each activity, report and approval."""

from __future__ import annotations

from collections.abc import Iterator

from domain.calendar.entries import CalendarEntry, calendar_entries
from domain.frameworks.asked_for import Approval
from year.happening import Said, Scene, happening


@happening
def every_start(scene: Scene) -> Iterator[Said]:
    """Each that its people can start, by them; what is planned is tried by who runs cycles."""
    for entry in calendar_entries(scene.framework, planned=True):
        if entry.startable or not entry.entry.on:
            yield from _said(scene, f"activity {entry.title[:80]}", _starters(scene, entry))


@happening
def every_approval(scene: Scene) -> Iterator[Said]:
    """Each that comes with an event, by whoever sends it."""
    for rule in scene.framework.approvals:
        if rule.on and _by_event(rule):
            roles = frozenset(rule.sent_by) or scene.framework.coordinators
            yield from _said(scene, f"send for approval {rule.title[:60]}", roles)


def _by_event(rule: Approval) -> bool:
    return rule.cadence is None or not (rule.cadence.every or rule.cadence.months)


def _starters(scene: Scene, entry: CalendarEntry) -> frozenset[str]:
    runs = scene.framework.coordinators
    return frozenset(entry.roles) if entry.entry.on and entry.roles else runs


def _said(scene: Scene, text: str, roles: frozenset[str]) -> Iterator[Said]:
    people = [one.id for one in scene.folk.people if one.holds(roles)]
    if people:
        day = scene.draw.choice(list(scene.days))
        yield Said(day=day, person=scene.draw.choice(people), text=text)
