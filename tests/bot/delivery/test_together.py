from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from bot.delivery.together import Case, Together


class Work:
    """Doubles numbers, a group at a time, as soon as it is let."""

    def __init__(self) -> None:
        self.groups: list[list[int]] = []
        self.begun = asyncio.Event()
        self.let = asyncio.Event()
        self.let.set()

    async def __call__(self, cases: Sequence[Case[int, int]]) -> None:
        self.groups.append([case.asked for case in cases])
        self.begun.set()
        await self.let.wait()
        for case in cases:
            if case.asked == 13:
                raise ValueError(str(case.asked))
            case.give(2 * case.asked)


@pytest.fixture
def work() -> Work:
    return Work()


async def test_the_first_goes_at_once_and_who_comes_meanwhile_goes_together(work: Work) -> None:
    together = Together[int, int](work, most=9)
    work.let.clear()
    first = asyncio.create_task(together.ask(1))
    await work.begun.wait()
    others = [asyncio.create_task(together.ask(number)) for number in (2, 3, 4)]
    await asyncio.sleep(0)
    work.let.set()

    assert await asyncio.gather(first, *others) == [2, 4, 6, 8]
    assert work.groups == [[1], [2, 3, 4]]


async def test_a_group_is_no_larger_than_it_may_be(work: Work) -> None:
    together = Together[int, int](work, most=2)
    given = await asyncio.gather(*(together.ask(number) for number in range(5)))

    assert given == [0, 2, 4, 6, 8]
    assert work.groups == [[0, 1], [2, 3], [4]]


async def test_an_error_reaches_those_who_have_no_answer_yet(work: Work) -> None:
    together = Together[int, int](work, most=9)
    asked = (together.ask(number) for number in (1, 13, 2))
    answered, *failed = await asyncio.gather(*asked, return_exceptions=True)

    assert answered == 2
    assert [type(error) for error in failed] == [ValueError, ValueError]
    assert await together.ask(5) == 10


async def test_what_was_asked_for_is_done_even_where_nobody_waits_any_more(work: Work) -> None:
    together = Together[int, int](work, most=9)
    work.let.clear()
    waiting = asyncio.create_task(together.ask(1))
    await work.begun.wait()
    waiting.cancel()
    done = asyncio.create_task(together.done())
    await asyncio.wait([waiting])
    assert not done.done()
    work.let.set()
    await done
    assert await together.ask(2) == 4


async def test_where_nothing_was_asked_there_is_nothing_to_wait_for(work: Work) -> None:
    await Together[int, int](work, most=9).done()
    assert work.groups == []
