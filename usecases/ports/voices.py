"""The repository of what children and families said."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Protocol

from domain.voices.voice import Answered, NewVoice, Voice


class Voices(Protocol):
    """Whatever somebody said or wrote is encrypted at rest; ``save`` raises MovedOnFault."""

    async def begin(self, new: NewVoice, now: datetime) -> Voice:
        """A new voice, still being written."""

    async def get(self, voice_id: int) -> Voice | None:
        """One voice, with the present edition of its words."""

    async def save(self, voice: Voice, now: datetime) -> Voice:
        """Write a voice whose ``version`` is the one read; an edition that is new is added."""

    async def of_audit(self, audit_id: int) -> list[Voice]:
        """What was begun in an audit and not given up, oldest first."""

    async def of_audits(self, audit_ids: Collection[int]) -> Mapping[int, list[Voice]]:
        """The same for several; who has none is not in it. Without their words."""

    async def of_source(self, source: str, first_day: date, last_day: date) -> list[Voice]:
        """What was settled in one way between the two days, oldest first. Without their words."""

    async def latest(self, sources: Collection[str], noted_by: str, limit: int) -> list[Voice]:
        """The newest settled outside audits: in these ways, or written down by that person."""

    async def drafts_of(self, person_id: str) -> list[Voice]:
        """What somebody is still writing, newest first."""

    async def editions(self, voice_id: int) -> list[Answered]:
        """Every edition of every answer, in order."""
