"""How the records of a cycle are chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from domain.frameworks.deadlines import Count
from domain.frameworks.parts import Entry, Part, RoleKeys, Text


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


class SelectionRule(Entry):
    """Which records, how many and how: drawn by a seed, by hand, or by whoever audits.

    ``services`` limits the draw (empty: all); ``skip_audited_within_months`` holds unless the
    pool is too small (E-10); ``spread_over`` keeps the shares even (E-32), ``fresh_teams``
    passes over teams already used in the year (SOM-13).
    """

    kind: Literal["random", "by_hand", "by_auditor"]
    count: CountRule
    services: tuple[Text, ...] = ()
    skip_audited_within_months: Annotated[int, Field(ge=0)] = 12
    spread_over: Literal["worker", "team"] | None = None
    fresh_teams: bool = False
    confirmed_by: RoleKeys = ()
    theme: Literal["none", "optional", "required"] = "optional"
