"""Bring the staff list up to date from a file: all or nothing, and safe to repeat."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from domain.calendar.working_days import local_day
from domain.lists.checked import Checked
from domain.lists.table import Table
from domain.people.person import Person
from domain.people.staff_list import check_people
from domain.refs import Ref
from usecases.people.leavers import come_back
from usecases.ports import UnitOfWork

DIRECTORY = Ref("directory", "people")


async def import_people(  # noqa: PLR0913 - what the operator chose, each said by name
    uow: UnitOfWork,
    table: Table,
    *,
    roles: Mapping[str, str],
    full: bool,
    dry_run: bool,
    now: datetime,
    actor: str,
) -> Checked[Person]:
    """Check the file and write what differs, in one commit; nothing with a fault or a dry run.

    ``roles`` gives the framework's key for each spelling of a role.
    """
    known = await uow.people.all()
    checked = check_people(table, known, roles=roles, today=local_day(now), full=full)
    if checked.to_write and not dry_run:
        await write_people(uow, checked, now=now, actor=actor)
        await uow.commit()
    return checked


async def write_people(
    uow: UnitOfWork, checked: Checked[Person], *, now: datetime, actor: str
) -> None:
    """Write what a check found, with its entry in the trail; commits nothing itself."""
    known = await uow.people.all()
    for person in checked.to_write:
        if person.left_on is None and person.id in known:
            await come_back(uow, known[person.id])
    await uow.people.put(checked.to_write)
    details = checked.changes.counts
    await uow.trail.record(DIRECTORY, "imported", actor=actor, now=now, details=details)
