"""An action that its owner says is done: sign it off, or return it (SEF-14)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Self

from cards.actions.parts import Judgement, Said, history
from cards.card import Json, register
from cards.elements import Element, ToggleInput
from cards.kit import (
    INNER_WIDTH,
    band,
    button,
    card,
    clean,
    date_field,
    escape,
    facts,
    fitting,
    in_words,
    noticed,
    opens,
    quote,
    rows,
    sentence,
    shorten,
    small,
    text_field,
    title,
)
from domain.calendar.wording import say_count, say_day
from domain.refs import Ref

LIMIT = 1000


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSignOff:
    """``place`` is (2, 7) in the list of all that wait for the reader, else None.

    ``decided`` says what became of it; the form is gone then. ``may`` is False for readers who
    cannot sign it off. ``empty``: nothing waits for the reader.
    """

    kind: ClassVar[str] = "action_sign_off"

    ref: Ref
    version: int
    named: str = ""
    what: str = ""
    done_when: str = ""
    owner: str = ""
    claimed_by: str = ""
    claimed_on: date | None = None
    due: date | None = None
    evidence: str = ""
    judgements: tuple[Judgement, ...] = ()
    ticked: tuple[str, ...] = ()
    latest: date | None = None
    place: tuple[int, int] | None = None
    decided: str = ""
    may: bool = True
    empty: bool = False
    said: tuple[Said, ...] = ()
    typed: str = ""
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        label = self.named.split(" ", 1)[0]
        return f"Action {label} is ready for sign-off" if label else "Nothing to sign off"

    def render(self) -> Json:
        """What was asked, what was done, and the two ways on."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        if self.empty:
            return self._nothing()
        words = (
            quote(f"What {self.claimed_by} wrote", shorten(self.evidence, limit))
            if self.evidence
            else None
        )
        body = [
            band(f"Action {self.named}", self._state()),
            title("Is this action finished?" if not self.decided else "This is decided"),
            sentence(self._sentence()),
            facts(("Action", shorten(self.what, limit)), ("Done when", self.done_when)),
            words,
            *history(self.said, limit),
            *self._form(),
        ]
        return card(fallback=self._fallback(), body=noticed(body, self.notice, self.field))

    def _nothing(self) -> Json:
        body = [
            band("Actions", "Nothing waits"),
            title("Nothing to sign off"),
            sentence("Every action that was said to be done is decided."),
        ]
        return card(fallback="Nothing waits for your sign-off.", body=noticed(body, self.notice))

    def _state(self) -> str:
        if self.decided:
            return "Decided"
        return f"{self.place[0]} of {self.place[1]}" if self.place else "To sign off"

    def _sentence(self) -> str:
        if self.decided:
            return f"{escape(self.decided)}."
        on = f" on {say_day(self.claimed_on)}" if self.claimed_on else ""
        return f"{escape(self.claimed_by)} says that it was done{on}{self._when()}."

    def _when(self) -> str:
        if not (self.claimed_on and self.due) or self.claimed_on == self.due:
            return ""
        days = (self.due - self.claimed_on).days
        how = "early" if days > 0 else "late"
        return f", {say_count(abs(days), 'day')} {how}"

    def _fallback(self) -> str:
        label = self.named.split(" ", 1)[0]
        return f"Action {label}: is it finished? Type both, or return: and what is still needed."

    def _form(self) -> list[Element]:
        if self.decided or not self.may:
            return []
        ticks = [self._tick(one) for one in self.judgements]
        number = len(ticks)
        needs = f"Signing off needs {'both ticks' if number == 2 else f'{in_words(number)} ticks'}."
        hint = [small(needs)] if number > 1 else []
        buttons = [button("Sign off", "sign_action", self, primary=True), self._return()]
        return [*ticks, *hint, *rows(buttons, self._skip())]

    def _tick(self, one: Judgement) -> Element:
        return ToggleInput(
            id=one.key,
            label=clean(one.name),
            title=clean(one.says),
            wrap=True,
            value_on="yes",
            value_off="no",
            value="yes" if one.key in self.ticked else "no",
            error_message="Tick or leave empty.",
            spacing="Medium",
        )

    def _return(self) -> Element | None:
        return opens(
            "Return with a reason",
            text_field(
                "reason",
                "What is still needed?",
                limit=LIMIT,
                value=self.typed,
                required="Please say what is still needed.",
            ),
            date_field("new_due", "New date (optional)", latest=self.latest),
            *rows([button("Return it", "return_action", self)], width=INNER_WIDTH),
        )

    def _skip(self) -> list[Element]:
        if self.place is None or self.place[1] < 2:
            return []
        number, of = self.place
        return [button(f"Skip to {number % of + 1} of {of}", "skip_action", self)]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """One of several, the only one, one tick, a tick missing, decided, read only, none."""
        judgements = (
            Judgement(key="quality", name="Quality", says="The work is good enough for this child"),
            Judgement(
                key="compliance",
                name="Compliance",
                says="It was done as asked, and it is recorded",
            ),
        )
        one = cls(
            ref=Ref("signing", "312-q"),
            version=4,
            named="A-312 · C-24113",
            what="Bring the chronology up to date",
            done_when="Every event since July is there, with its decision and result",
            owner="Priya Nair",
            claimed_by="Priya Nair",
            claimed_on=date(2026, 12, 1),
            due=date(2026, 12, 4),
            evidence="Chronology brought up to 30 November and checked against the case notes.",
            judgements=judgements,
            latest=date(2026, 12, 18),
            place=(2, 7),
        )
        back = Said(who="Tess Marlow", did="returned it", on=date(2026, 11, 28), words="Dates.")
        alone = replace(one, ref=Ref("signing", "312"), place=None)
        return (
            one,
            replace(alone, said=(back,), evidence="Done. " * 160),
            replace(alone, judgements=judgements[:1], claimed_on=date(2026, 12, 7)),
            replace(one, ticked=("quality",), notice="Please tick both, or return it."),
            replace(alone, decided="Tess Marlow signed it off on Tuesday 1 December"),
            replace(alone, may=False),
            cls(ref=Ref("sign_offs", "tess"), version=1, empty=True),
        )
