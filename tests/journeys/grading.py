"""Grading as people do it, area by area."""

from __future__ import annotations

from collections.abc import Mapping

from tests.journeys.client import words
from tests.journeys.person import Answer, Somebody

GOOD, RI = "good", "requires_improvement"


async def grades(
    who: Somebody, areas: int, *, but: Mapping[int, str] | None = None, grade: str = GOOD
) -> None:
    """From a started form through all areas to the summary; ``but`` grades some differently."""
    for number in range(1, areas + 1):
        await who.presses(
            "Next",
            grade=(but or {}).get(number, grade),
            evidence=f"Seen in the record, area {number}",
            strengths=f"Strong in area {number}",
            develop=f"More of it in area {number}",
        )


async def submits(who: Somebody, overall: str = GOOD) -> Answer:
    """From the summary to the receipt."""
    because = "The child is safer than a year ago"
    return await who.presses("Submit audit", overall=overall, reason=because)


async def audits(who: Somebody, areas: int, **how: str) -> Answer:
    """The whole of one seat: start, grade everything the same, submit."""
    await who.presses("Start now")
    await grades(who, areas, grade=how.get("grade", GOOD))
    return await submits(who, how.get("grade", GOOD))


def shows_inputs(card: object) -> bool:
    """Whether anything on the card could still be filled in."""
    return "Input." in str(card)


def read(answer: Answer) -> str:
    """The card of an answer as words; fails where it was a line."""
    assert answer.card is not None, answer.line
    return words(answer.card)
