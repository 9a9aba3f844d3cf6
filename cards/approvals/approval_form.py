"""Write what is to be passed, item by item, with where it lies (COL-05, LEI-03)."""

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
    noticed,
    quote,
    rows,
    sentence,
    short_field,
    small,
    subtitle,
    text_field,
    title,
)
from domain.approvals.approval import ANSWER_LIMIT, LINK_LIMIT
from domain.calendar.wording import say_day
from domain.refs import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemForm:
    """One item with what it asks; without a name where it is the only one.

    ``returned`` is the reason for which it came back.
    """

    number: int
    asks: tuple[str, ...]
    name: str = ""
    answers: tuple[str, ...] = ()
    returned: str = ""


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalForm:
    """``passes`` are those who pass it, one text a level; ``form`` the council's own paper.

    ``whole``: every item is needed. ``asked`` where it cannot be given up.
    """

    kind: ClassVar[str] = "approval_form"

    ref: Ref
    version: int
    name: str
    items: tuple[ItemForm, ...]
    passes: tuple[str, ...] = ()
    link: str = ""
    form: str = ""
    due: date | None = None
    asked: bool = False
    whole: bool = False
    dropped: bool = False
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        due = f", due {say_day(self.due)}" if self.due else ""
        return f"To send: {self.name}{due}"

    def render(self) -> Json:
        """The form, or a line that it was given up."""
        body = self._given_up() if self.dropped else self._form()
        fallback = f"{self.name}: type link, a colon and where it is, your answers, then send."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _given_up(self) -> list[Element | None]:
        return [
            band(self.name, "Given up"),
            title("Given up: nobody got it"),
            sentence("Type approvals to begin anew."),
        ]

    def _form(self) -> list[Element | None]:
        back = any(item.returned for item in self.items)
        shape = short_field(
            "link", "Where it lies (a link, or the place)", limit=LINK_LIMIT, value=self.link
        )
        give_up = None if self.asked else button("Give it up", "drop_approval", self)
        return [
            band(self.name, "Came back" if back else "Not sent yet"),
            title(self.name),
            sentence(self._sentence()),
            small(f"The council's form: {self.form}.") if self.form else None,
            *(element for item in self.items for element in self._item(item)),
            shape,
            *rows(
                [button("Send", "send_approval", self, primary=True)],
                [button("Keep for now", "keep_approval", self), give_up],
            ),
        ]

    def _sentence(self) -> str:
        due = f" Due **{say_day(self.due)}**." if self.due else ""
        passes = f"It goes to: {', then '.join(escape(one) for one in self.passes)}.{due}"
        if len(self.items) < 2:
            return passes
        many = "All of them are needed." if self.whole else "Fill in those that you send now."
        return f"{passes} {many}"

    def _item(self, item: ItemForm) -> list[Element]:
        found: list[Element] = [subtitle(item.name)] if item.name else []
        if item.returned:
            found.append(quote("It came back because", item.returned))
        # two items ask the same: the label says of which one
        of = f"{item.name}: " if item.name else ""
        for n, asked in enumerate(item.asks, 1):
            value = item.answers[n - 1] if n <= len(item.answers) else ""
            key = f"answer_{item.number}_{n}"
            found.append(text_field(key, f"{of}{asked}", limit=ANSWER_LIMIT, value=value))
        return found

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """One item, four with two questions, one that came back, given up."""
        one = cls(
            ref=Ref("approval_draft", "12"),
            version=1,
            name="The topic of the next campaign",
            items=(ItemForm(number=1, asks=("What is to be passed?",)),),
            passes=("Senior Management Team",),
        )
        asks = ("Which theme?", "Where does it come from?")
        quarters = tuple(
            ItemForm(number=n, name=f"{word} quarter", asks=asks, answers=("Neglect.", "Region."))
            for n, word in enumerate(("First", "Second", "Third", "Fourth"), 1)
        )
        four = replace(
            one,
            name="The year's audit themes",
            items=quarters,
            passes=("Assistant Director", "Senior Management Team"),
            due=date(2027, 3, 31),
            asked=True,
            whole=True,
            link="Plans 2027",
            form="QAIF, page 4",
        )
        back = replace(quarters[0], returned="Please choose what the inspection asked for.")
        return (
            one,
            four,
            replace(four, items=(back,)),
            replace(one, dropped=True),
            replace(four, whole=False, notice="Please answer this.", field="answer_1_1"),
        )
