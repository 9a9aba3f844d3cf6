"""Greetings and thanks get an answer with a way on."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from usecases.showing import look_at


@command("hello", "hi", "hey", "hello there", "good morning", "good afternoon")
async def hello(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The welcome again, with what is waiting now."""
    return Reply(card=await look_at("welcome", heard.look(heard.me)))


@command("thanks", "thank you", "cheers", "ta", "great", "ok", "okay", "bye")
async def thanks(heard: Heard, _: tuple[str, ...]) -> Reply:
    """A short answer."""
    del heard
    return Reply(line="Thank you. Type my work when you want to see what is waiting.")
