"""What sends an audit to moderation, and who decides there."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from domain.frameworks.cycles import Month
from domain.frameworks.deadlines import Count, DayNumber, DueRule
from domain.frameworks.parts import (
    Entry,
    GradeKeys,
    Key,
    KeyedEntry,
    Relation,
    RoleKeys,
    SeatKeys,
    Text,
)


class ShareDraw(KeyedEntry):
    """One in so many of the cycle's audits; what other rules send counts too (E-56)."""

    kind: Literal["share"]
    one_in: Count
    at_least: Count = 1
    others_count: bool = True

    def number_of(self, audits: int) -> int:
        """How many of the cycle's audits it asks for: the nearest whole, a half goes up."""
        nearest = (2 * audits + self.one_in) // (2 * self.one_in)
        return min(audits, max(self.at_least, nearest))


class GradeDraw(KeyedEntry):
    """Every audit whose overall grade is one of these (SEF-18), with somebody added."""

    kind: Literal["grade"]
    grades: GradeKeys
    joined_by: RoleKeys = ()


class DifferenceDraw(KeyedEntry):
    """The seats' grades differ by so many steps, overall or in any area (HER-08, E-46)."""

    kind: Literal["difference"]
    seats: SeatKeys
    steps: Count = 1
    overall: bool = True
    areas: bool = True


class DisagreementDraw(KeyedEntry):
    """Somebody disagrees with the overall grade, with a reason, in time (SEF-19, E-97)."""

    kind: Literal["disagreement"]
    who: Annotated[tuple[Relation, ...], Field(min_length=1)]
    within_days: Count


class ColleagueDraw(KeyedEntry):
    """Each holder of a role moderates so many of a colleague's audits a cycle (SEF-20)."""

    kind: Literal["colleague"]
    roles: RoleKeys
    number: Count = 1


class EveryDraw(KeyedEntry):
    """Every audit, read by the holder of a seat (SOM-06, E-72)."""

    kind: Literal["every"]
    by_seat: SeatKeys


class YearlyDraw(KeyedEntry):
    """Once a year all audits of one cycle get a second reader (LEI-02, E-26)."""

    kind: Literal["yearly"]
    month: Month
    by: RoleKeys


Draw = Annotated[
    ShareDraw
    | GradeDraw
    | DifferenceDraw
    | DisagreementDraw
    | ColleagueDraw
    | EveryDraw
    | YearlyDraw,
    Field(discriminator="kind"),
]


class PanelSeat(Entry):
    """One seat of the panel and who may take it; never an auditor of the audit (E-96)."""

    key: Key
    label: Text
    roles: RoleKeys
    stands_in: RoleKeys = ()


class AuditorsTalk(KeyedEntry):
    """A talk that whoever decides may ask the auditors for, before deciding (HER-09, SOM-06).

    ``joined_by`` are the first auditors' seats; a talk that nobody asks for holds nothing up.
    """

    joined_by: Annotated[SeatKeys, Field(min_length=1)]
    prompts: tuple[Text, ...] = ()


class ModerationRules(Entry):
    """How moderation runs.

    ``opens_day`` is the first day of the window (E-44); ``draws_on`` the day on which the month's
    audits are drawn, with those in on which somebody disagreed in time; ``blind`` has the panel
    grade before it sees the first grades; ``quorum`` seats decide, ``quorum_on_disagreement``
    where somebody disagrees (E-96); ``may_ask`` are colleagues who can be asked for a view
    (SEF-21), ``talk`` is what the auditors can be asked to (HER-09).
    """

    draws: Annotated[tuple[Draw, ...], Field(min_length=1)]
    panel: tuple[PanelSeat, ...] = ()
    opens_day: DayNumber | None = None
    draws_on: DueRule | None = None
    due: DueRule
    blind: bool = True
    quorum: Count = 1
    quorum_on_disagreement: Count = 1
    final_grade: Literal["moderator", "panel", "moderator_keeps_both"] = "moderator"
    action_plan: bool = False
    wider_findings: bool = False
    may_ask: RoleKeys = ()
    talk: AuditorsTalk | None = None
    steps: tuple[Text, ...] = ()
