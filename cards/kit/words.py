"""Small wordings that several cards share."""

from __future__ import annotations

from domain.calendar.wording import say_count

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
TITLE_LENGTH = 36


def in_words(number: int) -> str:
    """``six``; figures from 13 on."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def days_left(working_days: int) -> str:
    """``15 working days left``, ``due today``, ``2 working days late`` (below zero)."""
    if working_days == 0:
        return "due today"
    left = "left" if working_days > 0 else "late"
    return f"{say_count(abs(working_days), 'working day')} {left}"


def marked_days_left(working_days: int) -> str:
    """The same for a sentence: what is late stands in bold, never in red."""
    said = days_left(working_days)
    return f"**{said}**" if working_days < 0 else said


def person(name: str, role: str) -> str:
    """``Ivo Hart, IRO``; the name alone where no role is known."""
    return f"{name}, {role}" if role else name


def fit_title(*candidates: str, length: int = TITLE_LENGTH) -> str:
    """The first that fits into a title (36 characters) or the length given, else the last."""
    return next((text for text in candidates if len(text) <= length), candidates[-1])


def first_word(text: str) -> str:
    """``Ada`` of Ada Okafor, ``peer`` of peer auditor; empty where there is no word."""
    return next(iter(text.split()), "")
