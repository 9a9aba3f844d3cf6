"""What an observer writes down: whom, when, what was seen and said (SEF-31, SOM-55, E-31)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    band,
    button,
    card,
    choice_field,
    date_field,
    list_field,
    noticed,
    quote,
    rows,
    sentence,
    short_field,
    shorten,
    small,
    text_field,
    title,
)
from domain.calendar.wording import say_day
from domain.refs import Ref

LIMIT = 1200
"""Characters a box: five full boxes still fit on one card."""
MOST_NAMES = 40
REASON_SHOWN = 800


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationForm:
    """``whom`` is who is observed, where that is set; else one of ``people`` or a typed name.

    ``questions`` are (key, text), ``values`` what stands in the inputs. ``returned_on`` once it
    is on the record; ``filing`` says where the council keeps it.
    """

    kind: ClassVar[str] = "observation_form"

    ref: Ref
    version: int
    today: date
    name: str
    questions: tuple[tuple[str, str], ...]
    whom: str = ""
    people: tuple[tuple[str, str], ...] = ()
    kinds: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    due: date | None = None
    theme: str = ""
    reason: str = ""
    filing: str = ""
    returned_on: date | None = None
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"An observation for you to do{f', by {say_day(self.due)}' if self.due else ''}"

    def render(self) -> Json:
        """The form; once it was returned, a line that says so."""
        state = "Returned" if self.returned_on else "To do"
        body = [
            band(self.name, state),
            title(f"Observe {self.whom}" if self.whom else "Observe somebody's practice"),
            *(self._done() if self.returned_on else self._form()),
        ]
        fallback = "An observation to write down. Type saw, a colon and your words, then return it."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _done(self) -> list[Element | None]:
        if self.returned_on is None:
            return []
        said = f"You returned this on {say_day(self.returned_on)}. They can read it and answer."
        return [sentence(said), small(self.filing) if self.filing else None]

    def _form(self) -> list[Element | None]:
        return [
            sentence(self._sentence()),
            small(f"This month's audits look at: {self.theme}") if self.theme else None,
            quote("Why it was asked for", shorten(self.reason, REASON_SHOWN))
            if self.reason
            else None,
            None if self.whom else self._whom(),
            self._kinds(),
            date_field("seen_on", "Seen on", value=self._value("seen_on"), latest=self.today),
            *(
                text_field(key, text, limit=LIMIT, value=self._value(key), hint="Roles, not names")
                for key, text in self.questions
            ),
            *rows(
                [
                    button("Return it", "return_observation", self, primary=True),
                    button("Save for later", "keep_observation", self),
                ]
            ),
            small("Whoever was seen reads all of it and can answer.", "Medium"),
        ]

    def _sentence(self) -> str:
        if self.due is None:
            return "Please write down what you saw, and return it."
        late = ", which is past" if self.due < self.today else ""
        return f"Please see their practice and return this by **{say_day(self.due)}**{late}."

    def _whom(self) -> Element:
        if 0 < len(self.people) <= MOST_NAMES:
            value = self._value("whom")
            return list_field("whom", "Whom did you see?", self.people, value=value)
        value = dict(self.people).get(self._value("whom"), self._value("whom"))
        return short_field("whom", "Whom did you see?", limit=120, value=value, hint="Their name")

    def _kinds(self) -> Element | None:
        if not self.kinds:
            return None
        value = self._value("kind") or None
        choices = ((one, one) for one in self.kinds)
        return choice_field("kind", "What did you see?", choices, value=value)

    def _value(self, key: str) -> str:
        return self.values.get(key, "")

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Assigned, for whomever one likes, half written, recommended, late, returned."""
        assigned = cls(
            ref=Ref("observation", "12"),
            version=1,
            today=date(2026, 12, 3),
            name="Observation of practice",
            questions=(("seen", "What did you see?"), ("feedback", "What feedback did you give?")),
            whom="Will Heath",
            kinds=("Child in need meeting", "Home visit", "Supervision session", "Other"),
            due=date(2026, 12, 31),
            theme="Pre-birth work",
        )
        people = (("will", "Will Heath"), ("wes", "Wes Tarn"))
        return (
            assigned,
            replace(assigned, whom="", people=people, kinds=(), due=None, theme=""),
            replace(assigned, whom="", values={"whom": "Will"}),
            replace(assigned, values={"seen": "The visit. " * 90, "seen_on": "2026-12-02"}),
            replace(assigned, reason="The audit found strong direct work. " * 40),
            replace(assigned, due=date(2026, 11, 30), notice="Please say when.", field="seen_on"),
            replace(
                assigned,
                returned_on=date(2026, 12, 3),
                filing="Please put it on the supervision file.",
            ),
        )
