"""Bring the records up to date from a file: all or nothing, and safe to repeat."""

from __future__ import annotations

from datetime import datetime

from domain.calendar.working_days import local_day
from domain.cases.case import Case
from domain.cases.case_list import check_cases
from domain.cases.noticing import seen_in
from domain.lists.checked import Checked
from domain.lists.table import Table
from domain.refs import Ref
from usecases.ports import UnitOfWork

DIRECTORY = Ref("directory", "cases")


async def import_cases(  # noqa: PLR0913 - what the operator chose, each said by name
    uow: UnitOfWork,
    table: Table,
    *,
    full: bool,
    dry_run: bool,
    now: datetime,
    actor: str,
    named: bool = False,
) -> Checked[Case]:
    """Check the file and write what differs, in one commit; nothing with a fault or a dry run.

    ``named``: people stand in the file by name, not by id.
    """
    known, people = await uow.cases.all(), await uow.people.all()
    today = local_day(now)
    checked = check_cases(table, known, people, today=today, full=full, named=named)
    if checked.to_write and not dry_run:
        await write_cases(uow, checked, now=now, actor=actor)
        await uow.commit()
    return checked


async def write_cases(
    uow: UnitOfWork, checked: Checked[Case], *, now: datetime, actor: str
) -> None:
    """Write what a check found, with its entry in the trail; commits nothing itself.

    What has happened to a record since the last list is kept, for the audits that it calls for.
    """
    known = await uow.cases.all()
    await uow.cases.put(checked.to_write)
    for kind, ref in seen_in(known, checked.to_write):
        await uow.cases.notice(kind, ref, local_day(now))
    details = checked.changes.counts
    await uow.trail.record(DIRECTORY, "imported", actor=actor, now=now, details=details)
