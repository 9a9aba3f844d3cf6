"""Somebody's digest, from their duties as they are when it is sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from cards.nudges.digest import Digest, DigestLine, LateLine
from domain.calendar.working_days import ONE_DAY, local_day
from domain.delivery.message import Doubt, Lane
from domain.duties import Duty, DutyState
from domain.nudges.steps import StepKind
from usecases.agenda.waiting import waiting_for_others
from usecases.people.duties import describe
from usecases.showing import Look, shows

LONGEST_OUTAGE = timedelta(days=14)
SOON = 7
"""Working days ahead that the digest looks, as far as the first reminder (E-03)."""


@shows("digest", lane=Lane.BULK, doubt=Doubt.LET_BE)
async def show_digest(look: Look) -> Digest | None:
    """What is late or comes up, for the reader; None where all of it is done by now.

    What was done, cancelled or handed over since the step was taken is not told any more.
    """
    own = await _own(look)
    late = tuple(line for line in own if line.working_days_late)
    soon = tuple(line for line in own if not line.working_days_late and _is_soon(look, line))
    covered, others = await _of_others(look)
    waiting = await waiting_for_others(look) if late or soon or covered or others else ()
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
        waiting=waiting,
        notice=look.notice or None,
    )


async def _own(look: Look) -> list[DigestLine]:
    """The reader's duties but for what they have put off, each with its number in my work."""
    snoozes = await look.uow.duty_asks.snoozes()
    found = [
        (duty, await _line(look, duty)) for duty in await look.uow.duties.open_of(look.reader.id)
    ]
    shown = [(duty, line) for duty, line in found if line]
    return [
        replace(line, number=number)
        for number, (duty, line) in enumerate(shown, 1)
        if snoozes.get(duty.id, look.today) <= look.today
    ]


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
    """Steps that concern duties of others: to cover, or late in the reader's line.

    All since the last card that arrived: what was noted while nothing went out is not lost.
    """
    covered: list[tuple[str, DigestLine]] = []
    late: list[LateLine] = []
    before = look.today - ONE_DAY
    sent = await look.uow.outbox.latest(look.reader.id, ("digest",))
    after = min(before, local_day(sent.sent_at)) if sent else before - LONGEST_OUTAGE
    seen: set[int] = set()
    for nudge in await look.uow.nudges.told(look.reader.id, after, look.today):
        if nudge.duty_id in seen:
            continue
        seen.add(nudge.duty_id)
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
