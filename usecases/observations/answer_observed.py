"""Whoever was seen reads what was written, and can answer."""

from __future__ import annotations

from dataclasses import replace

from cards.observations.observation_shared import LIMIT
from domain.audits.grading import accept_words
from domain.faults import Fault, NotFoundFault
from domain.focus import Focus
from domain.observations.observation import Observation
from usecases.asking import Answer, Ask, verb
from usecases.observations.steps import SHARED, record
from usecases.showing import tell


@verb(subject="observed", past="opened it")
async def open_observed(ask: Ask) -> Answer:
    """One that is on the record, in place of the pressed card."""
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=SHARED, subject=ask.ref), ask.now)
    return Answer(view=SHARED, about=ask.ref, line="Here is the observation.")


@verb(subject="observed", past="read it")
async def read_observation(ask: Ask) -> Answer:
    """Note that it was read."""
    found = await _found(ask)
    return await _keep(ask, replace(found, read_at=ask.now), "read_observation", "Thank you.")


@verb(subject="observed", past="commented on it")
async def comment_observation(ask: Ask) -> Answer:
    """Keep their words beside the observer's, who hears of it."""
    found = await _found(ask)
    words = accept_words("comment", ask.typed("comment"))
    if not words:
        raise Fault("Please write your comment. Nothing was kept.", field="comment")
    if len(words) > LIMIT:
        raise Fault(f"Please keep this to {LIMIT:,} characters.", field="comment")
    said = replace(found, comment=words, read_at=ask.now)
    done = await _keep(ask, said, "comment_observation", "Thank you. Your words stand beside it.")
    await tell(ask.uow, SHARED, said.shared, said.observer, now=ask.now, once="commented")
    return done


async def _found(ask: Ask) -> Observation:
    found = await ask.uow.observations.get(ask.ref.number)
    if found is None or found.returned_at is None:
        raise NotFoundFault
    if found.comment:
        raise Fault("You have answered this, and your words stand. Nothing was changed.")
    return found


async def _keep(ask: Ask, changed: Observation, action: str, line: str) -> Answer:
    saved = await ask.uow.observations.save(changed)
    await record(ask.uow, saved, action, ask.now, actor=ask.actor.id)
    about = saved.shared
    return Answer(view=SHARED, about=about, changed=(about,), line=line)
