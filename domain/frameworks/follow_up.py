"""What a final grade causes; where a council wants nothing to follow, the file says so."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from domain.frameworks.deadlines import Count
from domain.frameworks.parts import Entry, GradeKeys, KeyedEntry, Part, Relation, RoleKeys, Text


class FinalGrade(Part):
    """The final overall grade of one audit (HER-11, SEF-25, SEF-36)."""

    kind: Literal["final_grade"]
    grades: GradeKeys


class Consecutive(Part):
    """One practitioner's last audits all ended in one of the grades (SEF-24, E-61)."""

    kind: Literal["consecutive"]
    grades: GradeKeys
    audits: Annotated[int, Field(ge=2)]


class TeamShare(Part):
    """A team's share of such grades over rolling months (SEF-24, E-62)."""

    kind: Literal["team_share"]
    grades: GradeKeys
    share: Annotated[float, Field(gt=0, le=1)]
    months: Count
    at_least: Count


class AreaGrade(Part):
    """One area ended in such a grade (SEF-26)."""

    kind: Literal["area_grade"]
    area: Count
    grades: GradeKeys
    cared_for_only: bool = False


Trigger = Annotated[FinalGrade | Consecutive | TeamShare | AreaGrade, Field(discriminator="kind")]


class Consequence(Entry):
    """One thing that follows. ``nothing`` is said on purpose: no review, no re-audit (SEF-25).

    ``days`` or ``months`` count from the later of the submissions (E-49); neither means at
    once, on submission (E-98).
    """

    does: Literal["alert", "review", "re_audit", "scrutiny", "summary", "nothing"]
    by: RoleKeys = ()
    told: RoleKeys = ()
    relations: tuple[Relation, ...] = ()
    signed_off_by: RoleKeys = ()
    days: Count | None = None
    months: Count | None = None
    comment: bool = False
    not_the_auditors: bool = False
    asks: tuple[Text, ...] = ()


class FollowUp(KeyedEntry):
    """A trigger and what it causes."""

    trigger: Trigger
    then: Annotated[tuple[Consequence, ...], Field(min_length=1)]
