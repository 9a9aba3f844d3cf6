"""Rights on what follows from an audit: comment, write, sign off, confirm, recommend."""

from domain.permissions.relations import Relation

_HOLDER = frozenset({Relation.HOLDER})

RIGHTS = {
    "comment_on_alert": _HOLDER,
    "send_follow_up": _HOLDER,
    "sign_off_follow_up": _HOLDER,
    "return_follow_up": _HOLDER,
    "confirm_follow_up": _HOLDER,
    "open_follow_up": frozenset({Relation.TOLD, Relation.COORDINATOR}),
    "add_recommendation": frozenset({Relation.HOLDER, Relation.COORDINATOR}),
}
