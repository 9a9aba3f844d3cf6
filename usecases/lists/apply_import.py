"""Write a dropped list, exactly the bytes that were shown."""

from __future__ import annotations

from domain.faults import Fault, MovedOnFault
from usecases.asking import Answer, Ask, verb
from usecases.lists.checking import digest_of, write_list
from usecases.lists.subjects import ENDED

FAULTS_SINCE = (
    "Nothing was written: what is known has changed, and the list does not fit it any more. "
    "The faults are below."
)


class ChangedListFault(Fault):
    """Nothing was written: what I kept is not what you saw. Please drop the file again."""


@verb(subject="list", past="applied it")
async def apply_import(ask: Ask) -> Answer:
    """All or nothing, checked against the directory as it is now; the kept bytes go."""
    dropped = await ask.uow.lists.get(ask.ref.number)
    if dropped is None or not await ask.uow.lists.forget(dropped.id):
        raise MovedOnFault
    if digest_of(dropped.data) != dropped.digest:
        raise ChangedListFault
    checked = await write_list(ask.uow, ask.council, dropped, now=ask.now, actor=ask.actor.id)
    if checked.faults:
        raise Fault(FAULTS_SINCE)
    details = {"version": ENDED, "kind": dropped.kind.value, **checked.changes.counts}
    await ask.uow.trail.record(
        ask.ref, "apply_import", actor=ask.actor.id, now=ask.now, details=details
    )
    return Answer(
        view="import_preview", about=ask.ref, changed=(ask.ref,), line="The list was applied."
    )
