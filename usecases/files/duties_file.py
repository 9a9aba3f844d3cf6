"""One's own duties as a file for a calendar of one's own."""

from __future__ import annotations

from functools import partial

from domain.calendar.wording import say_count
from domain.refs import Ref
from usecases.agenda.own_calendar import own_calendar
from usecases.asking import Answer, Ask, verb
from usecases.files.kinds import Contents, makes
from usecases.files.offering import ASKED, offer_file
from usecases.showing import Look

KIND = "duties"


@makes(KIND)
async def duties_contents(look: Look) -> Contents | None:
    """The reader's open duties on the days they are due; somebody else's are nobody's."""
    if look.about.key != look.reader.id:
        return None
    found = await own_calendar(look.uow, look.council, look.reader)
    days = say_count(len(found), "duty", "duties")
    return Contents(
        stem="duties",
        ending="ics",
        says=f"{days}, each on its day. Open the file with your calendar to add them.",
        lines=len(found),
        write=partial(look.council.write_duties, found, look.now),
    )


@verb(subject="month", past="asked for their duties as a file")
async def get_duties_file(ask: Ask) -> Answer:
    """The question below; the month stays. All that is open goes in, whenever it is due."""
    await offer_file(ask, KIND, Ref("person", ask.actor.id))
    return Answer(view="month", about=ask.ref, notice=ASKED, line=ASKED)
