"""Good practice that an alert tells of goes to whoever verifies it (LEI-18)."""

from __future__ import annotations

from datetime import datetime

from domain.alerts.alert import Alert
from domain.nominations.nomination import Nomination
from domain.nominations.verifying import rules_for
from usecases.council import Council
from usecases.nominations.steps import nomination_ref, send
from usecases.ports import UnitOfWork

SEEN = "A practice alert"


async def to_the_queue(
    uow: UnitOfWork, council: Council, alert: Alert, nominee: str | None, now: datetime
) -> Nomination | None:
    """A nomination in the words of the alert; None where nobody is named or nobody verifies."""
    raiser = await uow.people.get(alert.raised_by)
    rules = rules_for(council.framework, raiser) if raiser else ()
    person = await uow.people.get(nominee) if nominee else None
    if not rules or person is None or person.id == alert.raised_by:
        return None
    draft = Nomination(
        id=0,
        rule=rules[0].key,
        nominator=alert.raised_by,
        begun_at=now,
        said_who=person.name,
        nominee=person.id,
        reason=alert.concern,
        seen=SEEN,
    )
    begun = await uow.nominations.begin(draft)
    about = nomination_ref(begun)
    await uow.trail.record(about, "begin_nomination", actor=alert.raised_by, now=now)
    return await send(uow, council, begun, now)
