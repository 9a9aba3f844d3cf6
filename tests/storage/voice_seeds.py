"""Rows of voices, for tests of the storage."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.audit import Seat
from domain.voices.voice import Answered, NewVoice, Speaker
from storage.work import SqlUnitOfWork
from tests.storage.seeds import NOW


async def fill_voices(uow: SqlUnitOfWork, seat: Seat, words: str) -> None:
    """Write these words into every column of voices that people's words may stand in."""
    new = NewVoice(speaker=Speaker.CHILD, noted_by="ben", audit_id=seat.audit_id)
    voice = await uow.voices.begin(new, NOW)
    spoken = Answered(number=1, question="What has helped?", words=words)
    filled = replace(
        voice,
        answers=(spoken,),
        who=words,
        medium=words,
        help=words,
        summary=words,
        worried=words,
        tried=words,
    )
    await uow.voices.save(filled, NOW)
