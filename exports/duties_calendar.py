"""One's own duties as an .ics file, for a calendar of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from domain.agenda.dated import Dated

PRODUCT = "-//Practice Loop//Duties//EN"
AT_NINE = timedelta(hours=9)
LONGEST = 250


def write_duties(duties: Sequence[Dated], now: datetime) -> bytes:
    """The file: each duty an event of its whole day, with an alarm at nine; nobody is invited.

    ``now`` is aware: it says to a calendar which of two files is the newer one.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Practice Loop")
    for one in duties:
        calendar.add_component(_event(one, now))
    return bytes(calendar.to_ical())


def _event(one: Dated, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{one.uid}@practice-loop.example")
    event.add("dtstamp", now)
    event.add("last-modified", now)
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", _plain(one.text))
    if one.detail:
        event.add("description", _plain(one.detail))
    event.add("transp", "TRANSPARENT")  # a duty is no meeting: the day stays free
    event.add("class", "PRIVATE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", AT_NINE)
    alarm.add("description", _plain(one.text))
    event.add_component(alarm)
    return event


def _plain(text: str) -> str:
    """One line without control characters, which some calendars refuse."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:LONGEST]
