"""What somebody typed, and what they get back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cards.card import Card
from domain.people.person import Person
from domain.refs import Ref
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One message of somebody in the staff list."""

    uow: UnitOfWork
    council: Council
    actor: Person
    text: str
    now: datetime

    def look(self, about: Ref) -> Look:
        """The actor looking at a subject."""
        return Look(
            uow=self.uow, council=self.council, reader=self.actor, about=about, now=self.now
        )

    @property
    def me(self) -> Ref:
        """The actor as a subject."""
        return Ref("person", self.actor.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A line, a card, or both; each becomes a message of its own."""

    line: str = ""
    card: Card | None = None
