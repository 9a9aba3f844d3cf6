"""The tracker of whoever reads it."""

from __future__ import annotations

from cards.actions.action_tracker import MOST_LINES, ActionTracker
from domain.actions.tracker import Standing, TrackerFilter, by_team
from domain.delivery.message import Doubt
from usecases.actions.queue import waiting_for
from usecases.actions.reviewing import to_review
from usecases.actions.tracking import tracker_of
from usecases.showing import Look, shows


@shows("action_tracker", doubt=Doubt.LET_BE)
async def show_action_tracker(look: Look) -> ActionTracker | None:
    """Filtered as it was asked for; somebody else's is nobody's."""
    if look.about.key != look.reader.id:
        return None
    tracker = await tracker_of(look.uow, look.council, look.reader, look.now)
    asked = TrackerFilter.read(look.typed.get("team", ""), look.typed.get("standing", ""))
    kept = asked.keep(tracker.lines, look.today)
    counts = by_team(tracker.lines, look.today)
    several = tracker.leads or tracker.council_wide
    return ActionTracker(
        ref=look.about,
        version=1,
        whose=tracker.whose,
        today=look.today,
        counts=tuple(counts) if several else (),
        shown=tuple(kept[:MOST_LINES]),
        found=len(kept),
        late=len(TrackerFilter(standing=Standing.OVERDUE).keep(tracker.lines, look.today)),
        teams=tuple(sorted({line.team for line in tracker.lines if line.team})) if several else (),
        team=asked.team,
        standing=asked.standing,
        to_sign=len(await waiting_for(look.uow, look.reader, look.today)),
        form=bool(await to_review(look.uow, look.council, look.reader, look.today)),
        notice=look.notice or None,
    )
