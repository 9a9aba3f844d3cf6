"""What a final grade causes; where a council wants nothing to follow, the file says so."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from domain.frameworks.deadlines import Count
from domain.frameworks.parts import (
    Entry,
    GradeKeys,
    Key,
    KeyedEntry,
    Part,
    ProgrammeKeys,
    Relation,
    RoleKeys,
    SeatKeys,
    Text,
)


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


class Again(Part):
    """Asked again every so many days or months until it is done (E-98)."""

    days: Count | None = None
    months: Count | None = None


class Consequence(Entry):
    """One thing that follows. ``nothing`` is said on purpose: no review, no re-audit (SEF-25).

    ``days`` or ``months`` count from the later of the submissions (E-49); neither means at
    once, on submission (E-98). ``outside_the_line`` shuts out the record's own line (E-08).
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
    outside_the_line: bool = False
    again: Again | None = None
    asks: tuple[Text, ...] = ()


class FollowUp(KeyedEntry):
    """A trigger and what it causes."""

    trigger: Trigger
    then: Annotated[tuple[Consequence, ...], Field(min_length=1)]


class Confirmation(Part):
    """One tick: what is confirmed, and by whom.

    A ``dated`` tick says when it happened and is enough for all of them: the supervisor's word
    with its day stands for the worker's as well.
    """

    key: Key
    title: Text
    relations: tuple[Relation, ...] = ()
    by: RoleKeys = ()
    dated: bool = False


class AfterAudit(Part):
    """An activity that is asked for whenever an audit is final (HER-15, SEF-16, LEI-12, SOM-10).

    ``programmes`` limits it to the audits of some; empty: after all. ``by_hand``: also after a
    piece of learning that somebody put on record, for whoever did (LEI-12).

    Asked so many days after the findings and due so many days later; at once for some grades
    (HER-25). ``to_paste`` gives the text for the case system, which nobody here writes to (E-12).
    """

    programmes: ProgrammeKeys = ()
    by_hand: bool = False
    asked_after_days: Annotated[int, Field(ge=0)] = 0
    within_days: Count
    at_once_for: GradeKeys = ()
    again: Again | None = None
    to_paste: bool = False
    confirms: Annotated[tuple[Confirmation, ...], Field(min_length=1)]


class Recommendations(Entry):
    """What an audit recommends, and who sees it through (COL-03, COL-04, E-41).

    Added by the holders of ``added_by`` and by coordinators. In each review month of the cycle's
    windows the owner is asked for evidence, and ``signed_off_by`` passes or returns it.
    """

    added_by: SeatKeys
    owners: Annotated[tuple[Relation, ...], Field(min_length=1)]
    asks: Annotated[tuple[Text, ...], Field(min_length=1)]
    meeting: Text
    agenda_to: RoleKeys = ()
    signed_off_by: RoleKeys
    again: Again | None = None
