"""Where a family and the auditors see the same work differently."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum

from domain.frameworks.grades import GradeScale
from domain.frameworks.voices import RatingAsked
from domain.voices.voice import Voice, VoiceState, Worry


class Differs(StrEnum):
    """Which of the two is more worried."""

    FAMILY = "family"
    AUDITOR = "auditor"


def is_good(scale: GradeScale, grade: str) -> bool:
    """Whether a grade lies in the better half of the council's scale."""
    return grade in scale.keys[: len(scale.keys) // 2]


def is_low(voice: Voice, rating: RatingAsked | None) -> bool:
    """Whether the person gave a low rating, where the council asks for one."""
    return bool(rating and voice.rating and voice.rating >= rating.low_from)


def is_worried(voice: Voice, rating: RatingAsked | None) -> bool:
    """Whether the person voiced a worry or gave a low rating."""
    return voice.worry is not Worry.NONE or is_low(voice, rating)


def differs(
    scale: GradeScale, overall: str | None, voices: Collection[Voice], rating: RatingAsked | None
) -> Differs | None:
    """A good grade beside a worried voice, or the reverse; None where they agree or none spoke."""
    heard = [voice for voice in voices if voice.state is VoiceState.HEARD]
    if overall is None or not heard:
        return None
    worried = any(is_worried(voice, rating) for voice in heard)
    if is_good(scale, overall) == (not worried):
        return None
    return Differs.FAMILY if worried else Differs.AUDITOR


def worried_ones(voices: Sequence[Voice], rating: RatingAsked | None) -> list[Voice]:
    """Those of whom ``is_worried`` holds."""
    return [voice for voice in voices if is_worried(voice, rating)]
