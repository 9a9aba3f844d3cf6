"""observations: to do, one's people, on record; observe and a name: write one down."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from domain.calendar.working_days import local_day
from domain.nominations.naming import whom
from usecases.pressing import Press, press
from usecases.showing import look_at


@command("observations", "my observations", "observation")
async def observations(heard: Heard, _: tuple[str, ...]) -> Reply:
    """Everything about observations that concerns the person."""
    return Reply(card=await look_at("observations", heard.look(heard.me)))


@command("observe", pattern=r"^observe (\S.{0,80})$")
async def observe(heard: Heard, groups: tuple[str, ...]) -> Reply:
    """The form, for whoever is named."""
    inputs = {}
    if groups:
        today = local_day(heard.now)
        people = (await heard.uow.people.all()).values()
        meant = whom(groups[0], [person for person in people if person.here_on(today)])
        if meant.one is None:
            near = " or ".join(person.name for person in meant.to_choose)
            more = f" Did you mean {near}?" if near else ""
            return Reply(line=f"I do not know who that is, so nothing was begun.{more}")
        inputs = {"whom": meant.one.id}
    what = Press(verb="begin_observation", ref=str(heard.me), version=1, inputs=inputs)
    outcome = await press(heard.uow, heard.council, heard.actor, what, heard.now)
    return Reply(line=outcome.line, card=outcome.card if outcome.done else None)
