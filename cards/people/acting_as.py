"""The demo only: the reader now acts as somebody of the invented council."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import band, button, card, facts, fit_title, noticed, rows, sentence, title
from domain.calendar.wording import say_list
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ActingAs:
    """Whom the reader plays now; ``ref`` is that person."""

    kind: ClassVar[str] = "acting_as"

    ref: Ref
    version: int
    name: str
    roles: tuple[str, ...] = ()
    team: str = ""
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """None: an answer."""
        return None

    def render(self) -> Json:
        """Who it is."""
        body = [
            band("Practice Loop", "Demo"),
            title(fit_title(f"You now act as {self.name}", self.name)),
            sentence("What you press and type counts as theirs. Everybody here is invented."),
            facts(("Team", self.team), ("Roles", say_list(self.roles))),
            *rows([button("Show my work", "open_work", self, primary=True)]),
        ]
        fallback = "You act as somebody else now. Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """With a role, and with nothing known."""
        ada = cls(
            ref=Ref("person", "ada"),
            version=1,
            name="Ada Okafor",
            roles=("Team manager",),
            team="Children in Care",
        )
        return (ada, replace(ada, roles=(), team=""), replace(ada, notice="It is 2 December here."))
