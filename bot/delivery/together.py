"""Several that want the same thing at the same time get it in one go."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Case(Generic[Asked, Given]):
    """What somebody asks for, and where they wait for it."""

    asked: Asked
    waiting: asyncio.Future[Given]

    def give(self, given: Given) -> None:
        """Answer; who does not wait any more is not sought."""
        if not self.waiting.done():
            self.waiting.set_result(given)

    def fail(self, error: Exception) -> None:
        """Tell them that it did not work."""
        if not self.waiting.done():
            self.waiting.set_exception(error)


class Together(Generic[Asked, Given]):
    """Nobody waits for company: the first goes at once; who comes meanwhile goes next, together.

    ``work`` answers the cases of one group, of ``most`` at most; a case that it leaves without an
    answer fails with what it raised.
    """

    def __init__(
        self, work: Callable[[Sequence[Case[Asked, Given]]], Awaitable[None]], *, most: int
    ) -> None:
        self._work = work
        self._most = most
        self._cases: list[Case[Asked, Given]] = []
        self._working: asyncio.Task[None] | None = None

    async def ask(self, asked: Asked) -> Given:
        """Wait for one's own answer; raises what the work raised."""
        case: Case[Asked, Given] = Case(asked, asyncio.get_running_loop().create_future())
        self._cases.append(case)
        if self._working is None:
            self._working = asyncio.create_task(self._work_off())
        return await case.waiting

    async def done(self) -> None:
        """Wait until nothing is under way, even where nobody waits for it any more."""
        while self._working is not None:
            await asyncio.wait([self._working])

    async def _work_off(self) -> None:
        try:
            while self._cases:
                group, self._cases = self._cases[: self._most], self._cases[self._most :]
                await self._one_go(group)
        finally:
            self._working = None

    async def _one_go(self, group: Sequence[Case[Asked, Given]]) -> None:
        try:
            await self._work(group)
        except Exception as error:  # noqa: BLE001 - it is raised where somebody waits
            for case in group:
                case.fail(error)
