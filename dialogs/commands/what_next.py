"""what will you send next week: for those who run cycles."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from domain.calendar.wording import say_count, say_date
from domain.calendar.working_days import LONDON, end_of_day, local_day

MOST = 40
"""Lines in one answer; the command line shows all."""
NOT_FOR_YOU = "That is for those who run cycles. Type my work for what is waiting for you."
AS_IF = "This is as if nobody did anything until then; nothing was sent or changed."


@command(
    "what will you send",
    "what will you send next week",
    "what will you send this week",
    pattern=r"^what (?:will|would) you send (this|next) week\??$",
)
async def what_next(heard: Heard, groups: tuple[str, ...]) -> Reply:
    """Who gets what, when and why: until Sunday, or in the week after it."""
    if not heard.council.coordinates(heard.actor):
        return Reply(line=NOT_FOR_YOU)
    first, last = _week(local_day(heard.now), this=_this(heard, groups))
    begins = datetime.combine(first, time(0), LONDON).astimezone(UTC)
    found = await heard.council.foresee(heard.now, end_of_day(last))
    shown = [each.line for each in found if each.at >= begins]
    number = say_count(len(shown), "message")
    span = f"From {say_date(first)} to {say_date(last)} I will send {number}. {AS_IF}"
    more = [f"… and {len(shown) - MOST} more."] if len(shown) > MOST else []
    return Reply(line="\n\n".join([span, *shown[:MOST], *more]))


def _this(heard: Heard, groups: tuple[str, ...]) -> bool:
    return (groups[0] if groups else "").lower() == "this" or "this week" in heard.text.lower()


def _week(today: date, *, this: bool) -> tuple[date, date]:
    """From today to Sunday, or the Monday to Sunday after it."""
    sunday = today + timedelta(days=6 - today.weekday())
    return (today, sunday) if this else (sunday + timedelta(days=1), sunday + timedelta(days=7))
