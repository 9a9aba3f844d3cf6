"""Rights on talks, the family's part, new auditors' work and sessions."""

from domain.permissions.relations import Relation

_HOLDER = frozenset({Relation.HOLDER})
_SELF = frozenset({Relation.SELF})

RIGHTS = {
    "open_talks": _HOLDER,
    "open_talk": _HOLDER,
    "go_to_talk": _HOLDER,
    "book_talk": _HOLDER,
    "cancel_talk": _HOLDER,
    "note_talk": _HOLDER,
    "talk_not_held": _HOLDER,
    "tick_talk": _HOLDER,
    "accept_talk_time": frozenset({Relation.TOLD}),
    "decline_talk_time": frozenset({Relation.TOLD}),
    "answer_consent": frozenset({Relation.WORKER}),
    "open_family": _HOLDER,
    "go_to_family": _HOLDER,
    "note_family": _HOLDER,
    "pass_assessment": _HOLDER,
    "send_back_assessment": _HOLDER,
    "come_to_session": _SELF,
    "miss_session": _SELF,
    "bring_idea": _SELF,
    "note_attendance": frozenset({Relation.COORDINATOR}),
    "set_session_time": frozenset({Relation.COORDINATOR}),
}
