"""The talks of audits."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from sqlalchemy import RowMapping, bindparam, delete, select, update

from domain.talks.talk import Invitation, Reply, Talk, TalkState, TalkTick
from storage.cipher import Sealed
from storage.known import remembered
from storage.repositories.base import SealingRepository
from storage.tables import talk_invitations, talk_notes, talk_ticks, talks

_BY_ID = select(talks).where(talks.c.id == bindparam("number"))
_OF_AUDIT = select(talks).where(talks.c.audit_id == bindparam("number")).order_by(talks.c.id)
_NOTES = (
    select(talk_notes)
    .where(talk_notes.c.talk_id == bindparam("number"))
    .order_by(talk_notes.c.prompt)
)
_INVITED = (
    select(talk_invitations)
    .where(talk_invitations.c.talk_id == bindparam("number"))
    .order_by(talk_invitations.c.id)
)


class SqlTalks(SealingRepository):
    """Implements the port ``Talks``."""

    async def start(self, audit_id: int, keys: Collection[str]) -> list[Talk]:
        """Make sure that an audit has a row for each talk; gives them in the order of ``keys``."""
        await self.start_all([audit_id], keys)
        found = await self.of_audit(audit_id)
        return [found[key] for key in keys]

    async def start_all(self, audit_ids: Collection[int], keys: Collection[str]) -> None:
        """Make sure that each of the audits has a row for each talk."""
        alike = {
            "state": TalkState.OPEN,
            "version": 1,
            "minutes": 0,
            "took_part": [],
            "reason": "",
            "words": Sealed(""),
        }
        rows = [{"audit_id": one, "key": key, **alike} for one in audit_ids for key in keys]
        if rows:
            await self._connection.execute(self._insert(talks).on_conflict_do_nothing(), rows)

    @remembered
    async def get(self, talk_id: int) -> Talk | None:
        """One talk."""
        row = await self._one(_BY_ID, number=talk_id)
        return await self._talk(row) if row else None

    @remembered
    async def of_audit(self, audit_id: int) -> dict[str, Talk]:
        """An audit's talks by their key."""
        rows = await self._all(_OF_AUDIT, number=audit_id)
        return {row["key"]: await self._talk(row) for row in rows}

    async def save(self, talk: Talk) -> Talk:
        """Write a talk whose ``version`` is the one read; raises MovedOnFault."""
        saved = replace(talk, version=talk.version + 1)
        read = update(talks).filter_by(id=talk.id, version=talk.version)
        await self._swap(
            read.values(
                state=saved.state,
                version=saved.version,
                starts_at=saved.starts_at,
                minutes=saved.minutes,
                booked_by=saved.booked_by,
                held_on=saved.held_on,
                took_part=list(saved.took_part),
                reason=saved.reason,
                words=self._cipher.seal(saved.words),
            )
        )
        await self._write_notes(saved)
        return saved

    async def _write_notes(self, talk: Talk) -> None:
        await self._count(delete(talk_notes).where(talk_notes.c.talk_id == talk.id))
        for prompt, words in talk.notes.items():
            new = self._insert(talk_notes).values(
                talk_id=talk.id, prompt=prompt, words=self._cipher.seal(words)
            )
            await self._count(new)

    async def invite(self, talk_id: int, person_id: str) -> Invitation:
        """Note that a person is asked; whoever was asked before keeps the row."""
        key = {"talk_id": talk_id, "person_id": person_id}
        new = self._insert(talk_invitations).values(
            **key, version=1, reply=Reply.WAITING, times=(), words=Sealed("")
        )
        await self._count(new.on_conflict_do_nothing())
        (row,) = await self._all(select(talk_invitations).filter_by(**key))
        return self._invitation(row)

    async def invitation(self, invitation_id: int) -> Invitation | None:
        """One invitation."""
        row = await self._one(select(talk_invitations).filter_by(id=invitation_id))
        return self._invitation(row) if row else None

    @remembered
    async def invitations(self, talk_id: int) -> list[Invitation]:
        """Everybody asked to a talk, in the order in which they were noted."""
        return [self._invitation(row) for row in await self._all(_INVITED, number=talk_id)]

    async def save_invitation(self, invitation: Invitation) -> Invitation:
        """Write an invitation whose ``version`` is the one read; raises MovedOnFault."""
        saved = replace(invitation, version=invitation.version + 1)
        read = update(talk_invitations).filter_by(id=invitation.id, version=invitation.version)
        await self._swap(
            read.values(
                version=saved.version,
                reply=saved.reply,
                times=saved.times,
                words=self._cipher.seal(saved.words),
            )
        )
        return saved

    async def tick(self, talk_id: int, tick: TalkTick) -> None:
        """Note that a seat's holder says the talk was held; a newer holder's takes its place."""
        new = self._insert(talk_ticks).values(
            talk_id=talk_id, seat_id=tick.seat_id, holder=tick.holder, at=tick.at
        )
        await self._count(
            new.on_conflict_do_update(
                index_elements=["talk_id", "seat_id"],
                set_={"holder": tick.holder, "at": tick.at},
            )
        )

    async def ticks(self, talk_id: int) -> Mapping[int, TalkTick]:
        """The ticks of a talk by seat."""
        rows = await self._all(select(talk_ticks).filter_by(talk_id=talk_id))
        return {
            row["seat_id"]: TalkTick(seat_id=row["seat_id"], holder=row["holder"], at=row["at"])
            for row in rows
        }

    async def _talk(self, row: RowMapping) -> Talk:
        notes = await self._all(_NOTES, number=row["id"])
        opened = {
            "took_part": tuple(row["took_part"]),
            "notes": {note["prompt"]: self._cipher.open(note["words"]) for note in notes},
            "words": self._cipher.open(row["words"]),
        }
        return Talk(**{**row, **opened})

    def _invitation(self, row: RowMapping) -> Invitation:
        return Invitation(**{**row, "words": self._cipher.open(row["words"])})
