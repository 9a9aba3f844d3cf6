"""intake: note what came in; complaint, compliment; intake count: what it comes to."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from domain.intake.terms import rules_for
from usecases.pressing import Press, press
from usecases.showing import look_at

NO_COUNT = "Nothing of the kind is noted or read by your role, so there is nothing to show."


@command("intake", "note intake", "new intake", pattern=r"^(?:note|log) (?:an? )?(.{4,60})$")
async def intake(heard: Heard, groups: tuple[str, ...]) -> Reply | None:
    """The form; of the entry or kind that was named, where several are the person's."""
    if not groups:
        return await _begun(heard, {})
    said = groups[0].casefold()
    named = [
        rule
        for rule in rules_for(heard.council.framework, heard.actor)
        if said in rule.title.casefold() or said in {kind.casefold() for kind in rule.kinds}
    ]
    return await _begun(heard, {"rule": named[0].key, "kind": groups[0]}) if named else None


@command("complaint", "complaints", "new complaint")
async def complaint(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The form of whatever the person notes that has complaints among it."""
    return await _of_kind(heard, "complaint")


@command("compliment", "compliments", "new compliment")
async def compliment(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The same for compliments."""
    return await _of_kind(heard, "compliment")


@command("intake count", "count intake", "intake report")
async def intake_count(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The last whole period and this one."""
    card = await look_at("intake_count", heard.look(heard.me))
    return Reply(card=card) if card else Reply(line=NO_COUNT)


async def _of_kind(heard: Heard, kind: str) -> Reply:
    rules = rules_for(heard.council.framework, heard.actor)
    named = [r.key for r in rules if kind in {one.casefold() for one in r.kinds}]
    return await _begun(heard, {"rule": named[0], "kind": kind} if named else {})


async def _begun(heard: Heard, inputs: dict[str, str]) -> Reply:
    what = Press(verb="begin_intake", ref=str(heard.me), version=1, inputs=inputs)
    outcome = await press(heard.uow, heard.council, heard.actor, what, heard.now)
    return Reply(line=outcome.line, card=outcome.card if outcome.done else None)
