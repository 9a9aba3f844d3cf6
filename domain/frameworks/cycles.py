"""The shape of a programme's year: when a cycle opens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field

from domain.calendar.working_days import WorkingCalendar, add_months
from domain.frameworks.deadlines import Count, DayNumber
from domain.frameworks.parts import Key, Part, RoleKeys, Text

Month = Annotated[int, Field(ge=1, le=12)]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday"]
WEEKDAYS: tuple[Weekday, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday")
EVERY_MONTH = tuple(range(1, 13))


class OpeningDay(Part):
    """The printed day: ``day`` itself, or the first such weekday on or after it (E-71)."""

    day: DayNumber = 1
    weekday: Weekday | None = None

    def in_month(self, year: int, month: int) -> date:
        """The printed day of a month; the last day where the month is shorter."""
        first = date(year, month, 1)
        last = add_months(first, 1) - timedelta(days=1)
        day = first.replace(day=min(self.day, last.day))
        if self.weekday is None:
            return day
        return day + timedelta(days=(WEEKDAYS.index(self.weekday) - day.weekday()) % 7)


class MonthlyCycle(Part):
    """A cycle in each of its months; all twelve unless the file says which (HER, SEF)."""

    kind: Literal["monthly"]
    months: tuple[Month, ...] = EVERY_MONTH
    opens: OpeningDay = OpeningDay()


class QuarterlyCycle(Part):
    """Four cycles a year, in the months given (LEI, SOM)."""

    kind: Literal["quarterly"]
    months: Annotated[tuple[Month, ...], Field(min_length=4, max_length=4)] = (1, 4, 7, 10)
    opens: OpeningDay = OpeningDay()


class InMonthsCycle(Part):
    """A cycle in each month named: half-yearly with two, yearly with one (LEI-29, COL-07)."""

    kind: Literal["in_months"]
    months: Annotated[tuple[Month, ...], Field(min_length=1)]
    opens: OpeningDay = OpeningDay()


class Window(Part):
    """One window of the year. ``takes`` says which records it draws from (COL-01, COL-02)."""

    key: Key
    title: Text
    month: Month
    takes: Literal["share", "rest"]
    review_month: Month | None = None


class WindowCycle(Part):
    """Windows in the year that share the open records between them (COL-01, COL-02, E-33)."""

    kind: Literal["windows"]
    windows: Annotated[tuple[Window, ...], Field(min_length=1)]
    opens: OpeningDay = OpeningDay()

    @property
    def months(self) -> tuple[int, ...]:
        """The months in which a window opens."""
        return tuple(window.month for window in self.windows)


class OnDemandCycle(Part):
    """No calendar: somebody commissions it (LEI-14), each team again within months (E-84)."""

    kind: Literal["on_demand"]
    commissioned_by: RoleKeys = ()
    again_within_months: Count | None = None

    @property
    def months(self) -> tuple[int, ...]:
        """None: it opens when it is asked for."""
        return ()

    @property
    def opens(self) -> OpeningDay:
        """The day on which it is asked for, so the rule is never used."""
        return OpeningDay()


CycleShape = Annotated[
    MonthlyCycle | QuarterlyCycle | InMonthsCycle | WindowCycle | OnDemandCycle,
    Field(discriminator="kind"),
]


def openings(shape: CycleShape, first: date, last: date) -> Iterator[date]:
    """The printed days on which a cycle opens between two days, both included, in order."""
    month = first.replace(day=1)
    while month <= last:
        if month.month in shape.months:
            opens = shape.opens.in_month(month.year, month.month)
            if first <= opens <= last:
                yield opens
        month = add_months(month, 1)


def opening_for(shape: CycleShape, day: date) -> date:
    """The printed day of the cycle that is running on that day; the day itself on demand."""
    earlier = list(openings(shape, add_months(day, -12), day))
    return earlier[-1] if earlier else day


def card_day(printed: date, calendar: WorkingCalendar) -> date:
    """When the cards of a printed day go out: that day or the next working day (E-02)."""
    return calendar.on_or_after(printed)
