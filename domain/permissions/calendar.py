"""Rights on the calendar: whoever has it to do, whoever passes it, whoever runs cycles."""

from domain.permissions.relations import Relation

_HOLDER = frozenset({Relation.HOLDER})
# where nobody holds it those who run cycles stand in: that is looked at with the holders
_STARTS = frozenset({Relation.HOLDER, Relation.COORDINATOR})

RIGHTS = {
    "open_occurrence": _STARTS,
    "keep_outcome": _HOLDER,
    "note_outcome": _HOLDER,
    "did_not_happen": _HOLDER,
    "move_occurrence": _HOLDER,
    "give_report": _HOLDER,
    "open_passing": _HOLDER,
    "pass_report": _HOLDER,
    "return_report": _HOLDER,
    "choose_activity": _STARTS,
    "start_activity": _STARTS,
}
