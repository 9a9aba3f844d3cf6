"""Whom an audit is told to, whom it talks with, and how the family is asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field

from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.deadlines import Count
from domain.frameworks.parts import Entry, Key, Part, Relation, RoleKeys, SeatKeys, Text
from domain.frameworks.voices import Age, RatingAsked


class WithAllocation(Part):
    """Told on the day on which the auditors get their cards."""

    kind: Literal["with_allocation"]


class LastDaysOfMonthBefore(Part):
    """Told on the first working day of the last days of the month before (SEF-01, E-68)."""

    kind: Literal["last_days_of_month_before"]
    days: Count


NoticeTime = Annotated[WithAllocation | LastDaysOfMonthBefore, Field(discriminator="kind")]


class NoticeRule(Entry):
    """Who hears that a record will be audited, when, and what the card says to them.

    ``sentence`` and ``steps`` are the product's words; ``{auditor}`` becomes a name,
    "the auditors" where there are several; the key of a seat names its holder alone (HER-05).
    """

    to: Annotated[tuple[Relation, ...], Field(min_length=1)]
    when: NoticeTime
    list_to: RoleKeys = ()
    approved_by: RoleKeys = ()
    sentence: Text
    steps: tuple[Text, ...] = ()


def notice_on(rule: NoticeRule, opens: date, calendar: WorkingCalendar) -> date:
    """The day on which people are told of the cycle whose printed day is ``opens``."""
    if isinstance(rule.when, WithAllocation):
        return calendar.on_or_after(opens)
    return calendar.on_or_after(opens.replace(day=1) - timedelta(days=rule.when.days))


class Conversation(Entry):
    """A talk that belongs to the audit.

    ``between`` holds seats; ``people`` are those of the record who join them, ``joined_by`` other
    seats that are asked to come (HER-09).
    ``minutes`` is the shortest that counts (SEF-03); a required one holds up submission until
    it is noted (HER-07).
    """

    key: Key
    title: Text
    between: SeatKeys
    people: tuple[Relation, ...] = ()
    joined_by: SeatKeys = ()
    minutes: Annotated[int, Field(ge=0)] = 0
    booked: bool = False
    required: bool = True
    before: Literal["submission", "finalising", "no_set_time"] = "submission"
    prompts: tuple[Text, ...] = ()


class Choice(Part):
    """One answer of a fixed list."""

    key: Key
    title: Text


class FamilyContact(Entry):
    """How the family is heard, and what counts when they are not.

    ``consent`` is asked by the worker first (HER-05), or noted by the auditor at the start of
    the talk (E-15). Without any answer or a reason the audit cannot be submitted (E-90).
    ``chase_days`` count from the request to the worker (E-48). ``asked_as`` words the questions
    for an age; any other age hears ``questions``.
    """

    seats: SeatKeys
    consent: Literal["worker_first", "at_start", "none"]
    how: Literal["phone", "any"] = "any"
    whom: tuple[Text, ...] = ()
    each_parent: bool = False
    required: bool = True
    chase_days: tuple[Count, ...] = ()
    reasons: tuple[Choice, ...] = ()
    questions: tuple[Text, ...] = ()
    help_offered: tuple[Text, ...] = ()
    adults: str = ""
    worry_may_be_raised_now: bool = False
    asked_as: Mapping[Age, tuple[Text, ...]] = Field(default_factory=dict)
    rating: RatingAsked | None = None
