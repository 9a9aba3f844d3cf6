"""An action for its owner: done, progress, a new date, not mine; for everybody else, how it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal, Self

from cards.actions.parts import Said, history, late
from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    INNER_WIDTH,
    band,
    button,
    card,
    date_field,
    escape,
    facts,
    fitting,
    noticed,
    opens,
    quote,
    rows,
    sentence,
    short_field,
    shorten,
    text_field,
    title,
)
from domain.calendar.wording import say_count, say_day
from domain.refs import Ref

LIMIT = 1000
State = Literal["open", "returned", "claimed", "done", "dropped"]
WORDS = {
    "open": "Open",
    "returned": "Returned",
    "claimed": "Waits for sign-off",
    "done": "Signed off",
    "dropped": "Dropped",
}


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ActionAssigned:
    """``mine`` is whether the reader may work on it.

    ``signer`` signs it off, empty where nobody does; ``decider`` decides on a new date, empty where
    there is none. ``latest`` is the last day that the council allows (E-59).
    """

    kind: ClassVar[str] = "action_assigned"

    ref: Ref
    version: int
    named: str
    what: str
    owner: str
    due: date
    working_days_left: int
    today: date
    state: State = "open"
    mine: bool = True
    done_when: str = ""
    source: str = ""
    tag: tuple[str, str] = ("", "")
    signer: str = ""
    decider: str = ""
    latest: date | None = None
    asked_due: date | None = None
    back: Said | None = None
    said: tuple[Said, ...] = ()
    typed: str = ""
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        label = self.named.split(" ", 1)[0]
        return f"Action {label} is yours, due {say_day(self.due)}"

    def render(self) -> Json:
        """What is to be done, and what the reader can do about it."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        back = self.back if self.state == "returned" else None
        body = [
            band(f"Action {self.named}", self._word()),
            title(self._title()),
            sentence(self._sentence()),
            quote("What is to be done", shorten(self.what, limit)),
            facts(*self._facts()),
            quote(back.head, shorten(back.words, limit)) if back else None,
            *history(self.said, limit),
            *self._buttons(),
        ]
        return card(fallback=self._fallback(), body=noticed(body, self.notice, self.field))

    def _title(self) -> str:
        if not self._runs:
            return "An action that is closed"
        return "Please do this" if self.mine and self.state != "claimed" else "An open action"

    def _word(self) -> str:
        if self.state == "done" and not self.signer:
            return "Done"
        breached = self.latest and self.latest < self.today
        return "Past the last day" if breached and self._runs else WORDS[self.state]

    @property
    def _runs(self) -> bool:
        return self.state in {"open", "returned", "claimed"}

    def _sentence(self) -> str:
        if not self._runs:
            return f"This is {'done' if self.state == 'done' else 'dropped'}. Nobody is asked more."
        if self.state == "claimed":
            who = f"{escape(self.signer)} signs it off" if self.signer else "It waits"
            return f"It was said to be done. {who}, due {say_day(self.due)}{self._late}."
        whose = "Please do this" if self.mine else f"{escape(self.owner)} does this"
        left = f" {self._left()}" if self.mine and not self._late else ""
        return f"{whose} by **{say_day(self.due)}**{self._late}.{left}"

    @property
    def _late(self) -> str:
        return late(self.due, self.today)

    def _left(self) -> str:
        if self.working_days_left <= 0:
            return "That is today."
        return f"You have {say_count(self.working_days_left, 'working day')}."

    def _facts(self) -> list[tuple[str, str]]:
        last = f"{say_day(self.latest)} (the last day allowed)" if self.latest else ""
        return [
            ("Done when", self.done_when),
            ("From", self.source),
            self.tag,
            ("Owner", "" if self.mine else self.owner),
            ("Sign-off", self.signer),
            ("Latest", last),
            ("Asked for", say_day(self.asked_due) if self.asked_due else ""),
        ]

    def _fallback(self) -> str:
        label = self.named.split(" ", 1)[0]
        return f"Action {label}, due {say_day(self.due)}. Type done: and where it can be seen."

    def _buttons(self) -> list[Element]:
        if not self.mine or self.state not in {"open", "returned"}:
            return []
        away = [self._new_date(), self._not_mine()]
        return rows([self._done(), self._progress()], [one for one in away if one])

    def _done(self) -> Element | None:
        send = "Send for sign-off" if self.signer else "It is done"
        return opens(
            "It's done",
            text_field(
                "evidence",
                "What you did, and where it can be seen",
                limit=LIMIT,
                value=self.typed,
                hint="For example: case notes, 1 December. No names.",
                required="Please say where the work can be seen.",
            ),
            *rows([button(send, "complete_action", self)], width=INNER_WIDTH),
            primary=True,
        )

    def _progress(self) -> Element | None:
        return opens(
            "Progress",
            text_field(
                "progress", "How far it is", limit=LIMIT, required="Please say how far it is."
            ),
            *rows([button("Keep the note", "note_progress", self)], width=INNER_WIDTH),
        )

    def _new_date(self) -> Element | None:
        if not self.decider or self.asked_due:
            return None
        return opens(
            "New date",
            date_field("new_due", "New date"),
            text_field("why", "Why", limit=LIMIT, required="Please give a reason."),
            *rows([button("Ask for it", "request_date", self)], width=INNER_WIDTH),
        )

    def _not_mine(self) -> Element | None:
        return opens(
            "Not mine",
            short_field("heir", "Whose is it? (empty: the team manager)", limit=80, hint="A name"),
            text_field("reason", "Why", limit=LIMIT, required="Please give a reason."),
            *rows([button("Hand it over", "hand_over_action", self)], width=INNER_WIDTH),
        )

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """New with and without a last day, late, returned, claimed, done, read by others, long."""
        one = cls(
            ref=Ref("action", "312"),
            version=1,
            named="A-312 · C-24113",
            what="Bring the chronology up to date",
            owner="Priya Nair",
            due=date(2026, 12, 4),
            working_days_left=12,
            today=date(2026, 11, 18),
            done_when="Every event since July is there, with its decision and result",
            source="Deep dive audit, area 2 Recording",
            tag=("Kind", "Assessment"),
            signer="Tess Marlow",
            latest=date(2026, 12, 18),
        )
        back = Said(who="Tess Marlow", did="returned it", on=date(2026, 12, 1), words="No dates.")
        long = replace(one, what="Hold a meeting with the school and the family. " * 10)
        return (
            one,
            replace(one, latest=None, decider="Tess Marlow", signer=""),
            replace(one, today=date(2026, 12, 20), working_days_left=-10),
            replace(one, state="returned", back=back, said=(back,) * 10, version=4),
            replace(one, state="claimed", version=2, asked_due=date(2027, 1, 5)),
            replace(one, state="done", version=3),
            replace(one, state="done", version=3, signer=""),
            replace(one, state="dropped"),
            replace(one, mine=False),
            replace(long, typed="Done. " * 100, notice="Please say where it can be seen."),
        )
