"""Checked: the finished audits of a cycle were looked over; the themes are kept (SOM-07)."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.grading import accept_words
from domain.duties import DutyState
from domain.faults import Fault, NotFoundFault
from usecases.asking import Answer, Ask, verb
from usecases.calendar.occasions import has_ended


@verb(subject="check", past="checked them")
async def confirm_final_check(ask: Ask) -> Answer:
    """Keep who checked and the themes; refused until each question is ticked."""
    check = await ask.uow.moderations.check_of(ask.ref.number)
    cycle = await ask.uow.audits.cycle(ask.ref.number)
    if check is None or cycle is None:
        raise NotFoundFault
    if check.checked_at is not None:
        raise Fault("This was checked already, so nothing was changed.")
    rule = ask.council.framework.programme(cycle.programme).final_check
    asked = [str(number) for number, _ in enumerate(rule.asks if rule else (), 1)]
    ticked = [part for part in ask.typed("checked").split(",") if part]
    if any(number not in ticked for number in asked):
        raise Fault("Please tick each line once it is so. Nothing was kept.", field="checked")
    themes = accept_words("themes", ask.typed("themes"))
    saved = await ask.uow.moderations.save_check(
        replace(check, themes=themes, checked_by=ask.actor.id, checked_at=ask.now)
    )
    await ask.uow.duties.close(ask.ref, DutyState.DONE, ask.now)
    await ask.uow.trail.record(
        ask.ref,
        "confirm_final_check",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": saved.version},
    )
    await has_ended(ask.uow, ask.council, cycle.programme, ask.now)
    line = "Thank you. The check of this cycle is kept."
    return Answer(view="cycle_check", about=ask.ref, changed=(ask.ref,), line=line)
