"""What several cards about follow-up share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cards.elements import Element
from cards.kit import escape, quote, shorten, subtitle
from domain.calendar.wording import say_day

VERDICTS = {"yes": "Yes. ", "no": "No. "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One answer, letter by letter; ``verdict`` yes or no where the question asks for it."""

    ask: str
    words: str
    by: str
    on: date
    verdict: str = ""


def answers(given: Iterable[Answered], limit: int) -> list[Element]:
    """Each question with what was written."""
    drawn: list[Element] = []
    for one in given:
        words = VERDICTS.get(one.verdict, "") + shorten(one.words, limit)
        drawn += [subtitle(one.ask), quote(f"{one.by}, {say_day(one.on)}", words)]
    return drawn


def written_by(given: Sequence[Answered]) -> str:
    """``Written by Tess Marlow on Thursday 30 October.``; empty where nothing was."""
    if not given:
        return ""
    last = given[-1]
    return f"Written by {escape(last.by)} on {say_day(last.on)}."
