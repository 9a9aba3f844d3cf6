"""Standings in the words of the cards."""

from __future__ import annotations

from collections.abc import Iterable

from cards.quotas.parts import PartLine, QuotaShown
from usecases.quotas.standing import Standing


def say_part(key: str) -> str:
    """A part in small letters: ``thematic audit``."""
    return key.replace("_", " ")


def shown(standings: Iterable[Standing]) -> tuple[QuotaShown, ...]:
    """Standings as a card shows them; a quota that is owed for nobody is left out."""
    return tuple(_shown(standing) for standing in standings if standing.tally.total)


def _shown(standing: Standing) -> QuotaShown:
    tally = standing.tally
    return QuotaShown(
        title=standing.quota.title,
        first_day=standing.period.first_day,
        last_day=standing.period.last_day,
        parts=tuple(
            PartLine(name=say_part(part.key), done=part.done, owed=part.owed)
            for part in tally.parts
        ),
        beyond=tally.beyond,
        behind=standing.behind,
        waiting=tuple(person.name for person in standing.waiting),
    )
