"""Actions for tests of the rules."""

from __future__ import annotations

from datetime import UTC, date, datetime

from domain.actions.action import Action, ActionState, Note, NoteKind, Origin
from domain.actions.tracker import TrackedLine
from domain.frameworks.sections import ActionRule
from domain.refs import Ref

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
DUE = date(2026, 4, 3)
LAST = date(2026, 4, 10)
SEFTON = ActionRule(
    key="audit_actions",
    title="Actions",
    owners=("worker", "line_manager"),
    max_days=31,
    signed_off_by=("line_manager",),
    kept_by=("qa_service_manager",),
)
LOOSE = ActionRule(key="audit_actions", title="Actions", warn_days=31, extension=True)


def action(**changes: object) -> Action:
    """Will's, open, due on 3 April."""
    plain: dict[str, object] = {
        "id": 312,
        "rule": "audit_actions",
        "origin": Origin.AUDIT,
        "what": "Bring the chronology up to date",
        "owner": "will",
        "due_on": DUE,
        "added_by": "ada",
        "state": ActionState.OPEN,
        "begun_at": NOW,
        "version": 2,
        "case_ref": "C-24113",
    }
    return Action(**{**plain, **changes})  # type: ignore[arg-type]  # its own fields, by name


def note(kind: NoteKind, round_: int = 1, *, by: str = "will") -> Note:
    """One note, of Will's mostly."""
    return Note(kind=kind, person_id=by, at=NOW, round=round_)


def line(**changes: object) -> TrackedLine:
    """One line of a tracker."""
    plain: dict[str, object] = {
        "ref": Ref("action", "1"),
        "version": 1,
        "opens": "open_action",
        "label": "A-1",
        "words": "Bring it up to date",
        "owner": "Will Heath",
        "team": "South",
        "due_on": DUE,
    }
    return TrackedLine(**{**plain, **changes})  # type: ignore[arg-type]  # its own fields, by name
