"""Who may write a voice down, and who may read it."""

from __future__ import annotations

from datetime import date

from domain.people.lines import manages
from domain.people.person import Person
from usecases.audits.holding import holds_seat
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.standing import stands_for
from usecases.talks.open_talks import family_seats
from usecases.voices.finding import VoiceAt


async def writes(uow: UnitOfWork, at: VoiceAt, person: Person, today: date) -> bool:
    """In an audit whoever hears its family; alone whoever began it. Covers stand in for both."""
    if at.scene is None:
        return await stands_for(uow, person, at.voice.noted_by, today)
    seats = family_seats(at.scene)
    return any([await holds_seat(uow, person, seat, today) for seat in seats])


async def reads(uow: UnitOfWork, council: Council, at: VoiceAt, person: Person) -> bool:
    """Outside an audit, once it is kept: whoever runs cycles, and whom the way names.

    A manager whom it names reads what is said of the work of people in their own line.
    """
    if at.way is None or not at.voice.settled:
        return False
    if council.coordinates(person):
        return True
    if not person.holds(frozenset(at.way.to)):
        return False
    about = await _about(uow, at)
    people = await uow.people.all()
    leads = any(one.line_manager == person.id for one in people.values())
    return about is None or not leads or manages(person, about, people)


async def _about(uow: UnitOfWork, at: VoiceAt) -> Person | None:
    """The practitioner whose work it is about, or the record's worker."""
    case = await uow.cases.get(at.voice.case_ref) if at.voice.case_ref else None
    found = at.voice.practitioner or (case.worker if case else None)
    return await uow.people.get(found) if found else None
