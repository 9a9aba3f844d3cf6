"""What an audit looks at: as a rule a child's record, by reference only (E-11).

Of a record never a name, an address or a date of birth is known. A team, a service, a setting,
somebody's supervision and a sample stand beside the records: one kind of audit serves them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CaseKind(StrEnum):
    """What is looked at."""

    RECORD = "record"  # a child's record
    TEAM = "team"  # a team as a whole (SOM-14, SOM-27, LEI-29)
    SETTING = "setting"  # a home, an agency, a nursery (COL-07, COL-08, COL-29)
    SUPERVISION = "supervision"  # one worker's supervision notes (LEI-30, SOM-35)
    SERVICE = "service"  # a service as a whole, whose managers look at it (LEI-09)
    SAMPLE = "sample"  # several records, read by one person (LEI-13, SOM-15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the bot knows of what is audited: where it belongs and who works on it.

    ``closed_on`` is the day on which a list first said that it is closed; lists name no day.
    ``records`` are the references in a sample, in their order; a team's audit may have one too.
    """

    ref: str
    team: str = ""
    service: str = ""
    worker: str | None = None
    iro: str | None = None
    cp_chair: str | None = None
    open: bool = True
    cared_for: bool = False
    opened_on: date | None = None
    closed_on: date | None = None
    last_supervision_on: date | None = None
    kind: CaseKind = CaseKind.RECORD
    records: tuple[str, ...] = ()
