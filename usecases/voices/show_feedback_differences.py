"""Where family and auditors disagree, for those who run cycles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from cards.voices.feedback_differences import DifferenceLine, FeedbackDifferences
from domain.audits.outcome import Outcome
from domain.calendar.wording import say_list
from domain.delivery.message import Doubt
from domain.frameworks.voices import RatingAsked
from domain.talks.family import family_rule
from domain.voices.differences import Differs, differs, worried_ones
from domain.voices.voice import SPEAKERS, Voice, VoiceState
from usecases.council import Council
from usecases.showing import Look, shows

A_YEAR = timedelta(days=365)


@shows("feedback_differences", doubt=Doubt.LET_BE)
async def show_feedback_differences(look: Look) -> FeedbackDifferences | None:
    """None for whoever does not run cycles."""
    if not look.council.coordinates(look.reader) or look.about.key != look.reader.id:
        return None
    outcomes = await look.uow.outcomes.since(look.now - A_YEAR)
    voices = await look.uow.voices.of_audits([one.audit_id for one in outcomes])
    heard = {
        key: spoken
        for key, every in voices.items()
        if (spoken := [voice for voice in every if voice.state is VoiceState.HEARD])
    }
    graded = [one for one in outcomes if one.overall and one.audit_id in heard]
    return FeedbackDifferences(
        ref=look.about,
        version=1,
        compared=len(graded),
        worried=_lines(look.council, graded, heard, Differs.FAMILY),
        content=_lines(look.council, graded, heard, Differs.AUDITOR),
        notice=look.notice or None,
    )


def _lines(
    council: Council, outcomes: Sequence[Outcome], heard: dict[int, list[Voice]], kind: Differs
) -> tuple[DifferenceLine, ...]:
    scale = council.framework.grades
    found = []
    for one in outcomes:
        spoken, rating = heard[one.audit_id], _rating(council, one)
        if differs(scale, one.overall, spoken, rating) is kind:
            grade = scale.grade(one.overall or "")
            label = grade.label if grade else one.overall or ""
            said = _said(spoken, rating)
            found.append(DifferenceLine(case=one.case_ref, grade=label, family=said))
    return tuple(found)


def _said(voices: Sequence[Voice], rating: RatingAsked | None) -> str:
    """``Parent voiced a worry or gave a low rating``, ``Child and parent heard``."""
    worried = worried_ones(voices, rating)
    names = say_list([SPEAKERS[voice.speaker].split(",")[0] for voice in worried or voices])
    what = "voiced a worry or gave a low rating" if rating else "voiced a worry"
    return f"{names} {what}" if worried else f"{names} heard"


def _rating(council: Council, outcome: Outcome) -> RatingAsked | None:
    programme = council.framework.programmes.get(outcome.programme)
    rule = family_rule(programme) if programme else None
    return rule.rating if rule else None
