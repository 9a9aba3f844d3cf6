"""Working days of the council (E-01, E-02): weekdays without bank holidays and closures."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Which days are worked. ``holidays`` answers ``day in holidays``."""

    holidays: Container[date] = frozenset()

    def is_working(self, day: date) -> bool:
        """Whether the day is neither a weekend nor a holiday."""
        return day.weekday() < 5 and day not in self.holidays

    def on_or_after(self, day: date) -> date:
        """The day itself, or the next working day."""
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def on_or_before(self, day: date) -> date:
        """The day itself, or the working day before it."""
        while not self.is_working(day):
            day -= ONE_DAY
        return day

    def days_left(self, today: date, due: date) -> int:
        """Working days after today up to and with the due day; 0 from the due day on."""
        count, day = 0, today
        while day < due:
            day += ONE_DAY
            count += self.is_working(day)
        return count

    def last_of_month(self, day: date) -> date:
        """The last working day of the day's month (E-05, E-58)."""
        first_of_next = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        return self.on_or_before(first_of_next - ONE_DAY)


def local_day(moment: datetime) -> date:
    """The day in London at that moment; refuses a time without a zone."""
    return local(moment).date()


def local(moment: datetime) -> datetime:
    """The moment on London's clocks; refuses a time without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone means nothing here")
    return moment.astimezone(LONDON)


def end_of_day(day: date) -> datetime:
    """23:59 in London, as UTC: the last minute in which something due that day is on time."""
    return datetime.combine(day, time(23, 59), LONDON).astimezone(UTC)


def add_months(day: date, months: int) -> date:
    """The same day some months on or back; the month's last day where it has no such day."""
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month0 + 1, min(last, day.day))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
