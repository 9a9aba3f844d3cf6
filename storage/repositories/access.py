"""People of the tenant who are not in the staff list and asked for a way in."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Final

from sqlalchemy import select, update

from domain.people.access import AccessRequest
from storage.repositories.base import Repository
from storage.tables import access_requests

# no vowels, so that no word comes out; nothing that is misread on the telephone
ALPHABET: Final = "23456789BCDFGHJKMNPQRSTVWXZ"
LENGTH: Final = 4


class SqlAccessRequests(Repository):
    """Implements the port ``AccessRequests``."""

    async def reference_for(self, aad_object_id: str, name: str, now: datetime) -> str:
        """A short code such as ``7QF2``, the same for the same person."""
        known = select(access_requests.c.reference).filter_by(aad_object_id=aad_object_id)
        while True:
            row = await self._one(known)
            if row:
                return str(row["reference"])
            reference = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
            new = self._insert(access_requests).values(
                reference=reference, aad_object_id=aad_object_id, name=name, asked_at=now
            )
            # nothing is written where the code is taken, or the same person asked just now
            await self._connection.execute(new.on_conflict_do_nothing())

    async def get(self, reference: str) -> AccessRequest | None:
        """A request by its code."""
        row = await self._one(select(access_requests).filter_by(reference=reference))
        if row is None:
            return None
        return AccessRequest(
            reference=row["reference"],
            aad_object_id=row["aad_object_id"],
            name=row["name"],
            asked_at=row["asked_at"],
            told=row["told_at"] is not None,
        )

    async def told(self, reference: str, now: datetime) -> None:
        """Keep that the QA team has been told; the first time counts."""
        first = update(access_requests).filter_by(reference=reference, told_at=None)
        await self._connection.execute(first.values(told_at=now))
