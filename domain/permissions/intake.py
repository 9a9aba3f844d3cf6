"""Rights on what comes in: those who note it, and those who learn from it."""

from domain.permissions.relations import Relation

_NOTES = frozenset({Relation.HOLDER})

RIGHTS = {
    "begin_intake": frozenset({Relation.SELF}),
    "keep_intake": _NOTES,
    "drop_intake": _NOTES,
    "note_intake": _NOTES,
    "note_intake_anyway": _NOTES,
    "change_intake": _NOTES,
    "add_intake_action": _NOTES,
    "open_intake": frozenset({Relation.HOLDER, Relation.TOLD}),
}
