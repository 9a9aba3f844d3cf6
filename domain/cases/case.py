"""A child's record, by reference only (E-11): never a name, an address or a date of birth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the bot knows of a record: where it belongs and who works on it.

    ``closed_on`` is the day on which a list first said that it is closed; lists name no day.
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
