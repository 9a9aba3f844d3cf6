"""What several cards of talks show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cards.elements import Choice, ChoiceInput, Column, ColumnSet, DateInput, Element, TimeInput
from cards.kit import clean
from domain.calendar.wording import say_day, say_time
from domain.calendar.working_days import local

WORDS_LENGTH = 500
NOTE_LENGTH = 2000
PROTECTED = "Keep this time free in your calendar: it is protected for this."


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What somebody who was invited answered: ``said`` is ours, ``words`` are theirs."""

    name: str
    said: str
    words: str = ""


def moment(at: datetime) -> str:
    """``Thursday 26 November at 14:00``, in London."""
    return f"{say_day(local(at).date())} at {say_time(at)}"


def value_of(values: Mapping[str, str], key: str, otherwise: str = "") -> str:
    """What was typed into an input, or what stands there by itself."""
    return values.get(key, otherwise)


def day_and_time(
    *, day: str = "", time: str = "", number: str = "", labels: tuple[str, str] = ("Day", "Time")
) -> Element:
    """A day and a time beside each other; ``number`` sets several pairs apart."""
    suffix = f"_{number}" if number else ""
    day_input = DateInput(
        id=f"day{suffix}", label=labels[0], error_message="Choose a day.", value=day or None
    )
    time_input = TimeInput(
        id=f"time{suffix}", label=labels[1], error_message="Choose a time.", value=time or None
    )
    inputs: tuple[Element, ...] = (day_input, time_input)
    return ColumnSet(columns=[Column(width="stretch", items=[item]) for item in inputs])


def several(
    name: str, label: str, choices: Sequence[tuple[str, str]], chosen: Sequence[str] = ()
) -> Element:
    """Several of several, given as (value, title); sent with a comma between them."""
    return ChoiceInput(
        id=name,
        label=label,
        choices=[Choice(title=clean(title), value=key) for key, title in choices],
        value=",".join(chosen) or None,
        style="expanded",
        is_multi_select=True,
        wrap=True,
        error_message="Choose who.",
        spacing="Medium",
    )


def day_field(name: str, label: str, value: str, today: date) -> Element:
    """A day up to today."""
    return DateInput(
        id=name,
        label=label,
        value=value or None,
        max=today.isoformat(),
        error_message="Choose a day up to today.",
        spacing="Medium",
    )
