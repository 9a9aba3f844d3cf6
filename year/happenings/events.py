"""What happens to records, and what is asked for: people tell the bot."""

from __future__ import annotations

from collections.abc import Iterator

from domain.cases.happening import reportable
from domain.frameworks.cycles import OnDemandCycle
from year.happening import Said, Scene, happening

TIMES = 3
"""How often each kind happens in the year."""


@happening
def every_event(scene: Scene) -> Iterator[Said]:
    """Workers report in turn; the form's choice goes round, so each kind is reported."""
    workers = [case.worker for case in scene.folk.cases if case.worker]
    for _ in range(TIMES * len(reportable(scene.framework)) if workers else 0):
        yield Said(
            day=scene.draw.choice(scene.days), person=scene.draw.choice(workers), text="event"
        )


@happening
def every_commission(scene: Scene) -> Iterator[Said]:
    """Each kind of audit that only comes when somebody asks for it, by those who may."""
    for programme in scene.framework.programmes.values():
        shape = programme.cycle
        if not isinstance(shape, OnDemandCycle) or programme.selection.event:
            continue
        roles = frozenset(shape.commissioned_by) or scene.framework.coordinators
        may = [one.id for one in scene.folk.people if one.holds(roles)]
        for _ in range(TIMES if may else 0):
            yield Said(
                day=scene.draw.choice(scene.days), person=scene.draw.choice(may), text="new audit"
            )


@happening
def every_survey(scene: Scene) -> Iterator[Said]:
    """What colleagues are asked after an event is sent by whoever asks it, as after a visit."""
    for way in scene.framework.feedback:
        if not (way.on and way.own and way.cadence and way.cadence.event):
            continue
        may = [one.id for one in scene.folk.people if one.holds(frozenset(way.asked_by))]
        for _ in range(TIMES if may else 0):
            yield Said(
                day=scene.draw.choice(scene.days), person=scene.draw.choice(may), text="feedback"
            )
