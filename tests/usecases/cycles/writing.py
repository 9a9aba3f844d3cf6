"""Helpers: hire somebody for one council, write an audit up, read what was opened."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.audits.audit import Audit, Seat
from domain.cases.case import Case
from domain.people.person import Person
from tests.chat import Chat
from tests.town import Town


def hired(name: str, role: str, *, team: str = "", boss: str | None = None) -> Person:
    """Somebody whom the cast does not have."""
    return Person(
        id=name.split(maxsplit=1)[0].lower(),
        name=name,
        email=f"{name.split(maxsplit=1)[0].lower()}@example.org",
        aad_object_id=f"aad-{name.split(maxsplit=1)[0].lower()}",
        roles=frozenset({role}),
        team=team,
        service=team,
        line_manager=boss,
    )


async def opened(town: Town, programme: str) -> list[tuple[Audit, list[Seat]]]:
    """Every audit of a programme, with its seats, the newest cycle first."""
    cycles = await town.read(lambda uow: uow.audits.cycles(programme))
    return [pair for cycle in cycles for pair in await town.audits(cycle.id)]


async def looked_at(town: Town, audit: Audit) -> Case:
    """What the audit looks at, as it is kept."""
    case = await town.read(lambda uow: uow.cases.get(audit.case_ref))
    assert case is not None
    return case


async def writes(chat: Chat, areas: int, answers: tuple[str, ...] = ()) -> str:
    """From the allocation card to the receipt; ``answers`` stand for the last areas."""
    for number in range(1, areas + 1):
        place = number - 1 - (areas - len(answers))
        grade = answers[place] if place >= 0 else ""
        await chat.press("finish_area", grade=grade, evidence=f"Seen, area {number}")
    return (await chat.press("submit_assessment", reason="What it comes to")).line


async def settles(town: Town) -> None:
    """Time goes by until nothing can be withdrawn, and the clock settles what is in."""
    town.later(minutes=11)
    await town.settle()


def day(text: str) -> datetime:
    """``2026-06-01`` at nine in the morning, UTC."""
    return datetime.fromisoformat(f"{text}T09:00:00+00:00")


WEEK = timedelta(days=7)
