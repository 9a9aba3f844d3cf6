"""Who is this, and where can they be reached?"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.incoming import Incoming, Kind
from domain.calendar.working_days import local_day
from domain.delivery.message import Address
from domain.people.person import Person
from usecases.people.reach import find_again
from usecases.ports import UnitOfWork

WAITS_FOR_THEM = timedelta(days=14)


class Whereabouts:
    """Finds the person of an activity and keeps their address as Teams last told it.

    ``acting`` maps an account to the person whom it plays; only the demo fills it.
    """

    def __init__(self, acting: dict[str, str] | None = None) -> None:
        self.acting = acting

    async def find(self, uow: UnitOfWork, incoming: Incoming, now: datetime) -> Person | None:
        """The person, if the staff list has them and they still work here."""
        account = incoming.sender_aad_object_id
        if not account:
            return None
        played = (self.acting or {}).get(account)
        person = await (uow.people.get(played) if played else uow.people.by_aad_object_id(account))
        if person is None or not person.here_on(local_day(now)):
            return None
        await self._remember(uow, person, incoming, now)
        return person

    async def _remember(
        self, uow: UnitOfWork, person: Person, incoming: Incoming, now: datetime
    ) -> None:
        """Keep where they wrote from; what found nobody to reach before goes out now.

        An action on a message comes out of any chat, also one between two people.
        """
        if incoming.conversation_type != "personal" or incoming.kind is Kind.EXTENDED:
            return
        address = _address(person, incoming)
        # asked anew each time: the dispatcher, another replica or a rollback may have changed it
        known = await uow.addresses.of(person.id)
        if known != address:
            await uow.addresses.remember(address, now)
        if known is None or known.blocked:
            await uow.outbox.revive(person.id, since=now - WAITS_FOR_THEM, now=now)
            await find_again(uow, person.id, now)


def _address(person: Person, incoming: Incoming) -> Address:
    return Address(
        person_id=person.id,
        tenant_id=incoming.tenant_id,
        aad_object_id=incoming.sender_aad_object_id or "",
        teams_user_id=incoming.sender_teams_id,
        bot_id=incoming.bot_id,
        conversation_id=incoming.conversation_id,
        service_url=incoming.service_url,
    )
