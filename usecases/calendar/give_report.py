"""A report is given: its place and a word with it, to whoever passes it or to its readers."""

from __future__ import annotations

from dataclasses import replace

from domain.calendar.entries import CalendarEntry
from domain.calendar.occurrence import Occurrence, OccurrenceState
from domain.duties import DutyState
from domain.faults import Fault
from usecases.asking import Answer, Ask, verb
from usecases.calendar.note_outcome import open_one_of, with_words
from usecases.calendar.passing import ask_to_pass, passers, send_on
from usecases.calendar.steps import REPORT, record

WHERE = "Please say where the report is: a link, or its place. Nothing was given."
NO_REPORT = "This is no report, so nothing was given."


@verb(subject="occurrence", past="gave it")
async def give_report(ask: Ask) -> Answer:
    """Close it for everybody who prepares it; raises Fault where its place is not said."""
    found, entry = await open_one_of(ask)
    if entry.report is None:
        raise Fault(NO_REPORT)
    filled = with_words(ask, found, entry)
    if not filled.evidence:
        raise Fault(WHERE, field="evidence")
    given = replace(filled, done_by=ask.actor.id, done_at=ask.now, reason="")
    whom = await passers(ask.uow, ask.council, given, ask.now)
    state = OccurrenceState.PASSING if whom else OccurrenceState.DONE
    saved = await ask.uow.calendar.save(replace(given, state=state))
    await record(ask.uow, saved, "give_report", ask.now, actor=ask.actor.id)
    await ask.uow.duties.close(saved.ref, DutyState.DONE, ask.now)
    await ask.uow.focuses.clear(ask.actor.id)
    line = await _on_its_way(ask, entry, saved, whom)
    return Answer(view=REPORT, about=ask.ref, changed=(ask.ref,), line=line)


async def _on_its_way(ask: Ask, entry: CalendarEntry, given: Occurrence, whom: list[str]) -> str:
    if whom:
        await ask_to_pass(ask.uow, ask.council, given, whom, ask.now)
        return "Given. It goes out once it is passed."
    await send_on(ask.uow, ask.council, entry, given, ask.now)
    return "Given. Its readers in the staff list are told."
