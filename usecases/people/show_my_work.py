"""One's open duties."""

from __future__ import annotations

from cards.audits.my_work import DutyLine, MyWork
from domain.calendar.working_days import local_day
from domain.duties import Duty
from domain.refs import Ref
from usecases.people.duties import describe
from usecases.showing import Look, shows


@shows("my_work")
async def show_my_work(look: Look) -> MyWork:
    """Everything that waits for the reader, soonest first; what others must do is not theirs."""
    lines = [await _line(look, duty) for duty in await look.uow.duties.open_of(look.reader.id)]
    return MyWork(
        ref=Ref("person", look.reader.id),
        version=1,
        today=look.today,
        duties=tuple(line for line in lines if line),
        notice=look.notice or None,
    )


async def _line(look: Look, duty: Duty) -> DutyLine | None:
    found = await describe(look.uow, look.council, duty)
    if found is None:
        return None
    due = local_day(duty.due_at)
    return DutyLine(
        ref=Ref("duty", str(duty.id)),
        version=duty.version,
        text=found.text,
        detail=found.detail,
        due=due,
        working_days_late=max(0, -look.council.days_left(look.today, due)),
    )
