"""A fan-out to a whole council, and what the fake Teams and the database know of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import RowMapping, Table, insert, select, text

from domain.delivery.message import Doubt, Lane, MessageState
from domain.people.person import Person
from domain.refs import Ref
from storage.tables import addresses, outbox
from storage.work import SqlUnitsOfWork
from tests.fake_teams import BOT_ID, TENANT, FakeTeams, Json, Post

EVERY_CLASS = ((Lane.URGENT, Doubt.SEND_AGAIN), (Lane.ORDINARY, Doubt.SEND_ONCE_MORE),
               (Lane.BULK, Doubt.LET_BE))  # fmt: skip
"""Alerts, allocations and digests, in the order in which they go out."""

CUT_OFF = """
SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


async def rows_of(units: SqlUnitsOfWork, table: Table) -> Sequence[RowMapping]:
    """Every row of a table, oldest first."""
    async with units(reading=True) as uow:
        found = await uow.connection.execute(select(table).order_by(*table.primary_key))
        return found.mappings().all()


class FanOut:
    """So many people, one card each: a third alerts, a third allocations, a third digests.

    What Teams took is counted by chat, and each chat is one person's: the delivery's key.
    """

    def __init__(self, units: SqlUnitsOfWork, teams: FakeTeams, size: int) -> None:
        self.units = units
        self.teams = teams
        self.people = [f"P{number:05}" for number in range(size)]

    async def is_queued(self) -> None:
        """One commit, as a use case does it."""
        now = datetime.now(UTC)
        async with self.units() as uow:
            await uow.people.put([Person(id=p, name=f"Person {p}") for p in self.people])
            await uow.connection.execute(insert(addresses), list(self._addresses(now)))
            for number, person in enumerate(self.people):
                lane, doubt = EVERY_CLASS[number % 3]
                about = Ref("person", person)
                await uow.outbox.send("welcome", about, person, now=now, lane=lane, doubt=doubt)
            await uow.commit()

    def _addresses(self, now: datetime) -> Iterator[Json]:
        made = self.teams.activities
        for person in self.people:
            yield {
                "person_id": person,
                "tenant_id": TENANT,
                "aad_object_id": person,
                "teams_user_id": made.teams_id(person),
                "bot_id": BOT_ID,
                "conversation_id": made.chat_of(person),
                "service_url": self.teams.service_url,
                "blocked": None,
                "changed_at": now - timedelta(days=1),
            }

    def posts(self) -> list[Post]:
        """What Teams has taken of it."""
        chats = set(map(self.teams.activities.chat_of, self.people))
        return [post for post in self.teams.posts if post.conversation_id in chats]

    def taken(self) -> Counter[str]:
        """How many cards Teams has taken for each person."""
        chats = Counter(post.conversation_id for post in self.posts())
        return Counter({p: chats[self.teams.activities.chat_of(p)] for p in self.people})

    async def rows(self, *states: MessageState) -> dict[str, RowMapping]:
        """The rows in some states (none named: in any), by person."""
        found = await rows_of(self.units, outbox)
        return {row["recipient"]: row for row in found if not states or row["state"] in states}

    async def unsent(self) -> list[int]:
        """Rows, of the fan-out and of anything else, that are still to be sent."""
        still = (MessageState.WAITING, MessageState.SENDING)
        return [r["id"] for r in await rows_of(self.units, outbox) if r["state"] in still]

    async def backends(self) -> set[int]:
        """PostgreSQL's processes for this database: one that serves the dead may still commit."""
        async with self.units(reading=True) as uow:
            if uow.connection.dialect.name == "sqlite":
                return set()
            theirs = "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
            return set((await uow.connection.execute(text(theirs))).scalars())

    async def are_cut_off(self) -> None:
        """An administrator ends every connection of PostgreSQL's but this one."""
        async with self.units(reading=True) as uow:
            await uow.connection.execute(text(CUT_OFF))

    async def states(self) -> Counter[str]:
        """Rows by state."""
        return Counter(str(row["state"]) for row in (await self.rows()).values())
