"""Delete a dropped list without writing anything of it."""

from __future__ import annotations

from domain.faults import MovedOnFault
from usecases.asking import Answer, Ask, verb
from usecases.lists.subjects import ENDED


@verb(subject="list", past="forgot it")
async def forget_import(ask: Ask) -> Answer:
    """The kept bytes go; nothing else changes."""
    if not await ask.uow.lists.forget(ask.ref.number):
        raise MovedOnFault
    await ask.uow.trail.record(
        ask.ref, "forget_import", actor=ask.actor.id, now=ask.now, details={"version": ENDED}
    )
    return Answer(
        view="import_preview", about=ask.ref, changed=(ask.ref,), line="The list was forgotten."
    )
