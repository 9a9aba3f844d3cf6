"""What the bot answers where others read along: a short line, and nothing that was said."""

from __future__ import annotations

from dialogs.heard import Heard
from dialogs.nominating import nomination_in
from domain.faults import Fault
from usecases.nominations.beginning import begin_nomination

TAKEN = "Thank you. The rest of your nomination is in our own chat."
NO_CHAT = (
    "Thank you. I have kept your nomination. Please open a chat with me and type nominate: "
    "the rest is there."
)


async def answer_in_channel(heard: Heard) -> str | None:
    """The line for a nomination; None where the message says something else."""
    said = nomination_in(heard.text)
    if said is None:
        return None
    try:
        await begin_nomination(heard.uow, heard.council, heard.actor, said, heard.now)
    except Fault as fault:
        await heard.uow.rollback()
        return fault.message
    reachable = await heard.uow.addresses.of(heard.actor.id)
    return TAKEN if reachable else NO_CHAT
