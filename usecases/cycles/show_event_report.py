"""The form on which something that happened to a record is reported."""

from __future__ import annotations

from cards.cycles.event_report import EventReport
from domain.cases.happening import TITLES, reportable
from domain.delivery.message import Doubt
from usecases.showing import Look, shows


@shows("event_report", doubt=Doubt.LET_BE)
async def show_event_report(look: Look) -> EventReport | None:
    """Every event that the framework waits for; None where it waits for none."""
    kinds = reportable(look.council.framework)
    if not kinds or look.about.key != look.reader.id:
        return None
    return EventReport(
        ref=look.about,
        version=1,
        kinds=tuple((kind, TITLES[kind]) for kind in kinds),
        today=look.today,
        typed=dict(look.typed),
        notice=look.notice or None,
        field=look.field,
    )
