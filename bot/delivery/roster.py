"""Which dispatchers are at work: together they keep to one budget."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import structlog

from bot.delivery.means import Means, Pace

log = structlog.get_logger(__name__)

MISSED = 3
"""Signatures that a dispatcher may miss before the others take its share."""


class Roster:
    """Each signs now and then, and takes its part of every limit.

    For as long as one has not been seen by the others, all together are faster than they should
    be by its part: at most for the time between two signatures.
    """

    def __init__(self, means: Means, pace: Pace) -> None:
        self._means = means
        self._within = timedelta(seconds=MISSED * pace.count_every)
        self._name = uuid4().hex
        self._signed = False

    async def sign(self, now: datetime) -> None:
        """I am at work; how many are we?"""
        async with self._means.units() as uow:
            at_work = await uow.outbox.at_work(self._name, now=now, within=self._within)
            await uow.commit()
        self._signed = True
        self._means.limits.among(at_work)

    async def leave(self) -> None:
        """The others may have my part at once; where that cannot be written, a little later."""
        if not self._signed:
            return
        try:
            async with self._means.units() as uow:
                await uow.outbox.off_work(self._name)
                await uow.commit()
        except Exception as error:  # noqa: BLE001 - the database may be away; we stop all the same
            log.warning("still_on_the_roster", error=type(error).__name__)
