"""A manager's practitioners with and without a piece of feedback in the quarter."""

from __future__ import annotations

from cards.voices.feedback_team import FeedbackTeam, TeamLine
from domain.delivery.message import Doubt
from domain.frameworks.sections import Quota
from domain.quotas.period import period_of
from usecases.quotas.standing import quotas_of, subjects_of
from usecases.showing import Look, shows


@shows("feedback_team", doubt=Doubt.LET_BE)
async def show_feedback_team(look: Look) -> FeedbackTeam | None:
    """None for somebody who owes no such quota, or has nobody for whom it is owed."""
    quota = _quota(look)
    if quota is None or look.about.key != look.reader.id:
        return None
    people = await look.uow.people.all()
    team = subjects_of(quota, look.reader, people, look.today)
    if not team:
        return None
    period = period_of(quota, look.today)
    ids = [person.id for person in team]
    pieces = await look.uow.pieces.of(ids, period.first_day, period.last_day)
    counted = [piece.person_id for piece in pieces if piece.part == quota.key]
    return FeedbackTeam(
        ref=look.about,
        version=1,
        what=quota.title,
        last_day=period.last_day,
        people=tuple(TeamLine(name=one.name, pieces=counted.count(one.id)) for one in team),
        notice=look.notice or None,
    )


def _quota(look: Look) -> Quota | None:
    """The quota of the reader that feedback counts for."""
    ways = {way.counts_for for way in look.council.framework.feedback if way.on}
    return next((q for q in quotas_of(look.council, look.reader) if q.key in ways), None)
