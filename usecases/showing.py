"""Views: the card of a subject as it is now, for the person who reads it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from dataclasses import field as dataclass_field
from datetime import date, datetime
from functools import cache

from cards.card import Card
from domain.calendar.working_days import local_day
from domain.delivery.message import Doubt, Lane, Letter, Message
from domain.people.person import Person
from domain.refs import Ref
from usecases.asking import TwiceRegisteredError, load_all
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.responses.marking import marked

AGAIN = "Sent again, as the first may not have come."


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One person looking at one subject; ``notice``, ``field`` and ``typed`` as in an Answer.

    ``pressed`` is what the button was about: a form takes back only what was typed into it.
    """

    uow: UnitOfWork
    council: Council
    reader: Person
    about: Ref
    now: datetime
    notice: str = ""
    field: str | None = None
    typed: Mapping[str, str] = dataclass_field(default_factory=dict)
    pressed: Ref | None = None
    repeat: bool = False

    @property
    def today(self) -> date:
        """The day in London."""
        return local_day(self.now)


Builder = Callable[[Look], Awaitable[Card | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A card that can be sent: how it is built, and how it is delivered."""

    kind: str
    build: Builder
    lane: Lane
    doubt: Doubt


_VIEWS: dict[str, View] = {}


def shows(
    kind: str, *, lane: Lane = Lane.ORDINARY, doubt: Doubt = Doubt.SEND_ONCE_MORE
) -> Callable[[Builder], Builder]:
    """Make a function the view of that kind. It gives None where there is nothing to show."""

    def enter(build: Builder) -> Builder:
        if kind in _VIEWS:
            raise TwiceRegisteredError(f"the view {kind!r} is built in two places: drop one")
        _VIEWS[kind] = View(kind=kind, build=build, lane=lane, doubt=doubt)
        return build

    return enter


@cache
def views() -> Mapping[str, View]:
    """Every view by kind."""
    load_all()
    return dict(sorted(_VIEWS.items()))


async def look_at(kind: str, look: Look) -> Card | None:
    """The card of a kind, as it is now; on those of an audit the way to what cannot wait."""
    card = await views()[kind].build(look)
    return await marked(look.uow, look.council, card, look.today)


async def tell(
    uow: UnitOfWork, kind: str, about: Ref, to: str, *, now: datetime, once: str = ""
) -> bool:
    """Queue a card for a person; False where this occasion was queued before."""
    view = views()[kind]
    return await uow.outbox.send(
        kind, about, to, now=now, lane=view.lane, doubt=view.doubt, once=once
    )


async def tell_all(uow: UnitOfWork, kind: str, letters: Sequence[Letter], *, now: datetime) -> None:
    """``tell`` for many people or subjects at once."""
    view = views()[kind]
    await uow.outbox.send_all(kind, letters, now=now, lane=view.lane, doubt=view.doubt)


async def paint(uow: UnitOfWork, council: Council, message: Message, now: datetime) -> Card | None:
    """The card of an outbox row, from the state as it is now; None where it became moot."""
    reader = await uow.people.get(message.recipient)
    if reader is None or not reader.here_on(local_day(now)):
        return None
    look = Look(
        uow=uow,
        council=council,
        reader=reader,
        about=message.subject,
        now=now,
        repeat=message.repeat,
    )
    card = await look_at(message.kind, look)
    return said_again(card) if message.repeat else card


def said_again(card: Card | None) -> Card | None:
    """A card that goes once more says so, where it does not do that by itself."""
    if card is None or not is_dataclass(card) or isinstance(card, type):
        return card
    names = {field.name for field in fields(card)}
    if "repeat" in names or "notice" not in names or getattr(card, "notice", None):
        return card
    changed: Card = replace(card, notice=AGAIN)
    return changed
