"""Rights on actions: whoever audits adds, the owner does, somebody else signs off."""

from domain.permissions.relations import Relation

_HOLDER = frozenset({Relation.HOLDER})
_ADDS = frozenset({Relation.HOLDER, Relation.TOLD})

RIGHTS = {
    "add_action": _HOLDER,
    "add_area_action": _HOLDER,
    "add_seat_action": _HOLDER,
    "add_found_action": frozenset({Relation.TOLD}),
    "keep_action": _ADDS,
    "keep_action_anyway": _ADDS,
    "tick_case_note": _HOLDER,
    "change_action": _HOLDER,
    "open_action": frozenset({Relation.HOLDER, Relation.TOLD}),
    "note_progress": _HOLDER,
    "complete_action": _HOLDER,
    "request_date": _HOLDER,
    "hand_over_action": _HOLDER,
    "sign_action": _HOLDER,
    "return_action": _HOLDER,
    "skip_action": _HOLDER,
    "grant_date": _HOLDER,
    "keep_date": _HOLDER,
    # which actions they see is looked at when the tracker is drawn
    "filter_actions": frozenset({Relation.SELF}),
    "open_sign_offs": frozenset({Relation.SELF}),
    "open_tracker_form": frozenset({Relation.SELF}),
    "save_tracker_form": frozenset({Relation.SELF}),
}
