"""The dialog over a message of the chat: nominate as good practice what it tells of (SOM-18)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import ActionSet
from cards.kit import (
    band,
    card,
    list_field,
    noticed,
    sentence,
    short_field,
    small,
    submits,
    text_field,
    title,
)
from cards.nominations.nomination_form import NAME_LIMIT, REASON_LIMIT
from domain.calendar.wording import say_list
from domain.nominations.nomination import SOURCES
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class NominateMessage:
    """``reason`` is what the message says, to be edited; ``telling`` what may give a family away.

    Teams hands a dialog's answer back only from an Action.Submit.
    """

    kind: ClassVar[str] = "nominate_message"

    ref: Ref
    version: int
    who: str = ""
    reason: str = ""
    seen: str = ""
    telling: tuple[str, ...] = ()
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """None: it stands in a dialog and is never posted."""
        return None

    def render(self) -> Json:
        """Who, what for, where it was seen; the message stands in it already."""
        places = tuple((one, one) for one in SOURCES)
        seen = self.seen if self.seen in SOURCES else SOURCES[4]
        send = submits("Nominate", "nominate_message", self, primary=True)
        body = [
            band("Good practice", "Not sent yet"),
            title("Nominate as good practice"),
            sentence("Nothing is posted where the message stands. Please leave out the family."),
            short_field("who", "Who is it?", limit=NAME_LIMIT, value=self.who),
            text_field("reason", "What for?", limit=REASON_LIMIT, value=self.reason[:REASON_LIMIT]),
            small(f"This may tell who somebody is: {say_list(self.telling[:5])}.")
            if self.telling
            else None,
            list_field("seen", "Where did you see it?", places, value=seen),
            ActionSet(actions=[send], spacing="Medium"),
        ]
        fallback = "Good practice: open a chat with me and type nominate."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Out of a message, one that may tell who somebody is, lacking something."""
        one = cls(
            ref=Ref("wish", "ada"),
            version=1,
            who="Wanda Moor",
            reason="The memory map helped him to lead his own review.",
        )
        telling = replace(one, reason="The map with Tommy, aged 7", telling=("Tommy", "aged 7"))
        return one, telling, replace(one, who="", notice="Please say who it is.", field="who")
