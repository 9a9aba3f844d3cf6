"""The repository of actions."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Protocol

from domain.actions.action import Action, NewAction, Note
from domain.refs import Ref


class Actions(Protocol):
    """Actions with their notes. Free text is encrypted at rest."""

    async def add(self, new: NewAction, now: datetime) -> Action | None:
        """Write a draft; None where what raised it has raised it before."""

    async def get(self, action_id: int) -> Action | None:
        """One action with its notes."""

    async def of_audit(self, audit_id: int) -> list[Action]:
        """All that an audit has and that were not dropped, in the order of their adding."""

    async def of_source(self, source: Ref) -> list[Action]:
        """All that came from something besides an audit, in the order of their adding."""

    async def live(self) -> list[Action]:
        """Everything that somebody still has to do, soonest first."""

    async def closed_since(self, since: datetime) -> list[Action]:
        """What was done since then."""

    async def owned_by(self, person_id: str) -> list[Action]:
        """Somebody's own, soonest first."""

    async def to_look(self, day: date) -> list[Action]:
        """Those of which the clock has something to say."""

    async def orphaned(self, day: date) -> list[Action]:
        """Those whose owner has left."""

    async def undecided(self, day: date, kinds: Collection[str]) -> list[Action]:
        """Those whose open duty of one of those kinds is with somebody who has left."""

    async def save(self, action: Action) -> Action:
        """Write all but words and notes, if its version is the one read; raises MovedOnFault."""

    async def look_again_on(self, action: Action, day: date | None) -> bool:
        """Move the next look; False where somebody else has moved it. Cards stay as they are."""

    async def note(self, action: Action, note: Note) -> Action:
        """Keep what somebody said, for ever."""
