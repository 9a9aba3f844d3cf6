"""Open an action, the sign-offs that wait, the tracker with other filters, the tracker form."""

from __future__ import annotations

from usecases.actions.queue import queue_ref
from usecases.asking import Answer, Ask, verb
from usecases.showing import tell


@verb(subject="action")
async def open_action(ask: Ask) -> Answer:
    """The action in the pressed card's place."""
    return Answer(view="action_assigned", about=ask.ref)


@verb(subject="person")
async def open_sign_offs(ask: Ask) -> Answer:
    """All that wait, one after the other, on a card of its own below."""
    await tell(ask.uow, "action_sign_off", queue_ref(ask.actor), ask.actor.id, now=ask.now)
    return Answer(view="action_tracker", about=ask.ref, line="Here they are, one after the other.")


@verb(subject="person")
async def filter_actions(ask: Ask) -> Answer:
    """The tracker again, with what its inputs ask for."""
    return Answer(view="action_tracker", about=ask.ref, typed=dict(ask.inputs))


@verb(subject="person")
async def open_tracker_form(ask: Ask) -> Answer:
    """The form below in the chat."""
    await tell(ask.uow, "action_review", ask.ref, ask.actor.id, now=ask.now)
    return Answer(view="action_tracker", about=ask.ref, line="Here is the tracker form.")
