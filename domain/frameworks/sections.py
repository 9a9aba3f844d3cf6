"""The rest of the calendar: what a council asks for beside its audits.

Each entry says what, who, to whom and how often; the machinery of each kind reads its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from domain.frameworks.cycles import Month
from domain.frameworks.deadlines import Count, DueRule
from domain.frameworks.parts import GradeKeys, KeyedEntry, Part, Relation, RoleKeys, Text

Period = Literal["week", "fortnight", "month", "quarter", "half_year", "year"]


class Cadence(Part):
    """How often: ``times`` in every ``interval`` periods, in certain months, or on an event."""

    every: Period | None = None
    interval: Count = 1
    times: Count = 1
    months: tuple[Month, ...] = ()
    event: str = ""
    due: DueRule | None = None


class SameDay(Part):
    """By 23:59 of the day, London time (E-55, E-82)."""

    kind: Literal["same_day"]


class Hours(Part):
    """So many clock hours (E-01, E-55)."""

    kind: Literal["hours"]
    hours: Count


class Days(Part):
    """So many days, calendar ones unless ``working`` (E-52, E-81)."""

    kind: Literal["days"]
    days: Count
    working: bool = False


TimeLimit = Annotated[SameDay | Hours | Days, Field(discriminator="kind")]


class ImmediateResponse(KeyedEntry):
    """A trigger that cannot wait, who answers it and how soon (SEF-07, SEF-08)."""

    trigger: Literal["safeguarding", "supervision_gap", "any"] = "any"
    gap_months: Count | None = None
    raised_by: RoleKeys = ()
    told: tuple[Relation, ...] = ()
    answered_by: tuple[Relation, ...] = ()
    within: TimeLimit | None = None
    breach_told: RoleKeys = ()
    may_widen_to: tuple[Text, ...] = ()


class Incident(KeyedEntry):
    """A serious incident: who tells whom, how soon, and what comes after (SOM-42)."""

    raised_by: RoleKeys = ()
    told: RoleKeys = ()
    within: TimeLimit | None = None
    decided_by: RoleKeys = ()


class ActionRule(KeyedEntry):
    """How actions are kept, claimed done and signed off (SEF-11 to SEF-15)."""

    owners: tuple[Relation, ...] = ()
    max_days: Count | None = None
    warn_days: Count | None = None
    extension: bool = False
    tags: tuple[Text, ...] = ()
    copied_to: tuple[Relation, ...] = ()
    signed_off_by: tuple[Relation, ...] = ()
    judgements: tuple[Text, ...] = ()
    kept_by: RoleKeys = ()


class FeedbackRule(KeyedEntry):
    """A way in which families, young people, staff or partners are heard outside an audit."""

    cadence: Cadence | None = None
    asked_by: RoleKeys = ()
    channels: tuple[Text, ...] = ()
    to: RoleKeys = ()


class Nomination(KeyedEntry):
    """Good practice: who may name it, who verifies it, where it is kept (E-18, E-83)."""

    by: RoleKeys = ()
    verified_by: RoleKeys = ()
    within_days: Count | None = None
    after_grades: GradeKeys = ()
    kept_in: str = ""


class Observation(KeyedEntry):
    """Practice seen at first hand: who is seen by whom, and how often."""

    cadence: Cadence | None = None
    of: RoleKeys = ()
    by: RoleKeys = ()
    assigned_by: RoleKeys = ()
    kinds: tuple[Text, ...] = ()


class Alert(KeyedEntry):
    """A concern or praise raised about practice, its levels and when it moves up (E-52)."""

    raised_by: RoleKeys = ()
    to: tuple[Relation, ...] = ()
    levels: tuple[Text, ...] = ()
    praise: bool = False
    answer_within: TimeLimit | None = None


class Quota(KeyedEntry):
    """So many pieces of work a person owes in a period, in parts (LEI-06, E-21)."""

    roles: RoleKeys = ()
    per: Period
    total: Count
    parts: Mapping[str, Count] = Field(default_factory=dict)


class Activity(KeyedEntry):
    """Something of the calendar: due, nudged, its outcome noted (E-19)."""

    cadence: Cadence | None = None
    held_by: RoleKeys = ()
    relations: tuple[Relation, ...] = ()
    with_whom: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()


class Approval(KeyedEntry):
    """Something that a person passes or returns."""

    cadence: Cadence | None = None
    sent_by: RoleKeys = ()
    approved_by: RoleKeys = ()


class Report(KeyedEntry):
    """Something compiled: by whom, what is in it, who passes it and who gets it."""

    cadence: Cadence | None = None
    prepared_by: RoleKeys = ()
    approved_by: RoleKeys = ()
    to: tuple[Text, ...] = ()
    covers_months: Count | None = None
    contents: tuple[Text, ...] = ()
    levels: tuple[Text, ...] = ()


class Nudge(KeyedEntry):
    """A standing reminder to do something that the bot cannot see (HER-43)."""

    cadence: Cadence | None = None
    to: RoleKeys = ()
    relations: tuple[Relation, ...] = ()
    sentence: str = ""
