"""Somebody's digest, from their duties as they are when it is sent."""

from __future__ import annotations

from cards.nudges.digest import Digest, DigestLine, LateLine
from domain.calendar.working_days import local_day
from domain.delivery.message import Doubt, Lane
from domain.duties import Duty, DutyState
from domain.nudges.steps import StepKind
from usecases.people.duties import describe
from usecases.showing import Look, shows

SOON = 7
"""Working days ahead that the digest looks, as far as the first reminder (E-03)."""


@shows("digest", lane=Lane.BULK, doubt=Doubt.LET_BE)
async def show_digest(look: Look) -> Digest | None:
    """What is late or comes up, for the reader; None where all of it is done by now.

    What was done, cancelled or handed over since the step was taken is not told any more.
    """
    mine = await look.uow.duties.open_of(look.reader.id)
    own = [line for line in [await _line(look, duty) for duty in mine] if line]
    late = tuple(line for line in own if line.working_days_late)
    soon = tuple(line for line in own if not line.working_days_late and _is_soon(look, line))
    covered, others = await _of_others(look)
    if not (late or soon or covered or others):
        return None
    return Digest(
        ref=look.about,
        version=1,
        today=look.today,
        late=late,
        soon=soon,
        covered=covered,
        others_late=others,
        notice=look.notice or None,
    )


def _is_soon(look: Look, line: DigestLine) -> bool:
    return look.council.days_left(look.today, line.due) <= SOON


async def _line(look: Look, duty: Duty) -> DigestLine | None:
    found = await describe(look.uow, look.council, duty)
    if found is None:
        return None
    due = local_day(duty.due_at)
    return DigestLine(
        ref=duty.ref,
        version=duty.version,
        text=found.text,
        detail=found.detail,
        due=due,
        working_days_late=max(0, -look.council.days_left(look.today, due)),
    )


async def _of_others(
    look: Look,
) -> tuple[tuple[tuple[str, DigestLine], ...], tuple[LateLine, ...]]:
    """Today's steps that concern duties of others: to cover, or late in the reader's line."""
    covered: list[tuple[str, DigestLine]] = []
    late: list[LateLine] = []
    for nudge in await look.uow.nudges.of_day(look.reader.id, look.today):
        duty = await look.uow.duties.get(nudge.duty_id)
        if duty is None or duty.state is not DutyState.OPEN or duty.holder == look.reader.id:
            continue
        line = await _line(look, duty)
        holder = await look.uow.people.get(duty.holder)
        if line is None or holder is None:
            continue
        if nudge.kind is StepKind.REMIND:
            covered.append((holder.name, line))
        else:
            days = line.working_days_late
            late.append(LateLine(who=holder.name, text=line.text, working_days_late=days))
    return tuple(covered), tuple(late)
