"""what will you send next week: for those who run cycles."""

from __future__ import annotations

from datetime import date, timedelta

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from domain.calendar.wording import say_date
from domain.calendar.working_days import local_day
from usecases.council import NoCopyFault

NOT_FOR_YOU = "That is for those who run cycles. Type my work for what is waiting for you."


@command(
    "what will you send",
    "what will you send next week",
    "what will you send this week",
    pattern=r"^what (?:will|would) you send (this|next) week\??$",
)
async def what_next(heard: Heard, groups: tuple[str, ...]) -> Reply:
    """Who gets what, when and why: until Sunday, or in the week after it; raises NoCopyFault.

    It is tried out after this turn, which holds nothing meanwhile; a card tells it.
    """
    if not heard.council.coordinates(heard.actor):
        return Reply(line=NOT_FOR_YOU)
    if not heard.council.looks_ahead:
        raise NoCopyFault
    first, last = _week(local_day(heard.now), this=_this(heard, groups))
    await heard.uow.rehearsals.ask(heard.actor.id, first, last, heard.now)
    span = f"{say_date(first)} to {say_date(last)}"
    return Reply(
        line=f"I am trying out {span} on a copy; nothing is sent or changed by it. The card with "
        "who gets what comes below, in a minute or so."
    )


def _this(heard: Heard, groups: tuple[str, ...]) -> bool:
    return (groups[0] if groups else "").lower() == "this" or "this week" in heard.text.lower()


def _week(today: date, *, this: bool) -> tuple[date, date]:
    """From today to Sunday, or the Monday to Sunday after it."""
    sunday = today + timedelta(days=6 - today.weekday())
    return (today, sunday) if this else (sunday + timedelta(days=1), sunday + timedelta(days=7))
