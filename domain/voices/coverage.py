"""Whether a yearly survey has reached everybody whose record is open (COL-28)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from domain.cases.case import Case
from domain.frameworks.sections import FeedbackRule
from domain.voices.voice import Voice, VoiceState


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """References of open records, each in one list, in order.

    ``missed`` did not want to answer or could not be reached; of ``open`` nothing is known yet.
    """

    answered: tuple[str, ...]
    missed: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many records there are."""
        return len(self.answered) + len(self.missed) + len(self.open)


def round_of(rule: FeedbackRule, day: date) -> tuple[date, date]:
    """The first and last day of the survey's present round: from its month to the next one."""
    months = sorted(rule.cadence.months if rule.cadence else ()) or [1]
    this_year = [date(day.year, month, 1) for month in months]
    first = max((one for one in this_year if one <= day), default=date(day.year - 1, months[-1], 1))
    later = [*this_year, date(day.year + 1, months[0], 1)]
    following = min(one for one in later if one > first)
    return first, following - timedelta(days=1)


def coverage(cases: Iterable[Case], voices: Iterable[Voice]) -> Coverage:
    """How far the round has come; an answer counts more than a refusal of the same record."""
    found: dict[str, VoiceState] = {}
    for voice in voices:
        if voice.case_ref and voice.settled and voice.speaker.of_child:
            known = found.get(voice.case_ref)
            if known is not VoiceState.HEARD:
                found[voice.case_ref] = voice.state
    refs = sorted(case.ref for case in cases if case.open)
    return Coverage(
        answered=tuple(ref for ref in refs if found.get(ref) is VoiceState.HEARD),
        missed=tuple(ref for ref in refs if found.get(ref) is VoiceState.MISSED),
        open=tuple(ref for ref in refs if ref not in found),
    )
