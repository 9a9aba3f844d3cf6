from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from domain.agenda.dated import Dated
from exports.duties_calendar import LONGEST, write_duties

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
duties = st.builds(
    Dated,
    uid=st.from_regex(r"duty-[1-9][0-9]{0,6}", fullmatch=True),
    day=st.dates(date(2020, 1, 1), date(2040, 12, 31)),
    text=st.text(min_size=1, max_size=300),
    detail=st.text(max_size=300),
)


def events(data: bytes) -> list[dict[str, object]]:
    return [
        {
            "uid": str(event["uid"]),
            "day": event.decoded("dtstart"),
            "end": event.decoded("dtend"),
            "text": str(event["summary"]),
        }
        for event in Calendar.from_ical(data).walk("VEVENT")
    ]


@given(st.lists(duties, max_size=5))
def test_what_was_written_is_read_back(found: list[Dated]) -> None:
    """Commas, semicolons, backslashes, line breaks and emoji among it."""
    read = events(write_duties(found, NOW))
    assert [one["day"] for one in read] == [duty.day for duty in found]
    assert [one["end"] for one in read] == [duty.day + timedelta(days=1) for duty in found]
    for one, duty in zip(read, found, strict=True):
        assert str(one["uid"]).startswith(f"{duty.uid}@")
        assert len(str(one["text"])) <= LONGEST


@given(st.lists(duties, max_size=5))
def test_no_line_is_longer_than_calendars_take(found: list[Dated]) -> None:
    data = write_duties(found, NOW)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_nobody_is_invited_and_the_day_stays_free() -> None:
    one = Dated(uid="duty-1", day=date(2026, 12, 22), text="Grade C-23087", detail="4 of 6; more")
    data = write_duties([one], NOW).decode()
    assert "ATTENDEE" not in data
    assert "ORGANIZER" not in data
    assert "TRANSP:TRANSPARENT" in data
    assert "DTSTART;VALUE=DATE:20261222" in data
    assert "TRIGGER:PT9H" in data


def test_the_same_duty_keeps_its_entry() -> None:
    one = Dated(uid="duty-1", day=date(2026, 12, 22), text="Grade C-23087")
    moved = Dated(uid="duty-1", day=date(2027, 1, 5), text="Grade C-23087")
    uids = [events(write_duties([each], NOW))[0]["uid"] for each in (one, moved)]
    assert uids[0] == uids[1]
