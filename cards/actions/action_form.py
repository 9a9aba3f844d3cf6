"""The form on which an action is added, over what is kept already (SEF-11, HER-14, LEI-34)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar, Self

from cards.card import Json, register
from cards.elements import Element
from cards.kit import (
    Line,
    band,
    button,
    card,
    date_field,
    lines,
    list_field,
    noticed,
    rows,
    sentence,
    short_field,
    shorten,
    small,
    subtitle,
    text_field,
    title,
)
from domain.actions.action import WORDS_LIMIT
from domain.calendar.wording import say_count, say_date, say_day
from domain.refs import Ref

MOST_KEPT = 8
SHOWN = 160
NOBODY = ("", "Choose")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAction:
    """One that is kept; a draft's line takes it back into the form."""

    ref: Ref
    version: int
    label: str
    what: str
    owner: str
    due: date
    may_change: bool = False


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class ActionForm:
    """``owners`` and ``rules`` are (id, title); ``latest`` is the last day that is allowed.

    ``asked_again``: it was vague, and the next press keeps it as it is. ``waits``: the audit is
    not finished, so nobody gets anything yet.
    """

    kind: ClassVar[str] = "action_form"

    ref: Ref
    version: int
    case: str = ""
    area: str = ""
    kept: tuple[KeptAction, ...] = ()
    owners: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    tag_title: str = "Kind"
    rules: tuple[tuple[str, str], ...] = ()
    latest: date | None = None
    waits: bool = False
    asked_again: bool = False
    typed: Mapping[str, str] = field(default_factory=dict)
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"Actions for {self.case}" if self.case else "A new action"

    def render(self) -> Json:
        """What is kept, and the inputs."""
        body = [
            band(f"Actions · {self.case}" if self.case else "Actions", self._state()),
            title("Add an action"),
            sentence(self._sentence()),
            *self._kept(),
            *self._what(),
            *self._who(),
            *self._when(),
            *rows([button("Add it", self._verb(), self, primary=True)]),
        ]
        fallback = f"{self.summary}. Type: action for a name by a day: what is to be done."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _verb(self) -> str:
        return "keep_action_anyway" if self.asked_again else "keep_action"

    def _state(self) -> str:
        return say_count(len(self.kept), "action") if self.kept else "New"

    def _sentence(self) -> str:
        last = f" The last day allowed is **{say_day(self.latest)}**." if self.latest else ""
        when = " It goes out when the audit is finished." if self.waits else ""
        return f"Who does what by when, so that somebody can see that it is done.{last}{when}"

    def _kept(self) -> list[Element]:
        if not self.kept:
            return []
        drawn = [
            Line(
                text=f"{one.label} {shorten(one.what, SHOWN, 'press it to read on')}",
                detail=one.owner,
                right=say_date(one.due),
                press_for=("change_action" if one.may_change else "open_action", one),
            )
            for one in self.kept[-MOST_KEPT:]
        ]
        more = len(self.kept) - len(drawn)
        rest = [small(f"And {say_count(more, 'earlier one')}.")] if more else []
        change = any(one.may_change for one in self.kept)
        hint = [small("Press a line to take it back and change it.")] if change else []
        return [subtitle("Kept"), *lines(drawn), *rest, *hint]

    def _what(self) -> list[Element]:
        fields = [
            short_field("case", "Record (optional)", limit=40, value=self._value("case"))
            if not self.case
            else None,
            list_field("rule", "Kept in", self.rules, value=self._value("rule"))
            if self.rules
            else None,
            text_field(
                "what",
                f"What is to be done, from area {self.area}" if self.area else "What is to be done",
                limit=WORDS_LIMIT,
                value=self._value("what"),
                hint="Begin with what somebody does: hold, write, visit. Roles, not names.",
            ),
            short_field(
                "done_when",
                "Done when (optional)",
                limit=WORDS_LIMIT,
                value=self._value("done_when"),
                hint="What can then be seen",
            ),
        ]
        return [one for one in fields if one]

    def _who(self) -> list[Element]:
        name = "Or somebody else, by name" if self.owners else "Whose is it?"
        named = short_field("name", name, limit=80, value=self._value("name"))
        if not self.owners:
            return [named]
        choices = (NOBODY, *self.owners)
        return [list_field("owner", "Whose is it?", choices, value=self._value("owner")), named]

    def _when(self) -> list[Element]:
        due = date_field("due", "By when", value=self._value("due"), latest=self.latest)
        if not self.tags:
            return [due]
        choices = (NOBODY, *((tag, tag) for tag in self.tags))
        return [due, list_field("tag", self.tag_title, choices, value=self._value("tag"))]

    def _value(self, name: str) -> str:
        return self.typed.get(name, "")

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Of an audit, vague, too late, with kept ones, alone, nobody on the record."""
        one = cls._example()
        kept = KeptAction(
            ref=Ref("action", "312"),
            version=1,
            label="A-312",
            what="Bring the chronology up to date",
            owner="Will Heath",
            due=date(2026, 4, 3),
            may_change=True,
        )
        typed = {"what": "Monitor it", "owner": "will", "due": "2026-04-03"}
        many = tuple(replace(kept, label=f"A-{n}", what="X " * 240) for n in range(12))
        sent = replace(kept, label="A-313", may_change=False)
        alone = replace(one, ref=Ref("plan", "alone"), case="", area="", owners=(), waits=False)
        rules = (("learning_response", "What follows from learning"), ("log", "The log"))
        return (
            one,
            replace(one, typed=typed, asked_again=True, notice="Please say more.", field="what"),
            replace(one, notice="Saturday 11 April is after day 31.", field="due", typed=typed),
            replace(one, kept=(kept, sent), version=3, notice="Kept."),
            replace(one, kept=many, version=13),
            replace(alone, rules=rules, tags=("Individual", "Team"), tag_title="Level"),
        )

    @classmethod
    def _example(cls) -> Self:
        return cls(
            ref=Ref("plan", "31-2"),
            version=1,
            case="C-24113",
            area="2 Recording",
            owners=(("will", "Will Heath, Social Worker"), ("theo", "Theo Brook, Team Manager")),
            tags=("Safeguarding", "Management oversight", "Assessment", "Planning"),
            latest=date(2026, 4, 10),
            waits=True,
        )
