"""Book the talk about what a worker did, and tell whoever takes part (SEF-37)."""

from __future__ import annotations

from datetime import date

from cards.nominations.interview_booked import InterviewBooked
from domain.audits.grading import accept_words
from domain.calendar.working_days import end_of_day
from domain.faults import Fault
from domain.nominations.nomination import NoteKind
from domain.nominations.verifying import WITHIN_DAYS, rule_of
from usecases.asking import Answer, Ask, verb
from usecases.nominations.deciding import must_stand_apart, noted, open_for, shown
from usecases.nominations.steps import nomination_ref, save
from usecases.showing import Look, shows, tell

VIEW = "interview_booked"
LONGEST = 120
NO_INTERVIEW = "The framework asks for no interview here, so nothing was booked."
WHEN = "Please choose a day from today on. Nothing was booked."
WHERE = f"Please write time and place, in {LONGEST} characters at most. Nothing was booked."


@verb(subject="nomination", past="booked the interview")
async def book_interview(ask: Ask) -> Answer:
    """Keep day, time and place; nominee and nominator are told, and the write-up has time."""
    nomination = await open_for(ask)
    await must_stand_apart(ask, nomination)
    rule = rule_of(ask.council.framework, nomination.rule)
    if not rule.interview:
        raise Fault(NO_INTERVIEW)
    day, place = _day(ask), accept_words("place", ask.typed("place"), said="line")
    if not place or len(place) > LONGEST:
        raise Fault(WHERE, field="place")
    booked = await noted(ask, nomination, NoteKind.BOOKED, f"{day.isoformat()} {place}")
    saved = await save(ask.uow, booked, "book_interview", ask.now, actor=ask.actor.id)
    about = nomination_ref(saved)
    last = day.fromordinal(day.toordinal() + (rule.within_days or WITHIN_DAYS))
    await ask.uow.duties.postpone(about, end_of_day(last), ask.now)
    for person in dict.fromkeys((saved.nominee, saved.nominator)):
        if person:
            await tell(ask.uow, VIEW, about, person, now=ask.now, once=f"v{saved.version}")
    return shown(saved, "Booked. Nominee and nominator have been told.")


def _day(ask: Ask) -> date:
    try:
        day = date.fromisoformat(ask.typed("interview_on").strip())
    except ValueError:
        raise Fault(WHEN, field="interview_on") from None
    if day < ask.today:
        raise Fault(WHEN, field="interview_on")
    return day


@shows(VIEW)
async def show_interview(look: Look) -> InterviewBooked | None:
    """For nominee and nominator; None for anybody else, and before it is booked."""
    nomination = await look.uow.nominations.get(look.about.number)
    if nomination is None or nomination.booked is None:
        return None
    if look.reader.id not in {nomination.nominee, nomination.nominator}:
        return None
    people = await look.uow.people.all()
    nominee, verifier = (people.get(one or "") for one in (nomination.nominee, nomination.verifier))
    day, place = nomination.booked
    return InterviewBooked(
        ref=look.about,
        version=nomination.version,
        number=nomination.number,
        rule=rule_of(look.council.framework, nomination.rule).title,
        nominee=nominee.name if nominee else "Somebody who has left",
        by=verifier.name if verifier else "The QA team",
        day=day,
        place=place,
        own=look.reader.id == nomination.nominee,
        over=not nomination.open,
        notice=look.notice or None,
    )
