"""activity: what can be started, or the one whose name was typed."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from domain.calendar.entries import CalendarEntry
from usecases.calendar.show_starting import listed
from usecases.calendar.start_activity import may_start
from usecases.calendar.steps import TO_START, entry_ref
from usecases.pressing import Press, press
from usecases.showing import look_at

NOTHING = "The calendar has nothing for you to start. Type my work to see what waits for you."
NONE_FITS = "Nothing that you can start is called that. Type activity to see all of it."


@command("activity", "activities", "start activity")
async def activity(heard: Heard, _: tuple[str, ...]) -> Reply:
    """Everything that the person can start."""
    card = await look_at(TO_START, heard.look(heard.me))
    return Reply(card=card) if card else Reply(line=NOTHING)


@command("activity named", pattern=r"^(?:start )?activity (\S.{0,80})$")
async def activity_named(heard: Heard, groups: tuple[str, ...]) -> Reply:
    """The card on which it is started; a list where several have the words in their names."""
    look = heard.look(heard.me)
    allowed = await may_start(heard.uow, heard.council, heard.actor, look.today)
    found = _fitting(allowed, groups[0] if groups else "")
    if len(found) != 1:
        card = listed(look, found, groups[0] if groups else "")
        return Reply(card=card) if card else Reply(line=NONE_FITS if allowed else NOTHING)
    what = Press(verb="choose_activity", ref=str(entry_ref(found[0])), version=1)
    outcome = await press(heard.uow, heard.council, heard.actor, what, heard.now)
    return Reply(line=outcome.line, card=outcome.card)


def _fitting(allowed: list[CalendarEntry], said: str) -> list[CalendarEntry]:
    """Those whose name is what was said, else those that hold each of its words."""
    words = said.casefold().split()
    exact = [one for one in allowed if one.title.casefold() == " ".join(words)]
    return exact or [one for one in allowed if all(w in one.title.casefold() for w in words)]
