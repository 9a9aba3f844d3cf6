"""Rights on alerts: whoever raised one decides about it, whoever was told answers."""

from domain.permissions.relations import Relation

_OWN = frozenset({Relation.SELF})
_RAISER = frozenset({Relation.HOLDER})
_PARTY = frozenset({Relation.TOLD})

RIGHTS = {
    # whether the council has them raise it is looked at once it is sent
    "begin_alert": _OWN,
    "keep_alert": _RAISER,
    "send_alert": _RAISER,
    "drop_alert": _RAISER,
    "open_alert": frozenset({Relation.HOLDER, Relation.TOLD}),
    "reply_to_alert": _PARTY,
    "settle_alert": _RAISER,
    "move_alert_up": _RAISER,
    "end_alert": _RAISER,
    "file_alert_note": _RAISER,
    "show_signpost": _OWN,
    "note_form_sent": _OWN,
}
