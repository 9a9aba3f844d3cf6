"""What must be done besides grading before an assessment can be submitted, and what follows it.

A module registers a function with ``@before_submitting``; it gives a gate for each thing that is
still open, and no other file is edited for it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from domain.audits.audit import Seat
from domain.refs import Ref
from usecases.asking import Ask, load_all
from usecases.audits.occasions import enter
from usecases.audits.scene import Scene
from usecases.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """One thing that is still open.

    ``phrase`` is a noun phrase for "… is missing before you can submit"; ``title`` is that of the
    button (at most 24 characters) that asks for ``verb`` on ``ref``.
    """

    phrase: str
    title: str
    verb: str
    ref: Ref
    version: int


Check = Callable[[UnitOfWork, Scene, Seat], Awaitable[Sequence[Gate]]]
After = Callable[[Ask, Scene, Seat], Awaitable[None]]

_CHECKS: dict[str, Check] = {}
_AFTER: dict[str, After] = {}


def before_submitting(check: Check) -> Check:
    """Have a function asked before every submission; the order is that of the names."""
    return enter(_CHECKS, check)


def after_submitting(follow: After) -> After:
    """Have a function called in the transaction of every submission."""
    return enter(_AFTER, follow)


async def gates(uow: UnitOfWork, scene: Scene, seat: Seat) -> list[Gate]:
    """Everything that still stands between the seat and submitting; a panel has none of it."""
    load_all()
    if seat.panel:
        return []
    found = [await check(uow, scene, seat) for _, check in sorted(_CHECKS.items())]
    return [gate for of_one in found for gate in of_one]


async def submitted(ask: Ask, scene: Scene, seat: Seat) -> None:
    """Call everything that follows a submission."""
    load_all()
    for _, follow in sorted(_AFTER.items()):
        await follow(ask, scene, seat)
