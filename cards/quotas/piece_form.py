"""The form on which a piece of learning is put on record (LEI-06, LEI-07, SOM-21)."""

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
    many_field,
    noticed,
    rows,
    sentence,
    short_field,
    text_field,
    title,
)
from domain.quotas.piece import FINDINGS_LIMIT, FORM_LIMIT, Company
from domain.refs import Ref

COMPANIES = ((Company.INDIVIDUAL.value, "Alone"), (Company.GROUP.value, "In a group"))


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class PieceForm:
    """``parts`` are (key, title) of what it can count for, ``about`` of whose piece it can be.

    ``tells`` are the ticks of who was told of it, where the council asks for that (LEI-12).
    """

    kind: ClassVar[str] = "piece_form"

    ref: Ref
    version: int
    today: date
    parts: tuple[tuple[str, str], ...]
    about: tuple[tuple[str, str], ...] = ()
    tells: tuple[tuple[str, str], ...] = ()
    typed: Mapping[str, str] = field(default_factory=dict)
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """None: the answer to a word or a press."""
        return None

    def render(self) -> Json:
        """The inputs, and what typing would look like."""
        only = self.parts[0][0] if len(self.parts) == 1 else None
        body = [
            band("Learning", "To record"),
            title("Record a piece of learning"),
            sentence("It counts for your quota. Where nobody else can see it, say what you found."),
            choice_field("part", "What was it?", self.parts, value=self._typed("part") or only),
            choice_field("about", "Whose is it?", self.about, value=self._typed("about") or None)
            if self.about
            else None,
            date_field(
                "done_on",
                "Done on",
                value=self._typed("done_on") or self.today.isoformat(),
                latest=self.today,
            ),
            choice_field(
                "company",
                "Alone or in a group?",
                COMPANIES,
                value=self._typed("company") or COMPANIES[0][0],
            ),
            *self._found(),
            *rows([button("Record it", "record_piece", self, primary=True)]),
        ]
        fallback = "Record a piece of learning. Type learning done."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _found(self) -> list[Element]:
        """What came of it, and who knows."""
        where, told = self._typed("form"), self._typed("told")
        found = [
            short_field(
                "form", "Where is the form?", limit=FORM_LIMIT, value=where, hint="Its reference"
            ),
            text_field(
                "findings",
                "What was found, and what it changed",
                limit=FINDINGS_LIMIT,
                value=self._typed("findings"),
            ),
        ]
        if self.tells:
            found.append(many_field("told", "Who was told already?", self.tells, value=told))
        return found

    def _typed(self, name: str) -> str:
        return self.typed.get(name, "")

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Empty, for a practitioner, with a fault."""
        empty = cls(
            ref=Ref("person", "ada"),
            version=1,
            today=date(2026, 12, 2),
            parts=(("thematic_audit", "Thematic audit"), ("other", "Other")),
        )
        return (
            empty,
            replace(empty, parts=empty.parts[:1], about=(("jonah", "Jonah Pike"),)),
            replace(
                empty,
                tells=(("worker", "I told the worker"), ("team", "I told the team")),
                typed={"part": "other", "done_on": "2026-12-09", "company": "group"},
                notice="That day has not come yet, so nothing was recorded.",
                field="done_on",
            ),
        )
