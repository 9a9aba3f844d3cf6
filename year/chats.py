"""What stands in everybody's chat, as their Teams shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from cards.card import Json
from domain.refs import Ref
from usecases.rehearsing.posting import Sent


@dataclass(slots=True, kw_only=True)
class Standing:
    """One card in a chat; ``open_on`` is the day on which its reader comes to it, None: done.

    ``home`` is the kind and subject that it was sent as, ``kind`` what it shows after a press.
    ``stale``: it has changed since, and is drawn anew when its reader comes to it.
    """

    home: tuple[str, Ref]
    kind: str
    card: Json
    chat: str
    activity: str
    open_on: date | None
    visits: int = 0
    stale: bool = False


@dataclass(slots=True)
class Chats:
    """Cards by person and by where they stand."""

    cards: dict[str, dict[str, Standing]] = field(default_factory=dict)

    def take(self, sent: Sent, open_on: date) -> None:
        """A new card, or a change of one that stands already; what changed is looked at again."""
        mine = self.cards.setdefault(sent.message.recipient, {})
        known = mine.get(sent.activity)
        if known is None and sent.card:
            self._drop_older(sent)
            mine[sent.activity] = Standing(
                home=(sent.message.kind, sent.message.subject),
                kind=sent.message.kind,
                card=sent.card.render(),
                chat=sent.chat,
                activity=sent.activity,
                open_on=open_on,
            )
            return
        if known is None:
            return
        known.stale = True
        if known.open_on is None and known.visits < MOST_VISITS:
            known.open_on = open_on

    def _drop_older(self, sent: Sent) -> None:
        """Who has the same card twice works with the newest, and leaves the others alone."""
        home = (sent.message.kind, sent.message.subject)
        mine = self.cards[sent.message.recipient]
        for older in [one for one in mine.values() if one.home == home]:
            del mine[older.activity]

    def to_open(self, day: date) -> Iterator[tuple[str, Standing]]:
        """Cards that their readers come to on that day, person by person, oldest first."""
        for person in sorted(self.cards):
            for standing in list(self.cards[person].values()):
                if standing.open_on is not None and standing.open_on <= day:
                    yield person, standing


MOST_VISITS = 3
"""How often somebody comes back to one card."""
