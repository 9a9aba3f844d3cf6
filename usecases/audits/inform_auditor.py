"""Something to know first: a line from somebody told to the auditors."""

from __future__ import annotations

from dataclasses import replace

from domain.faults import Fault
from usecases.asking import Answer, Ask, verb
from usecases.audits.decline_audit import accept_note
from usecases.audits.noticing import answered, keep, notice_for, tell_auditors


@verb(subject="notice", past="wrote to the auditor")
async def inform_auditor(ask: Ask) -> Answer:
    """Keep the line, encrypted, and show it to those who hold a seat."""
    scene, notice = await notice_for(ask)
    note = accept_note(ask.typed("note"))
    if not note:
        raise Fault("Please write a line first. Nothing was sent.", field="note")
    seen = notice.seen_at or ask.now
    saved = await keep(ask, replace(notice, note=note, seen_at=seen), "inform_auditor")
    await tell_auditors(ask, scene.first_seats, saved)
    return answered(ask, "I have passed it on word for word.")
