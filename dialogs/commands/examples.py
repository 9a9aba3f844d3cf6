"""ask for examples: whoever the framework names is asked for good practice."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from domain.audits.briefing import people_name
from domain.calendar.wording import say_count
from usecases.cycles.examples import ask_for_examples

NOT_FOR_YOU = "Good practice is asked for by those who run the audits. Type my work for yours."
NONE_HERE = "This council's framework asks nobody for examples of good practice."


@command("ask for examples", "ask for good practice")
async def ask_for_examples_of_all(heard: Heard, _: tuple[str, ...]) -> Reply:
    """Ask everybody who may name a record; nobody is asked twice at a time."""
    if not heard.council.coordinates(heard.actor):
        return Reply(line=NOT_FOR_YOU)
    every = heard.council.framework.programmes.values()
    # where people choose everything that is looked at, they are not asked for good practice
    programmes = [one for one in every if one.selection.chosen_by and not people_name(one)]
    if not programmes:
        return Reply(line=NONE_HERE)
    asked = sum(
        [
            await ask_for_examples(heard.uow, heard.council, each, heard.actor, heard.now)
            for each in programmes
        ]
    )
    return Reply(line=f"{say_count(asked, 'person was', 'people were')} asked for good practice.")
