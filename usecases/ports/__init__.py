"""What the use cases need from the outside, as Protocols; storage/ provides it."""

from usecases.ports.delivering import Addresses, Outbox
from usecases.ports.lists import DroppedLists
from usecases.ports.records import (
    AccessRequests,
    Assessments,
    Audits,
    Cases,
    Duties,
    People,
    Trail,
)
from usecases.ports.turns import Focuses, Inbox, Notices
from usecases.ports.work import UnitOfWork, UnitsOfWork

__all__ = [
    "AccessRequests",
    "Addresses",
    "Assessments",
    "Audits",
    "Cases",
    "DroppedLists",
    "Duties",
    "Focuses",
    "Inbox",
    "Notices",
    "Outbox",
    "People",
    "Trail",
    "UnitOfWork",
    "UnitsOfWork",
]
