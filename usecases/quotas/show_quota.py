"""One person's quota: one's own, or that of somebody below."""

from __future__ import annotations

from cards.quotas.quota import Quota
from domain.people.lines import manages
from usecases.quotas.showing_standing import shown
from usecases.quotas.standing import below, standings
from usecases.showing import Look, shows


@shows("quota")
async def show_quota(look: Look) -> Quota | None:
    """None for somebody without a quota, and for a reader who does not stand above them."""
    people = await look.uow.people.all()
    person = people.get(look.about.key)
    if person is None:
        return None
    own = person.id == look.reader.id
    over = look.council.coordinates(look.reader) or manages(look.reader, person, people)
    if not (own or over):
        return None
    quotas = shown((await standings(look.uow, look.council, [person], look.today))[person.id])
    if not quotas:
        return None
    return Quota(
        ref=look.about,
        version=1,
        quotas=quotas,
        whose="" if own else person.name,
        has_team=own and bool(below(person, people, look.council)),
        notice=look.notice or None,
    )
