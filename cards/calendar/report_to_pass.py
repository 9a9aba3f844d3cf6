"""A report that waits for somebody's word before it goes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    band,
    button,
    card,
    escape,
    facts,
    noticed,
    opens,
    quote,
    rows,
    sentence,
    text_field,
    title,
)
from domain.calendar.noting import LIMIT
from domain.calendar.wording import say_list
from domain.refs import Ref


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ReportToPass:
    """``place`` is where it is, ``given_by`` who gave it; ``ended`` once somebody has decided."""

    kind: ClassVar[str] = "report_to_pass"

    ref: Ref
    version: int
    today: date
    name: str
    given_by: str
    place: str
    covers: str = ""
    note: str = ""
    readers: tuple[str, ...] = ()
    reason: str = ""
    ended: str = ""
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return "A report waits for you to pass it or return it"

    def render(self) -> Json:
        """Two ways on; none once it is decided."""
        body = [
            band("Report", "Decided" if self.ended else "To pass"),
            title("A report waits for your word"),
            sentence(
                escape(self.ended) if self.ended else "Please read it, then pass or return it."
            ),
            facts(
                ("Report", self.name),
                ("Covers", self.covers),
                ("Given by", self.given_by),
                ("Goes to", say_list(self.readers)),
            ),
            quote("Where it is", self.place) if self.place else None,
            quote("With it", self.note) if self.note else None,
            quote("Why it went back", self.reason) if self.reason else None,
            *([] if self.ended else self._buttons()),
        ]
        fallback = "A report waits for you. Type pass, or why you return it."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _buttons(self) -> list[Element]:
        why = text_field("why", "Why?", limit=LIMIT, required="Please say why.")
        back = rows([button("Return it with this", "return_report", self)])
        passed = button("Pass it", "pass_report", self, primary=True)
        return rows([passed, opens("Return it", why, *back)])

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Waiting, refused a bare return, passed, returned."""
        waits = cls(
            ref=Ref("passing", "31"),
            version=2,
            today=date(2026, 12, 7),
            name="Managers' briefing",
            given_by="Otto Penn",
            place="https://example.org/briefing",
            covers="November 2026",
            note="One table is new.",
            readers=("Managers' Meeting",),
        )
        return (
            waits,
            replace(waits, notice="Please say why you return it.", covers="", note=""),
            replace(waits, ended="You passed it on Monday 7 December."),
            replace(waits, ended="You returned it.", reason="One team is missing."),
        )
