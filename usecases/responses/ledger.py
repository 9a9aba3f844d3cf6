"""The ledger as proof: every step of one response with time and person, for export."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from domain.faults import Fault, NotFoundFault
from domain.responses.response import Response, StepKind
from domain.trail import faults
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.responses.matter import ACTOR, Matter, matter_of
from usecases.responses.story import LedgerLine, story

Json = Mapping[str, Any]
TIMES = ("queued", "accepted", "opened", "acknowledged", "answered", "closed")
"""The times of one person, in the order in which they come."""
FIRST = {
    "acknowledged": StepKind.ACKNOWLEDGED,
    "answered": StepKind.ANSWERED,
    "overdue": StepKind.OVERDUE,
    "closed": StepKind.CLOSED,
}


async def ledger(
    uow: UnitOfWork, council: Council, number: str, now: datetime, *, actor: str = ACTOR
) -> Json:
    """What is handed out as proof; raises Fault where there is no such response.

    That it was exported is itself a line in the trail: the caller commits.
    """
    response = await uow.responses.get(_id_of(number))
    try:
        matter = await matter_of(uow, council, response, now)
    except NotFoundFault as fault:
        raise Fault(f"There is no response {number}. Its number stands on its card.") from fault
    found = await proof_of(matter)
    await matter.record("export_ledger", actor=actor)
    return found


async def proof_of(matter: Matter) -> Json:
    """Times and people, never what anybody wrote.

    ``people`` says of everybody when their first card was queued and accepted by Teams, when they
    opened it and what they did; ``trail_holds`` whether the chain of its trail is unbroken.
    """
    found = matter.response
    lines = await story(matter)
    broken = faults(await matter.uow.trail.of(found.ref))
    return {
        "number": found.number,
        "record": found.case_ref,
        "rule": found.rule,
        "title": matter.terms.title,
        "state": str(found.state),
        "raised_by": found.raised_by,
        "raised_at": _said(found.raised_at),
        "due_at": _said(found.due_at),
        "overdue_at": _said(found.overdue_at),
        "first": {name: _first(found, kind) for name, kind in FIRST.items()},
        "exported_at": _said(matter.now),
        "trail_holds": not broken,
        "people": [_person(matter, each, lines) for each in found.parties],
        "lines": [
            {
                "at": _said(line.at),
                "what": line.what,
                "person": line.person_id,
                "name": matter.name(line.person_id),
                "words": line.words,
            }
            for line in lines
        ],
    }


def _person(matter: Matter, person_id: str, lines: list[LedgerLine]) -> Json:
    """The first moment of each kind for one person."""
    theirs: dict[str, str | None] = {}
    for line in lines:
        if line.person_id == person_id:
            theirs.setdefault(line.what, _said(line.at))
    times = {what: theirs.get(what) for what in TIMES}
    return {"person": person_id, "name": matter.name(person_id), **times}


def _id_of(number: str) -> int:
    """``IR-41`` or ``41``."""
    digits = number.rpartition("-")[2]
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 16):
        raise Fault(f"{number!r} is no number of a response. Write it like IR-41.")
    return int(digits)


def _first(response: Response, kind: StepKind) -> str | None:
    found = response.of_kind(kind)
    return _said(found[0].at) if found else None


def _said(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
