"""The worker on the record suggests times for the talk; the auditor takes one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import band, button, card, escape, noticed, quote, rows, sentence, title
from domain.calendar.wording import say_day, say_time
from domain.calendar.working_days import local
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class TimesSuggested:
    """``times`` are starts in UTC, the worker's first choice first; ``agreed`` is one of them.

    ``note`` is what the worker or a manager wants the auditor to know.
    """

    kind: ClassVar[str] = "times_suggested"

    ref: Ref
    version: int
    case: str
    programme: str
    who: str
    times: tuple[datetime, ...] = ()
    agreed: datetime | None = None
    note: str = ""
    notice: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.case}: an answer to your audit's notice"

    def render(self) -> Json:
        """The times as buttons, and the note word for word."""
        first, *second = self.times or (None,)
        buttons = [
            [button(_short(at), f"take_{nth}_time", self, primary=nth == "first")]
            for nth, at in (("first", first), ("second", second[0] if second else None))
            if at and not self.agreed
        ]
        body = [
            band(f"{self.programme} · {self.case}", "Agreed" if self.agreed else "For you"),
            title(f"{self.case}: the talk" if self.times else f"{self.case}: something to know"),
            sentence(self._sentence()),
            quote(f"What {self.who} wrote", self.note) if self.note else None,
            *rows(*buttons),
        ]
        fallback = f"{self.case}: an answer to your audit's notice. Type my work."
        return card(fallback=fallback, body=noticed(body, self.notice))

    def _sentence(self) -> str:
        who = escape(self.who)
        if self.agreed:
            return f"You talk with {who} on **{_said(self.agreed)}**. Both of you know."
        if self.times:
            return f"{who} can talk at these times. Please press the one that suits you."
        return f"{who} wants you to know this before you start."

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Two times, one, agreed, a note alone."""
        times = (datetime(2026, 11, 10, 14, tzinfo=UTC), datetime(2026, 11, 12, 9, tzinfo=UTC))
        two = cls(
            ref=Ref("notice", "12"),
            version=3,
            case="C-24113",
            programme="Deep dive audit",
            who="Priya Nair",
            times=times,
        )
        return (
            two,
            replace(two, times=times[:1], note="Please do not ring before Thursday's meeting."),
            replace(two, agreed=times[0], version=4),
            replace(two, times=(), note="The family has moved. The record is not yet up to date."),
            replace(two, notice="That time is over already. Please agree another one."),
        )


def _said(at: datetime) -> str:
    return f"{say_day(local(at).date())} at {say_time(at)}"


def _short(at: datetime) -> str:
    here = local(at)
    return f"{here:%a} {here.day} {here:%b}, {say_time(at)}"
