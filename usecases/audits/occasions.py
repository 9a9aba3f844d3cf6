"""What else happens when an audit begins, is submitted, could be settled, ends or is cancelled.

Any module of this package may register a function; it is called in the same transaction, must be
safe where there is nothing for it to do, and the order is that of the names.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from domain.audits.audit import Seat
from domain.audits.outcome import Outcome
from usecases.asking import TwiceRegisteredError, load_all
from usecases.audits.scene import Scene
from usecases.ports import UnitOfWork

F = TypeVar("F", bound=Callable[..., Any])  # a function of one of the shapes below

Begun = Callable[[UnitOfWork, Sequence[Scene], datetime], Awaitable[None]]
Offered = Callable[[UnitOfWork, Sequence[tuple[Scene, Seat]], datetime], Awaitable[None]]
Holding = Callable[[UnitOfWork, Scene], Awaitable[bool]]
Found = Callable[[UnitOfWork, Scene, datetime], Awaitable[None]]
Follow = Callable[[UnitOfWork, Scene, Outcome, datetime], Awaitable[None]]

_BEGUN: dict[str, Begun] = {}
_OFFERED: dict[str, Offered] = {}
_HOLDING: dict[str, Holding] = {}
_FOUND: dict[str, Found] = {}
_FOLLOWING: dict[str, Follow] = {}
_CANCELLED: dict[str, Found] = {}


def enter(registry: dict[str, F], function: F) -> F:
    """Keep a function under its name; raises TwiceRegisteredError."""
    name = function.__name__
    if name in registry:
        raise TwiceRegisteredError(f"{name!r} is called twice on one occasion: rename one")
    registry[name] = function
    return function


def on_begun(function: Begun) -> Begun:
    """Have a function called when the cards of audits go out, with as many as go out together."""
    return enter(_BEGUN, function)


def on_offered(function: Offered) -> Offered:
    """Have a function called when seats are offered, with as many as are offered together."""
    return enter(_OFFERED, function)


def before_settling(function: Holding) -> Holding:
    """Have a function asked, once all is in, whether the audit must still wait."""
    return enter(_HOLDING, function)


def on_findings(function: Found) -> Found:
    """Have a function called whenever an audit's findings go out.

    That may be twice, before the grades are final and then, so it must be safe to repeat.
    """
    return enter(_FOUND, function)


def on_final(function: Follow) -> Follow:
    """Have a function called when an audit becomes final."""
    return enter(_FOLLOWING, function)


def on_cancelled(function: Found) -> Found:
    """Have a function called when an audit is cancelled."""
    return enter(_CANCELLED, function)


async def audits_begun(uow: UnitOfWork, scenes: Sequence[Scene], now: datetime) -> None:
    """Call everything that belongs to audits that begin."""
    load_all()
    for _, function in sorted(_BEGUN.items()):
        await function(uow, scenes, now)


async def seats_offered(
    uow: UnitOfWork, given: Sequence[tuple[Scene, Seat]], now: datetime
) -> None:
    """Call everything that belongs to seats that are offered."""
    load_all()
    for _, function in sorted(_OFFERED.items()):
        await function(uow, given, now)


async def must_wait(uow: UnitOfWork, scene: Scene) -> bool:
    """Whether anything keeps the audit from being settled."""
    load_all()
    return any([await function(uow, scene) for _, function in sorted(_HOLDING.items())])


async def findings_out(uow: UnitOfWork, scene: Scene, now: datetime) -> None:
    """Call everything that follows the findings."""
    load_all()
    for _, function in sorted(_FOUND.items()):
        await function(uow, scene, now)


async def audit_final(uow: UnitOfWork, scene: Scene, outcome: Outcome, now: datetime) -> None:
    """Call everything that follows a final grade."""
    load_all()
    for _, function in sorted(_FOLLOWING.items()):
        await function(uow, scene, outcome, now)


async def audit_cancelled(uow: UnitOfWork, scene: Scene, now: datetime) -> None:
    """Call everything that ends with an audit that is cancelled."""
    load_all()
    for _, function in sorted(_CANCELLED.items()):
        await function(uow, scene, now)
