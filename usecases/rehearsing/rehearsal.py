"""Who will be sent what, when and why: the real scans in simulated time, on a copy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from domain.faults import Fault
from domain.sending import Sending
from usecases.rehearsing.clockwork import Caused, Clockwork

LONGEST = timedelta(days=31)


class TooLongFault(Fault):
    """I rehearse at most 31 days at once, so nothing was rehearsed. Please choose fewer."""


class BackwardsFault(Fault):
    """The last day lies before the first one, so nothing was rehearsed. Please swap the two."""


async def rehearse(
    clock: Clockwork, names: Mapping[str, str], first: datetime, last: datetime
) -> list[Sending]:
    """Every new card of the time between, in the order in which they go.

    ``names`` are people's by id. The database of ``clock`` is a copy, which is changed. Nobody is
    taken to answer anything: what somebody does in that time can make a card moot or bring
    another one about. Raises TooLongFault, BackwardsFault.
    """
    check_span(first, last)
    found: list[Sending] = []
    async for now in clock.moments(first, last):
        found += [_sending(each, names) for each in await clock.strike(now) if each.sent.fresh]
    return found


def check_span(first: datetime, last: datetime) -> None:
    """Raises TooLongFault, BackwardsFault."""
    if last < first:
        raise BackwardsFault
    if last - first > LONGEST:
        raise TooLongFault


def _sending(caused: Caused, names: Mapping[str, str]) -> Sending:
    message, card = caused.sent.message, caused.sent.card
    words = message.kind.replace("_", " ").capitalize()
    return Sending(
        at=caused.sent.at,
        who=names.get(message.recipient, message.recipient),
        kind=message.kind,
        what=(card.summary if card else None) or words,
        why=caused.why,
    )
