"""Whoever has it to do notes what came of it, or that it did not happen (E-19)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from domain.actions.days import read_day
from domain.audits.grading import accept_words
from domain.calendar.entries import CalendarEntry, entry_of
from domain.calendar.noting import LIMIT, WHERE_LIMIT, latest_day, notes_asked
from domain.calendar.occurrence import Occurrence, OccurrenceState
from domain.calendar.wording import say_day
from domain.calendar.working_days import end_of_day
from domain.duties import DutyState
from domain.faults import Fault, NotFoundFault
from domain.focus import Focus
from usecases.asking import Answer, Ask, verb
from usecases.calendar.occasions import has_ended
from usecases.calendar.steps import record, view_of

KEPT = "Kept. It is still to do."
NOTED = "Noted. Nobody else has to do it any more."
OVER = "This is closed already, so nothing was changed."
NEXT_ONE = (
    "The next one is near or over, so this one was not moved. Note what came of it, or that it "
    "did not happen."
)
WHICH_DAY = "Please choose the new day, like 2026-12-03. Nothing was moved."


@verb(subject="occurrence", past="opened it")
async def open_occurrence(ask: Ask) -> Answer:
    """The card in place of the pressed one; typed words go to it."""
    found, _ = await found_of(ask)
    view = view_of(found)
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=view, subject=ask.ref), ask.now)
    return Answer(view=view, about=ask.ref, line="Here it is.")


@verb(subject="occurrence", past="kept what they wrote")
async def keep_outcome(ask: Ask) -> Answer:
    """Keep what was typed, for later."""
    found, entry = await open_one_of(ask)
    saved = await ask.uow.calendar.save(with_words(ask, found, entry))
    await record(ask.uow, saved, "keep_outcome", ask.now, actor=ask.actor.id)
    view = view_of(saved)
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=view, subject=ask.ref), ask.now)
    return Answer(view=view, about=ask.ref, changed=(ask.ref,), notice=KEPT, line=KEPT)


@verb(subject="occurrence", past="noted what came of it")
async def note_outcome(ask: Ask) -> Answer:
    """Close it for everybody who had it to do; raises Fault where nothing is noted."""
    found, entry = await open_one_of(ask)
    _only_activities(entry)
    filled = with_words(ask, found, entry)
    if not filled.notes:
        first = notes_asked(entry)[0]
        raise Fault("Please note what came of it. Nothing was closed.", field=first.key)
    return await _close(ask, filled, OccurrenceState.DONE, "note_outcome", NOTED)


@verb(subject="occurrence", past="noted that it did not happen")
async def did_not_happen(ask: Ask) -> Answer:
    """Close it with the reason on record."""
    found, entry = await open_one_of(ask)
    _only_activities(entry)
    reason = needed(ask, "why_not", "Please say why it did not happen. Nothing was closed.")
    missed = replace(found, reason=reason)
    line = "Noted that it did not happen, with your reason."
    return await _close(ask, missed, OccurrenceState.MISSED, "did_not_happen", line)


@verb(subject="occurrence", past="moved it to another day")
async def move_occurrence(ask: Ask) -> Answer:
    """Another due day, with the reason; nobody is reminded of the old one any more."""
    found, entry = await open_one_of(ask)
    latest = latest_day(entry, found, ask.council.calendar)
    if latest is None:
        raise Fault("A report keeps its day, so nothing was moved.")
    if latest < ask.today:
        raise Fault(NEXT_ONE)
    day = read_day(ask.typed("new_day"), ask.today)
    if day is None:
        raise Fault(WHICH_DAY, field="new_day")
    if not ask.today <= day <= latest:
        raise Fault(
            f"Please choose a day from today to {say_day(latest)}. Nothing was moved.",
            field="new_day",
        )
    reason = needed(ask, "why_moved", "Please say why. Nothing was moved.")
    moved = replace(found, due_on=day, reason=reason)
    saved = await ask.uow.calendar.save(moved)
    await ask.uow.duties.postpone(saved.ref, end_of_day(day), ask.now)
    await record(ask.uow, saved, "move_occurrence", ask.now, actor=ask.actor.id)
    line = f"Moved to {say_day(day)}."
    return Answer(view=view_of(saved), about=ask.ref, changed=(ask.ref,), notice=line, line=line)


async def found_of(ask: Ask) -> tuple[Occurrence, CalendarEntry]:
    """What the button is about; raises NotFoundFault where the file has dropped the entry."""
    found = await ask.uow.calendar.get(ask.ref.number)
    entry = entry_of(ask.council.framework, found.entry) if found else None
    if found is None or entry is None:
        raise NotFoundFault
    return found, entry


async def open_one_of(ask: Ask) -> tuple[Occurrence, CalendarEntry]:
    """The same, while it is to do; raises Fault once it is closed."""
    found, entry = await found_of(ask)
    if found.state is not OccurrenceState.OPEN:
        raise Fault(OVER)
    return found, entry


def with_words(ask: Ask, found: Occurrence, entry: CalendarEntry) -> Occurrence:
    """The occurrence with what was typed into its card."""
    keys = [note.key for note in notes_asked(entry)]
    evidence = accept_words("evidence", ask.typed("evidence"), said="text")
    if len(evidence) > WHERE_LIMIT:
        raise Fault(f"Please keep this to {WHERE_LIMIT} characters.", field="evidence")
    return replace(found, notes=_notes(ask, keys), evidence=evidence)


def needed(ask: Ask, field: str, otherwise: str) -> str:
    """Words that must be there; raises Fault."""
    words = accept_words(field, ask.typed(field), said="text")
    if not words:
        raise Fault(otherwise, field=field)
    if len(words) > LIMIT:
        raise Fault(f"Please keep this to {LIMIT} characters.", field=field)
    return words


def _only_activities(entry: CalendarEntry) -> None:
    if entry.report:
        raise Fault("A report is given, not noted. Nothing was changed.")


def _notes(ask: Ask, keys: list[str]) -> Mapping[str, str]:
    said = {key: accept_words(key, ask.typed(key), said="text") for key in keys}
    for key, words in said.items():
        if len(words) > LIMIT:
            raise Fault(f"Please keep each box to {LIMIT} characters.", field=key)
    return {key: words for key, words in said.items() if words}


async def _close(
    ask: Ask, ended: Occurrence, state: OccurrenceState, action: str, line: str
) -> Answer:
    done = replace(ended, state=state, done_by=ask.actor.id, done_at=ask.now)
    saved = await ask.uow.calendar.save(done)
    await record(ask.uow, saved, action, ask.now, actor=ask.actor.id)
    await ask.uow.duties.close(saved.ref, DutyState.DONE, ask.now)
    await ask.uow.focuses.clear(ask.actor.id)
    if state is OccurrenceState.DONE:
        await has_ended(ask.uow, ask.council, saved.entry.partition(".")[2], ask.now)
    return Answer(view=view_of(saved), about=ask.ref, changed=(ask.ref,), line=line)
