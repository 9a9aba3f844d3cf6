"""Steps for tests."""

from __future__ import annotations

from datetime import UTC, date, datetime

from domain.follow_up.step import Party, Reply, Step, StepKind, StepState, Verdict

NOW = datetime(2025, 9, 20, 9, 0, tzinfo=UTC)


def step(*parties: tuple[str, str], replies: tuple[Reply, ...] = (), **more: object) -> Step:
    """An open step with those parties, as (part, person)."""
    fields: dict[str, object] = {
        "id": 12,
        "kind": StepKind.REVIEW,
        "rule": "follow_up.inadequate.1",
        "once": "follow_up.inadequate.1/87",
        "programme": "case_file_audit",
        "audit_id": 87,
        "case_ref": "C-1",
        "because": (87,),
        "opens_on": date(2025, 9, 20),
        "due_on": date(2025, 10, 31),
        "state": StepState.OPEN,
        "begun_at": NOW,
        "version": 2,
        "parties": tuple(Party(part=part, person_id=who) for part, who in parties),
        "replies": replies,
    }
    return Step(**{**fields, **more})  # type: ignore[arg-type] # the fields above, by name


def said(part: str, who: str, *, round: int = 1, **more: object) -> Reply:  # noqa: A002 - the field's name
    """Somebody's word."""
    fields: dict[str, object] = {"part": part, "person_id": who, "at": NOW, "round": round}
    return Reply(**{**fields, "verdict": Verdict.NONE, **more})  # type: ignore[arg-type] # as above
