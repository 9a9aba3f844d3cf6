"""What came in in the last whole period and in this one, for those who note or learn from it."""

from __future__ import annotations

from cards.intake.intake_count import Counted, IntakeCount, OpenLine
from domain.frameworks.intake import Intake as Rule
from domain.intake.intake import Intake, IntakeState
from domain.intake.terms import counted, periods, rules_to_read
from usecases.intake.steps import COUNT, notes
from usecases.showing import Look, shows

MOST_LESSONS = 5


@shows(COUNT)
async def show_intake_count(look: Look) -> IntakeCount | None:
    """None for whoever neither notes nor reads any of it."""
    every = look.council.coordinates(look.reader)
    rules = rules_to_read(look.council.framework, look.reader, every=every)
    if not rules or look.about.key != look.reader.id:
        return None
    found = {rule.key: await _found(look, rule) for rule in rules}
    per = rules[0].per
    waiting = [
        one
        for those in found.values()
        for one in those
        if one.state is IntakeState.OPEN and notes(look.council, one, look.reader)
    ]
    return IntakeCount(
        ref=look.about,
        version=1,
        before=f"Last {per}",
        now=f"This {per}",
        entries=tuple(_entry(look, rule, found[rule.key]) for rule in rules),
        open=tuple(line for one in waiting if (line := _open(one))),
        notice=look.notice or None,
    )


async def _found(look: Look, rule: Rule) -> list[Intake]:
    before, now = periods(rule, look.today)
    received = await look.uow.intake.received(before.first_day, now.last_day)
    return [one for one in received if one.rule == rule.key]


def _entry(look: Look, rule: Rule, found: list[Intake]) -> Counted:
    spans = periods(rule, look.today)
    lessons = [one.lesson for one in reversed(found) if one.lesson]
    return Counted(
        name=rule.title,
        kinds=counted(found, "kind", spans),
        themes=counted(found, "theme", spans),
        outcomes=counted(found, "outcome", spans) if rule.outcomes else (),
        lessons=tuple(lessons[:MOST_LESSONS]),
    )


def _open(one: Intake) -> OpenLine | None:
    if one.received_on is None:
        return None
    return OpenLine(
        ref=one.ref,
        version=one.version,
        number=one.number,
        theme=one.theme,
        received_on=one.received_on,
    )
