"""What commands work with; ``app.py`` builds it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

import typer
from rich.console import Console

from domain.faults import Fault
from domain.frameworks.framework import FrameworkFault
from usecases.council import Council
from usecases.ports import UnitsOfWork

T = TypeVar("T")
OPERATOR = "operator"  # who did it, in the trail, when it came by the command line

console = Console(highlight=False, soft_wrap=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """An open database and the council that it serves."""

    units: UnitsOfWork
    council: Council
    clock: Callable[[], datetime]


Open = Callable[[], AbstractAsyncContextManager[Service]]


@contextmanager
def said() -> Iterator[None]:
    """A fault is said in a sentence, or in several, and ends the command with exit code 1."""
    try:
        yield
    except FrameworkFault as fault:
        for line in fault.faults or (fault.message,):
            console.print(line, markup=False)
        raise typer.Exit(1) from fault
    except Fault as fault:
        console.print(fault.message, markup=False)
        raise typer.Exit(1) from fault


def run(work: Coroutine[object, object, T]) -> T:
    """Run a command's work."""
    with said():
        return asyncio.run(work)
