"""The month's draw for moderation: all of some, a random share of the rest, and why each.

The same audits and seed give the same answer; one audit more changes no other audit's lot.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from domain.audits.assessment import NOT_APPLICABLE
from domain.audits.grading import Difference, Grading
from domain.frameworks.moderation import (
    DifferenceDraw,
    DisagreementDraw,
    EveryDraw,
    GradeDraw,
    ModerationRules,
    ShareDraw,
    YearlyDraw,
)
from domain.moderation.moderation import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An audit whose first grades are in; ``overall`` is the first auditor's (E-91)."""

    audit_id: int
    case_ref: str
    overall: str | None = None
    grade_title: str = ""
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Who is moderated and why, by audit; ``wanted`` is the share asked for, out of ``of``."""

    reasons: Mapping[int, tuple[Reason, ...]]
    wanted: int
    of: int

    def at_random(self) -> list[int]:
        """The audits that only their lot sent."""
        return [
            audit_id
            for audit_id, reasons in self.reasons.items()
            if {reason.kind for reason in reasons} == {"share"}
        ]


def reasons_for(rules: ModerationRules, candidate: Candidate) -> Iterator[Reason]:
    """What sends an audit to the panel by itself: its grade, somebody's disagreement."""
    for draw in rules.draws:
        if not draw.on:
            continue
        if isinstance(draw, GradeDraw) and candidate.overall in draw.grades:
            yield Reason(
                key=draw.key, kind=draw.kind, title=draw.title, detail=candidate.grade_title
            )
        if isinstance(draw, DisagreementDraw) and candidate.disputed:
            yield Reason(key=draw.key, kind=draw.kind, title=draw.title)


def counts(draw: DifferenceDraw, rules: Grading, difference: Difference) -> bool:
    """Whether grades of an area, or overall, differ so much that a moderator decides (E-46)."""
    if not (draw.areas if difference.area else draw.overall):
        return False
    given = {grade for grade in difference.grades if grade and grade != NOT_APPLICABLE}
    if len(given) < len(set(difference.grades)):
        return True  # one found nothing to grade where another did
    return any(rules.steps(one, other) >= draw.steps for one in given for other in given)


def at_once(
    rules: ModerationRules, grading: Grading, differing: Sequence[Difference], *, month: int
) -> tuple[Reason, ...]:
    """What sends an audit to a moderator as soon as its first grades are in, and not by a draw.

    ``differing`` is where the auditors' grades differ; ``month`` the one in which the cycle
    opened (E-26).
    """
    found = []
    for draw in rules.draws:
        if not draw.on:
            continue
        if isinstance(draw, DifferenceDraw) and any(
            counts(draw, grading, one) for one in differing
        ):
            found.append(Reason(key=draw.key, kind=draw.kind, title=draw.title))
        if isinstance(draw, EveryDraw):
            found.append(Reason(key=draw.key, kind=draw.kind, title=draw.title))
        if isinstance(draw, YearlyDraw) and draw.month == month:
            found.append(Reason(key=draw.key, kind=draw.kind, title=draw.title))
    return tuple(found)


def draw_sample(
    rules: ModerationRules,
    waiting: Sequence[Candidate],
    *,
    seed: int,
    settled: int | None = None,
    already: int = 0,
) -> Sample:
    """Every audit that must be moderated, topped up at random to the share (E-56, story 7).

    ``settled`` counts the cycle's audits whose first grades are in, ``already`` those of them
    that an earlier draw sent: so an audit that comes late is drawn only where the share asks it.
    """
    of = len(waiting) if settled is None else settled
    found = {
        one.audit_id: reasons for one in waiting if (reasons := tuple(reasons_for(rules, one)))
    }
    share = next((d for d in rules.draws if isinstance(d, ShareDraw) and d.on), None)
    if share is None or not waiting:
        return Sample(reasons=found, wanted=len(found) + already, of=of)
    wanted = share.number_of(of)
    free = [one for one in waiting if one.audit_id not in found]
    counted = (len(found) if share.others_count else 0) + already
    for place, one in enumerate(by_lot(free, seed)[: max(0, wanted - counted)], 1):
        detail = f"number {place} of the lot with seed {seed}"
        found[one.audit_id] = (
            Reason(key=share.key, kind=share.kind, title=share.title, detail=detail),
        )
    return Sample(reasons=found, wanted=wanted, of=of)


def by_lot(candidates: Sequence[Candidate], seed: int) -> list[Candidate]:
    """In the order of their lots; each lot hangs on the seed and the record's reference alone."""
    return sorted(candidates, key=lambda one: (_lot(seed, one.case_ref), one.audit_id))


def _lot(seed: int, ref: str) -> float:
    return Random(f"{seed}/moderation/{ref}").random()  # noqa: S311 - repeatable is what is asked for


def disputed(rules: ModerationRules) -> Reason | None:
    """The reason of an audit with whose grade somebody disagrees; None where nobody can."""
    for draw in rules.draws:
        if isinstance(draw, DisagreementDraw) and draw.on:
            return Reason(key=draw.key, kind=draw.kind, title=draw.title)
    return None
