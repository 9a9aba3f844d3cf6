"""How a person can stand to what a button is about."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """Worked out from the database at every press, never read from the card."""

    HOLDER = "holder"  # holds the seat or duty, or covers today for whoever does
    TOLD = "told"  # was told of the audit
    WORKER = "worker"  # works on the record
    COORDINATOR = "coordinator"  # runs cycles, by the framework's roles
    SELF = "self"  # the row is about the person
    COLLEAGUE = "colleague"  # anybody in the staff list
