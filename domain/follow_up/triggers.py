"""When a rule of the profile is met by an audit that has just become final."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from domain.audits.outcome import Outcome
from domain.calendar.working_days import add_months, local_day
from domain.frameworks.follow_up import (
    AreaGrade,
    Consecutive,
    FinalGrade,
    FollowUp,
    TeamShare,
)

FEW = 6  # audits that a cause names one by one; its key is kept in a short column


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """A final grade with what stands around it; both lists hold ``outcome`` and come oldest first.

    ``of_team`` reaches as far back as the longest rule asks.
    """

    outcome: Outcome
    cared_for: bool
    of_worker: Sequence[Outcome] = ()
    of_team: Sequence[Outcome] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """What met a rule. ``key`` is the same for the same audits, so that it is raised once."""

    key: str
    audits: tuple[int, ...]


def cause_of(rule: FollowUp, happened: Happened) -> Cause | None:
    """What met the rule; None where it is not met, or was met before by the same run."""
    trigger, now = rule.trigger, happened.outcome
    match trigger:
        case FinalGrade():
            met = now.overall in trigger.grades
            return _about([now]) if met else None
        case AreaGrade():
            met = now.areas.get(trigger.area) in trigger.grades
            open_to = happened.cared_for or not trigger.cared_for_only
            return _about([now]) if met and open_to else None
        case Consecutive():
            return _consecutive(trigger, happened)
        case TeamShare():
            return _team_share(trigger, happened)
        case _:
            assert_never(trigger)


def _about(outcomes: Sequence[Outcome]) -> Cause:
    ids = tuple(one.audit_id for one in outcomes)
    each = "+".join(str(number) for number in ids)
    return Cause(key=each if len(ids) <= FEW else f"{ids[0]}-{ids[-1]}x{len(ids)}", audits=ids)


def _consecutive(trigger: Consecutive, happened: Happened) -> Cause | None:
    """The practitioner's last audits up to this one, by completion, any gap in time (E-61)."""
    if happened.outcome.worker is None:
        return None
    last = _up_to(happened.of_worker, happened.outcome)[-trigger.audits :]
    full = len(last) == trigger.audits
    return _about(last) if full and all(o.overall in trigger.grades for o in last) else None


def _team_share(trigger: TeamShare, happened: Happened) -> Cause | None:
    """Raised when a team reaches the share, and not again while it stays there (E-62)."""
    until = _up_to(happened.of_team, happened.outcome)
    now = _share_met(trigger, until)
    before = _share_met(trigger, until[:-1])
    return _about(now) if now and not before else None


def _share_met(trigger: TeamShare, outcomes: Sequence[Outcome]) -> Sequence[Outcome]:
    """The audits with such a grade as of the last one; none where the share is not reached."""
    if not outcomes:
        return ()
    start = add_months(local_day(outcomes[-1].final_at), -trigger.months)
    rolling = [one for one in outcomes if local_day(one.final_at) >= start]
    low = [one for one in rolling if one.overall in trigger.grades]
    enough = len(rolling) >= trigger.at_least and len(low) >= trigger.share * len(rolling)
    return low if enough else ()


def _up_to(outcomes: Sequence[Outcome], last: Outcome) -> list[Outcome]:
    """Those with a grade that became final no later than ``last``, which is the last of them."""
    end = _completed(last)
    graded = [one for one in outcomes if one.overall is not None and _completed(one) <= end]
    return sorted(graded, key=_completed)


def _completed(outcome: Outcome) -> tuple[datetime, int]:
    return outcome.final_at, outcome.audit_id
