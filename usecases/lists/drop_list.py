"""A coordinator drops a list into their chat: it is kept, and nothing is written yet."""

from __future__ import annotations

from datetime import datetime

from domain.faults import NotAllowedFault
from domain.lists.dropped import NewDroppedList
from domain.people.person import Person
from domain.refs import Ref
from usecases.council import Council
from usecases.lists.checking import digest_of, guess_kind, read_list
from usecases.ports import UnitOfWork

NOT_YOURS = (
    "Only the QA team imports lists, so I have not opened your file. "
    "Type help to see what I can do for you."
)


def must_coordinate(council: Council, actor: Person) -> None:
    """Raises NotAllowedFault for anybody who runs no cycles."""
    if not council.coordinates(actor):
        raise NotAllowedFault(NOT_YOURS)


async def drop_list(
    uow: UnitOfWork, council: Council, actor: Person, data: bytes, now: datetime
) -> Ref:
    """Keep the bytes of a list, sealed; gives what its preview is about.

    Raises NotAllowedFault, or a Fault where no list can be read in the bytes.
    """
    must_coordinate(council, actor)
    table = await read_list(council, data)
    new = NewDroppedList(
        person_id=actor.id, kind=guess_kind(table.headings), data=data, digest=digest_of(data)
    )
    about = Ref("list", str(await uow.lists.add(new, now)))
    details = {"version": 1, "kind": new.kind.value, "digest": new.digest}
    await uow.trail.record(about, "drop_list", actor=actor.id, now=now, details=details)
    return about
