"""Somebody asks to be added: told to the coordinator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import band, card, facts, noticed, sentence, steps, subtitle, title
from domain.calendar.wording import say_moment
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRequested:
    """Who asks, as Teams names them; ``account`` is their id in the directory.

    ``ref`` is ``access-7QF2``; ``missing_role`` names the role where only that is missing.
    """

    kind: ClassVar[str] = "access_requested"

    ref: Ref
    version: int
    name: str
    account: str
    asked_at: datetime
    missing_role: str = ""
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Somebody asks for access: reference {self.ref.key}"

    def render(self) -> Json:
        """Who, when, and how to add them."""
        what = f"the role {self.missing_role}" if self.missing_role else "a place in the staff list"
        body = [
            band(f"Practice Loop · {self.ref.key}", "Asked"),
            title("Somebody asks for access"),
            sentence("Teams gave the name below. Please check that you know this person."),
            facts(
                ("Name", self.name),
                ("Account", self.account),
                ("Needs", what),
                ("Asked", say_moment(self.asked_at)),
            ),
            subtitle("What to do"),
            steps(
                (
                    "If they belong here, add them to the staff list and import it again.",
                    "They press Try again. You need not answer here.",
                )
            ),
        ]
        fallback = f"Somebody asks for access. Reference {self.ref.key}."
        return card(fallback=fallback, body=noticed(body, self.notice))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Not listed, and without the role."""
        asked = cls(
            ref=Ref("access", "7QF2"),
            version=1,
            name="Zed Quill",
            account="00000000-0000-4000-8000-000000000042",
            asked_at=datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
        )
        return (asked, replace(asked, missing_role="Auditor", notice="They asked twice."))
