"""What tests of moderation share: pairs and single audits that are in, and the clock's ticks."""

from __future__ import annotations

from datetime import UTC, date, datetime

from domain.audits.audit import Seat
from domain.moderation.moderation import Moderation
from domain.people.person import Person
from tests.town import OPENS, Town
from tests.usecases.moderation.seeding import submits
from usecases.moderation.draw_moderations import draw_moderations
from usecases.moderation.hand_over_seats import hand_over_seats
from usecases.moderation.opening import open_moderations

GOOD, RI, INADEQUATE = "good", "requires_improvement", "inadequate"
AREAS = 6
DECIDE = "moderation_decision"


def person(name: str, role: str, boss: str | None = None, team: str = "") -> Person:
    """Somebody further of the staff list; the first name in small letters is the id."""
    first = name.split(maxsplit=1)[0].lower()
    return Person(id=first, name=name, roles=frozenset({role}), team=team, line_manager=boss)


def at(text: str) -> datetime:
    """A moment in UTC: ``at("2026-12-22 09:00")``."""
    return datetime.fromisoformat(f"{text}:00").replace(tzinfo=UTC)


async def differing_pair(
    town: Town,
    *,
    peer: dict[int, str] | None = None,
    overall: tuple[str, str] = (GOOD, GOOD),
    ref: str = "C-23087",
    opens_on: date = OPENS,
) -> int:
    """Tess found all Good; Ada the same but for ``peer``. Both are in and compared."""
    audit = await town.audit(ref, opens_on, lead="tess", peer="ada")
    alike = dict.fromkeys(range(1, AREAS + 1), GOOD)
    lead, second = await town.seat(audit, "lead"), await town.seat(audit, "peer")
    await submits(
        town.units, lead.id, {**alike, 0: overall[0]}, now=town.now, words="What tess saw"
    )
    other = {**alike, **(peer or {}), 0: overall[1]}
    await submits(town.units, second.id, other, now=town.now, words="What ada saw")
    await settled(town)
    return audit


async def settled(town: Town) -> None:
    """The time to withdraw is over, and the clock compares what is in."""
    town.later(minutes=10)
    await town.settle()


async def ticks(town: Town) -> tuple[int, int, int]:
    """What the clock does for moderation; gives how many were drawn, opened and handed over."""
    async with town.units() as uow:
        drawn = await draw_moderations(uow, town.council, town.now)
        opened = await open_moderations(uow, town.council, town.now)
        handed = await hand_over_seats(uow, town.council, town.now)
        await uow.commit()
    await town.deliver()
    return drawn, opened, handed


async def moderation_of(town: Town, audit: int) -> Moderation:
    """How an audit stands to moderation."""
    found = await town.read(lambda uow: uow.moderations.of_audit(audit))
    assert found is not None
    return found


async def panel(town: Town, audit: int) -> list[Seat]:
    """The seats of an audit's panel."""
    seats = await town.read(lambda uow: uow.audits.seats_of(audit))
    return [seat for seat in seats if seat.panel]


async def grades_alone(town: Town, who: str, grades: dict[int, str] | None = None) -> None:
    """A member of the panel gives their own grades, without a word of evidence."""
    chat = town.chat(who)
    await chat.press("start_audit")
    areas = len(town.council.framework.programme(town.programme).areas)
    for area in range(1, areas + 1):
        done = await chat.press("finish_area", grade=(grades or {}).get(area, GOOD))
        assert done.done, done.line
        assert not done.notice, done.notice
    sent = await chat.press("submit_assessment", overall=(grades or {}).get(0, GOOD))
    assert sent.done, sent.line
    assert not sent.notice, sent.notice
