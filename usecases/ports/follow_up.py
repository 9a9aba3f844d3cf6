"""The repository of what follows from audits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from domain.follow_up.step import NewStep, Party, Reply, Step


class FollowUps(Protocol):
    """Steps with their parties and replies. Free text is encrypted at rest."""

    async def add(self, new: NewStep, now: datetime) -> Step | None:
        """Write a waiting step with its parties; None where its cause was raised before."""

    async def get(self, step_id: int) -> Step | None:
        """One step with its parties and replies."""

    async def of_audit(self, audit_id: int) -> list[Step]:
        """Everything that an audit caused, in the order in which it was begun."""

    async def of_re_audit(self, audit_id: int) -> Step | None:
        """The step that an audit is the re-audit of."""

    async def recommended(self, programme: str) -> list[Step]:
        """The recommendations of a programme that are not signed off."""

    async def to_open(self, day: date) -> list[Step]:
        """Waiting steps whose day has come, the longest waiting first."""

    async def to_ask_again(self, day: date) -> list[Step]:
        """Running steps in which somebody is to be asked again."""

    async def save(self, step: Step) -> Step:
        """Write how far a step has come, if its version is the one read; raises MovedOnFault."""

    async def ask_again_on(self, step: Step, day: date | None) -> bool:
        """Move the next asking; False where somebody else has moved it. Cards stay as they are."""

    async def say(self, step: Step, replies: Sequence[Reply]) -> Step:
        """Keep what somebody said, for ever."""

    async def hand_part(self, step: Step, part: str, before: str, to: str) -> None:
        """Give somebody's part to another, who may have had none; who had it has it no more."""

    async def join(self, step: Step, parties: Sequence[Party]) -> Step:
        """Give somebody a part who had none; whoever has it already keeps it."""
