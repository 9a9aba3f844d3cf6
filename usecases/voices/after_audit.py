"""Whoever asks for feedback after an audit is told that it is time, once an audit (SOM-29)."""

from __future__ import annotations

from datetime import datetime

from domain.audits.outcome import Outcome
from domain.calendar.working_days import local_day
from domain.frameworks.re_audit import first_key
from usecases.audits.occasions import on_final
from usecases.audits.scene import Scene
from usecases.ports import UnitOfWork
from usecases.voices.rounds import Survey, put_to_runners


@on_final
async def ask_for_surveys(uow: UnitOfWork, scene: Scene, outcome: Outcome, now: datetime) -> None:
    """The card and the duty of each survey that the council's file has after such an audit."""
    del outcome
    ended = first_key(scene.programme.key)
    for way in scene.council.framework.feedback:
        if way.on and way.cadence and ended in way.cadence.after:
            survey = Survey(way=way, since=local_day(now), audit_id=scene.audit.id)
            await put_to_runners(uow, scene.council, survey, now)
