"""Responses and people for the tests of their rules."""

from __future__ import annotations

from datetime import UTC, datetime

from domain.responses.response import Part, Response, ResponseState, Sort, Step, StepKind

NOW = datetime(2026, 11, 17, 15, 14, tzinfo=UTC)


def response(**changes: object) -> Response:
    """One that Ada raised just now, about C-24113."""
    known: dict[str, object] = {
        "id": 41,
        "rule": "immediate_responses.safeguarding",
        "sort": Sort.COUNCIL,
        "state": ResponseState.OPEN,
        "raised_by": "ada",
        "begun_at": NOW,
        "version": 2,
        "case_ref": "C-24113",
        "raised_at": NOW,
        "since": NOW,
    }
    return Response(**{**known, **changes})  # type: ignore[arg-type]  # its own fields


def told(person: str, part: Part = Part.ANSWERS, kind: StepKind = StepKind.TOLD) -> Step:
    """A line that says that somebody was told."""
    return Step(kind=kind, person_id=person, part=part, at=NOW, once=f"{kind}/{person}")


def has(person: str, *, instead: str = "", turn: int = 1) -> Step:
    """A line that says that somebody has it."""
    said = {"for": instead} if instead else {}
    return Step(
        kind=StepKind.ACKNOWLEDGED,
        person_id=person,
        at=NOW,
        once=f"has/{turn}/{person}",
        round=turn,
        said=said,
    )
