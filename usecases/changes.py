"""What happened to a subject since somebody got its card, told from the trail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.trail import Entry
from usecases.asking import Ask, verbs

PAST_OF_THE_SERVICE = {
    "allocate_seat": "passed it on",
    "leave_seat_vacant": "gave it back",
    "compare_assessments": "compared what is in",
}
"""What is no verb of a person, told like one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing done: when, by whom, and in words: "Tess Marlow accepted it"."""

    at: datetime
    actor: str
    words: str


async def changes_since(ask: Ask, version: object) -> list[Change]:
    """Entries of the subject that made a version after the given one, oldest first."""
    known = version if isinstance(version, int) else 0
    return [
        Change(at=entry.at, actor=entry.actor, words=await _words(ask, entry))
        for entry in await ask.uow.trail.of(ask.ref)
        if _made(entry) > known
    ]


def _made(entry: Entry) -> int:
    version = entry.details.get("version")
    return version if isinstance(version, int) else 0


async def _words(ask: Ask, entry: Entry) -> str:
    verb = verbs().get(entry.action)
    known = PAST_OF_THE_SERVICE.get(entry.action, "changed it")
    past = verb.past if verb and verb.past else known
    if entry.actor == ask.actor.id:
        return f"You {past}"
    who = await ask.uow.people.get(entry.actor)
    return f"{who.name if who else 'Practice Loop'} {past}"
