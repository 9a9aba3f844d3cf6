"""quota: one's own; quota team: everybody below; quota and a name: one of them."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from dialogs.lexicon import plain
from domain.refs import Ref
from usecases.quotas.standing import below
from usecases.showing import look_at

NONE = "The framework asks no quota of your role. Type quota team for those below you."
NO_TEAM = "Nobody below you owes a quota. Type quota for your own."


@command("quota", "my quota", "quotas", "my quotas")
async def quota(heard: Heard, _: tuple[str, ...]) -> Reply:
    """What is done and what is still owed, part by part."""
    card = await look_at("quota", heard.look(heard.me))
    return Reply(card=card) if card else Reply(line=NONE)


@command("quota team", "team quota", "team quotas", "quotas of my team")
async def quota_team(heard: Heard, _: tuple[str, ...]) -> Reply:
    """Everybody below, whoever is furthest behind first."""
    card = await look_at("team_quota", heard.look(heard.me))
    return Reply(card=card) if card else Reply(line=NO_TEAM)


@command(pattern=r"^quota (?:of |for )?(?!team$)(\S.{0,60})$")
async def quota_of(heard: Heard, groups: tuple[str, ...]) -> Reply:
    """Somebody below by first or full name; nobody else's is shown."""
    people = await heard.uow.people.all()
    said = plain(groups[0])
    named = [
        person
        for person in below(heard.actor, people, heard.council)
        if said in {plain(person.name), plain(person.first_name)}
    ]
    if len(named) != 1:
        why = "Several people are" if named else "Nobody below you with a quota is"
        return Reply(
            line=f"{why} called {groups[0].strip().title()}. Type quota team for all of them."
        )
    card = await look_at("quota", heard.look(Ref("person", named[0].id)))
    return Reply(card=card) if card else Reply(line=NO_TEAM)
