"""Bring the records up to date from a file: all or nothing, and safe to repeat."""

from __future__ import annotations

from datetime import datetime

from domain.calendar.working_days import local_day
from domain.cases.case import Case
from domain.cases.case_list import check_cases
from domain.lists.checked import Checked
from domain.lists.table import Table
from domain.refs import Ref
from usecases.ports import UnitOfWork

DIRECTORY = Ref("directory", "cases")


async def import_cases(
    uow: UnitOfWork, table: Table, *, full: bool, dry_run: bool, now: datetime, actor: str
) -> Checked[Case]:
    """Check the file and write what differs, in one commit; nothing with a fault or a dry run."""
    known, people = await uow.cases.all(), await uow.people.all()
    checked = check_cases(table, known, people, today=local_day(now), full=full)
    if checked.to_write and not dry_run:
        await uow.cases.put(checked.to_write)
        await uow.trail.record(
            DIRECTORY, "imported", actor=actor, now=now, details=checked.changes.counts
        )
        await uow.commit()
    return checked
