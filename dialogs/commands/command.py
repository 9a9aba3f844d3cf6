"""What a command is, and the registry of all of them."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cache

from dialogs.heard import Heard, Reply

Run = Callable[[Heard, tuple[str, ...]], Awaitable[Reply | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Words that mean it exactly, or a pattern whose groups are given to it.

    A command that gives None did not mean that message after all.
    """

    name: str
    run: Run
    words: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = None


_COMMANDS: dict[str, Command] = {}


class TwoCommandsError(Exception):
    """Two functions answer to the same word."""


def command(*words: str, pattern: str = "") -> Callable[[Run], Run]:
    """Make a function the answer to some words; the first is its name for people."""

    def enter(run: Run) -> Run:
        taken = {word for known in _COMMANDS.values() for word in known.words} & set(words)
        if taken:
            raise TwoCommandsError(f"{sorted(taken)} already belong to another command")
        name = words[0] if words else run.__name__
        _COMMANDS[name] = Command(
            name=name,
            run=run,
            words=words,
            pattern=re.compile(pattern, re.IGNORECASE) if pattern else None,
        )
        return run

    return enter


@cache
def commands() -> Mapping[str, Command]:
    """Every command by name."""
    package = importlib.import_module("dialogs.commands")
    for module in pkgutil.iter_modules(package.__path__, "dialogs.commands."):
        importlib.import_module(module.name)
    return dict(sorted(_COMMANDS.items()))


@cache
def command_words() -> Mapping[str, str]:
    """Every word with the name of its command."""
    return {word: name for name, known in commands().items() for word in known.words}
