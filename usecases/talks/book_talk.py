"""Book a talk, or cancel its booking (SEF-03, HER-04, SOM-04)."""

from __future__ import annotations

from datetime import datetime

from cards.talks.parts import moment
from domain.faults import Fault
from domain.talks.rules import USUAL_MINUTES
from domain.talks.talk import TalkState
from domain.talks.when import read_when, start_of
from usecases.asking import Answer, Ask, verb
from usecases.talks.booking import book, unbook
from usecases.talks.finding import TalkAt, back_to_grading, talk_for


@verb(subject="talk", past="booked the talk")
async def book_talk(ask: Ask) -> Answer:
    """Take a start and a length, from the form or as typed; book the talk or book it anew."""
    at = await talk_for(ask)
    start, minutes = _wanted(ask, at)
    await book(ask, at, start, minutes)
    await back_to_grading(ask, at.seats)
    line = f"You talk on {moment(start)} for {minutes} minutes. Everybody invited has been told."
    return Answer(view="talk", about=at.ref, changed=at.changed, line=line)


@verb(subject="talk", past="cancelled the booking")
async def cancel_talk(ask: Ask) -> Answer:
    """Take the booking back."""
    at = await talk_for(ask)
    if at.talk.state is not TalkState.BOOKED:
        raise Fault("This talk is not booked, so there was nothing to cancel.")
    await unbook(ask, at)
    line = "The booking is cancelled, and everybody invited has been told."
    return Answer(view="talk", about=at.ref, changed=at.changed, line=line)


def _wanted(ask: Ask, at: TalkAt) -> tuple[datetime, int]:
    """The start and the length in minutes; raises Fault where they cannot be read."""
    usual = at.talk.minutes or at.rule.minutes or USUAL_MINUTES
    if typed := ask.typed("when"):
        when = read_when(typed, ask.today)
        return when.start, usual if when.minutes is None else when.minutes
    minutes = _minutes(ask.typed("minutes"), usual)
    if ask.typed("day") or ask.typed("time"):
        day, time = ask.typed("day"), ask.typed("time")
        return start_of(day, time, day_field="day", time_field="time"), minutes
    if offered := ask.typed("offered"):
        return _offered(offered), minutes
    raise Fault("Please choose a day and a time. Nothing was booked.", field="day")


def _offered(text: str) -> datetime:
    try:
        start = datetime.fromisoformat(text)
    except ValueError as error:
        raise Fault("Please choose a day and a time. Nothing was booked.") from error
    if start.tzinfo is None:
        raise Fault("Please choose a day and a time. Nothing was booked.")
    return start


def _minutes(text: str, usual: int) -> int:
    if not text:
        return usual
    if not (text.isascii() and text.isdecimal() and len(text) <= 4):
        raise Fault("Please give the length in minutes, such as 60.", field="minutes")
    return int(text)
