"""How the records of a cycle are chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from domain.frameworks.cycles import Month
from domain.frameworks.deadlines import Count
from domain.frameworks.parts import Answer, Entry, Part, Prompt, RoleKeys, Text


class PerTeam(Part):
    """So many records from each team in scope (E-43)."""

    kind: Literal["per_team"]
    number: Count


class PerAuditor(Part):
    """As many records as there are auditors, times a number each (E-16, LEI-01)."""

    kind: Literal["per_auditor"]
    number: Count


class FixedCount(Part):
    """So many records in all."""

    kind: Literal["count"]
    number: Count


class ShareOfOpen(Part):
    """A share of the open records, rounded up (COL-01, E-32)."""

    kind: Literal["share_of_open"]
    share: Annotated[float, Field(gt=0, le=1)]


class PerService(Part):
    """So many records from each service: 60, 10, 6, 8, 5 (SOM-01)."""

    kind: Literal["per_service"]
    numbers: Annotated[Mapping[str, Count], Field(min_length=1)]


CountRule = Annotated[
    PerTeam | PerAuditor | FixedCount | ShareOfOpen | PerService, Field(discriminator="kind")
]


EventKind = Literal[
    "repeat_plan",
    "third_plan",
    "becomes_looked_after",
    "home_ends",
    "conference_held",
    "record_closes",
    "concern",
]


class EventTest(Part):
    """What must happen to a record before it is audited (SOM-30 to SOM-36).

    ``within_months`` is how long ago the last plan may have ended (SOM-30); None: at any time
    (E-79). ``as_well_as`` names the programme that opens beside this one (SOM-31).
    """

    kind: EventKind
    within_months: Count | None = None
    as_well_as: str = ""


class LeftOut(Entry):
    """Services or teams that a cycle opened in one of the months passes over (E-75)."""

    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    months: Annotated[tuple[Month, ...], Field(min_length=1)]


class SampleRule(Entry):
    """Several records, read by one person: each has a place of its own in the form (LEI-13).

    ``number`` of them are drawn; with 0 whoever audits names them, at most ``most``. They are
    children's records or, where ``of`` says so, workers' supervision notes (SOM-35). ``asks``
    stand over each; ``answers`` are the short ones to choose from, none for words alone.
    """

    of: Literal["record", "supervision"] = "record"
    number: Annotated[int, Field(ge=0)] = 0
    most: Count = 12
    asks: Annotated[tuple[Prompt, ...], Field(min_length=1)]
    answers: tuple[Answer, ...] = ()


class SelectionRule(Entry):
    """Which records, how many and how: drawn by a seed, by hand, or by whoever audits.

    Of kind ``event`` it takes the record to which ``event`` has just happened, one at a time.
    ``chosen_by`` names who is asked for records, now and then or always (SEF-30, SOM-15).

    ``services`` limits the draw (empty: all); ``skip_audited_within_months`` holds unless the
    pool is too small (E-10); ``spread_over`` keeps the shares even (E-32), ``fresh_teams``
    passes over teams already used in the year (SOM-13). ``subject`` is what one audit looks at:
    a child's record, a team as a whole (SOM-14, SOM-27), a provider or setting (COL-07, COL-29),
    a worker's supervision notes (LEI-30), or all drawn records together, by one person (SOM-15).
    ``settings`` says which settings are meant, in the plural; ``sample`` how a sample is read.
    ``confirmed_by`` gives its word before anybody is asked; with ``by_itself`` the cycle opens
    on its day without one. ``follows`` names the approval whose plan gives each service its theme:
    without a plan that has passed a service has no audit (LEI-09).
    """

    kind: Literal["random", "by_hand", "by_auditor", "event"]
    event: EventTest | None = None
    chosen_by: RoleKeys = ()
    count: CountRule
    services: tuple[Text, ...] = ()
    skip_audited_within_months: Annotated[int, Field(ge=0)] = 12
    spread_over: Literal["worker", "team"] | None = None
    fresh_teams: bool = False
    left_out: tuple[LeftOut, ...] = ()
    subject: Literal["record", "team", "service", "setting", "supervision", "sample"] = "record"
    settings: str = ""
    sample: SampleRule | None = None
    confirmed_by: RoleKeys = ()
    by_itself: bool = False
    follows: str = ""
    theme: Literal["none", "optional", "required"] = "optional"
