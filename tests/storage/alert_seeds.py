"""Rows of alerts, for tests of the storage."""

from __future__ import annotations

from dataclasses import replace

from domain.alerts.alert import Alert, AlertState, AlertStep, AlertStepKind
from storage.work import SqlUnitOfWork
from tests.storage.seeds import NOW


async def fill_alerts(uow: SqlUnitOfWork, words: str) -> Alert:
    """Write these words into every column of alerts that people's words may stand in."""
    begun = await uow.alerts.begin(Alert(id=0, rule="qa_alert", raised_by="ben", begun_at=NOW))
    said = {"agency": words, "concern": words, "effect": words}
    waiting = replace(begun, state=AlertState.WAITING, raised_at=NOW, due_on=NOW.date(), **said)  # type: ignore[arg-type]  # its own fields
    saved = await uow.alerts.save(waiting)
    told = await uow.alerts.tell(saved, ["ada"])
    kind = AlertStepKind.RAISED
    step = AlertStep(kind=kind, level=0, person_id="ben", at=NOW, words=words)
    return await uow.alerts.add_step(told, step)
