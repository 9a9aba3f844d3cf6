"""Rows of talks, for tests of the storage."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.audit import Seat
from domain.talks.family import Consent
from storage.work import SqlUnitOfWork
from tests.storage.seeds import NOW


async def fill_talks(uow: SqlUnitOfWork, seat: Seat, words: str) -> None:
    """Write these words into every column of talks that people's words may stand in."""
    (talk,) = await uow.talks.start(seat.audit_id, ["reflective_talk"])
    await uow.talks.save(replace(talk, notes={"1": words}, words=words))
    invitation = await uow.talks.invite(talk.id, "ben")
    await uow.talks.save_invitation(replace(invitation, words=words))
    question = Consent(
        id=0, audit_id=seat.audit_id, worker="ben", version=1, asked_at=NOW, asked=words
    )
    await uow.families.ask(question)
    entry = await uow.families.start(seat.audit_id)
    await uow.families.save(replace(entry, who=words, words=words))
    pairing = await uow.pairings.pair(seat.id, "ada", "ben")
    await uow.pairings.save(replace(pairing, words=words))
    session = await uow.sessions.open("reflective_session", NOW.date().replace(day=1))
    assert session is not None
    (place,) = await uow.sessions.invite(session.id, ["ben"])
    await uow.sessions.save_place(replace(place, idea=words))
