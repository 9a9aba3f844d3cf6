"""One's tracker as a workbook: the lines that one sees, all of them (SEF-15, HER-14, E-60)."""

from __future__ import annotations

from functools import partial

from domain.calendar.wording import say_count
from usecases.actions.tracking import tracker_of
from usecases.asking import Answer, Ask, verb
from usecases.files.kinds import Contents, makes
from usecases.files.offering import ASKED, offer_file
from usecases.showing import Look

KIND = "actions"


@makes(KIND)
async def actions_contents(look: Look) -> Contents | None:
    """What the reader's tracker holds without a filter; somebody else's is nobody's."""
    if look.about.key != look.reader.id:
        return None
    tracker = await tracker_of(look.uow, look.council, look.reader, look.now)
    return Contents(
        stem="actions",
        ending="xlsx",
        says=f"{say_count(len(tracker.lines), 'action')} of your tracker, and the counts by team.",
        lines=len(tracker.lines),
        write=partial(look.council.write_actions, tracker.lines, look.today),
    )


@verb(subject="person", past="asked for the tracker as a file", again="action_tracker")
async def get_actions_file(ask: Ask) -> Answer:
    """The question below; the tracker stays as it was filtered."""
    await offer_file(ask, KIND, ask.ref)
    return Answer(
        view="action_tracker", about=ask.ref, typed=dict(ask.inputs), notice=ASKED, line=ASKED
    )
