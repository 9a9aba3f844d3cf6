"""Feedback counted by what it is about and by the way it came (SOM-23, COL-34, HER-34)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from domain.calendar.working_days import add_months
from domain.voices.voice import Voice, VoiceState, Worry

UNTOLD = "Not said"
QUARTER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Themes:
    """(name, pieces, worries) each, the most pieces first; ``missed`` were asked and not heard."""

    heard: int
    missed: int
    themes: tuple[tuple[str, int, int], ...]
    ways: tuple[tuple[str, int, int], ...]


def count_themes(voices: Iterable[tuple[Voice, str]]) -> Themes:
    """Count what was kept, each piece given with the title of its way."""
    known = list(voices)
    heard = [(voice, way) for voice, way in known if voice.state is VoiceState.HEARD]
    return Themes(
        heard=len(heard),
        missed=len(known) - len(heard),
        themes=_by((voice.theme or UNTOLD, voice) for voice, _ in heard),
        ways=_by((way, voice) for voice, way in heard),
    )


def _by(pieces: Iterable[tuple[str, Voice]]) -> tuple[tuple[str, int, int], ...]:
    known = list(pieces)
    counted = Counter(name for name, _ in known)
    worried = Counter(name for name, voice in known if voice.worry is not Worry.NONE)
    lines = [(name, many, worried[name]) for name, many in counted.items()]
    return tuple(sorted(lines, key=lambda line: (line[0] == UNTOLD, -line[1], line[0])))


def quarter(day: date, *, back: int = 0) -> tuple[date, date]:
    """The first and last day of the calendar quarter, so many quarters ``back``."""
    first = date(day.year, (day.month - 1) // QUARTER * QUARTER + 1, 1)
    first = add_months(first, -QUARTER * back)
    return first, add_months(first, QUARTER) - timedelta(days=1)
