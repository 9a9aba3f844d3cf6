"""learning done: put a piece of learning on record, by card or in one line."""

from __future__ import annotations

import re

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from dialogs.lexicon import plain
from domain.quotas.piece import Company
from usecases.pressing import Press, press
from usecases.quotas.recording import Choices, choices
from usecases.showing import look_at

NOTHING_OWED = "The framework asks no quota of your role, so there is nothing to record."
_BEGINS = re.compile(r"^\s*learning\s+done[:,]?\s+", re.IGNORECASE)
COMPANIES = {"alone": Company.INDIVIDUAL, "group": Company.GROUP, "in a group": Company.GROUP}


@command("learning done", "record learning", "record a piece", "piece done")
async def learning_done(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The form."""
    card = await look_at("piece_form", heard.look(heard.me))
    return Reply(card=card) if card else Reply(line=NOTHING_OWED)


@command(pattern=r"^learning done[:,]? \S")
async def learning_done_at_once(heard: Heard, _: tuple[str, ...]) -> Reply:
    """``learning done other, 2026-10-03, group, form F-12``: what, then in any order the rest.

    ``team told`` ticks that the team was told, where the council asks for that (LEI-12).
    """
    allowed = await choices(heard.uow, heard.council, heard.actor, heard.look(heard.me).today)
    if not allowed.parts:
        return Reply(line=NOTHING_OWED)
    # as it was typed: the words of a command come in small letters
    inputs = _read(_BEGINS.sub("", heard.text), allowed)
    if "part" not in inputs:
        known = ", ".join(allowed.parts.values())
        return Reply(line=f"Say first what it was: {known}. Like: learning done other, form F-12.")
    what = Press(verb="record_piece", ref=str(heard.me), version=1, inputs=inputs)
    outcome = await press(heard.uow, heard.council, heard.actor, what, heard.now)
    return Reply(line=outcome.line, card=outcome.card if outcome.done else None)


def _read(text: str, allowed: Choices) -> dict[str, str]:
    """The inputs of the form out of words between commas; what is left is what was found."""
    first, *others = (word.strip() for word in text.split(","))
    keys = {said: key for key, said in allowed.parts.items()}
    inputs = {"part": keys[plain(first)]} if plain(first) in keys else {}
    about = {plain(person.name): person.id for person in allowed.about}
    tells = {key.replace("_", " "): key for key in allowed.tells}
    rest = []
    for word in others:
        said = plain(word)
        if said in COMPANIES:
            inputs["company"] = COMPANIES[said].value
        elif said in about:
            inputs["about"] = about[said]
        elif said.replace("-", "").isdecimal():
            inputs["done_on"] = word
        elif said in tells:
            inputs["told"] = ",".join(filter(None, (inputs.get("told"), tells[said])))
        elif said.startswith("form "):
            inputs["form"] = word[len("form ") :].strip()
        elif word:
            rest.append(word)
    return {**inputs, "findings": ", ".join(rest)} if rest else inputs
