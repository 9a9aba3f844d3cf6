"""How everybody below a manager stands with their quota (LEI-06)."""

from __future__ import annotations

from cards.quotas.team_quota import PersonLine, TeamQuota
from usecases.quotas.showing_standing import shown
from usecases.quotas.standing import below, standings
from usecases.showing import Look, shows


@shows("team_quota")
async def show_team_quota(look: Look) -> TeamQuota | None:
    """Whoever is furthest behind first; None for a reader above nobody who owes a quota."""
    if look.about.key != look.reader.id:
        return None
    people = await look.uow.people.all()
    team = [p for p in below(look.reader, people, look.council) if p.here_on(look.today)]
    found = await standings(look.uow, look.council, team, look.today)
    lines = [
        PersonLine(
            name=person.name,
            done=quota.done,
            owed=quota.owed,
            still_owed=quota.still_owed,
            behind=quota.behind,
        )
        for person in team
        for quota in shown(found[person.id])
    ]
    if not lines:
        return None
    order = sorted(lines, key=lambda line: (-line.behind, line.done - line.owed, line.name))
    return TeamQuota(ref=look.about, version=1, people=tuple(order), notice=look.notice or None)
