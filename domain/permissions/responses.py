"""Rights on what cannot wait: whoever stands to the record raises, whoever was told answers."""

from domain.permissions.relations import Relation

_HOLDER = frozenset({Relation.HOLDER})

RIGHTS = {
    # from a card: on the record, in an audit of it, or running cycles
    "raise_response": frozenset({Relation.HOLDER, Relation.COORDINATOR}),
    "raise_gap": frozenset({Relation.HOLDER, Relation.COORDINATOR}),
    # in the chat: whether the record is theirs is looked at once it is named
    "begin_response": frozenset({Relation.SELF}),
    "keep_response": _HOLDER,
    "send_response": _HOLDER,
    "drop_response": _HOLDER,
    "see_response": frozenset({Relation.HOLDER, Relation.TOLD}),
    "show_ledger": frozenset({Relation.HOLDER, Relation.TOLD}),
    "acknowledge_response": _HOLDER,
    "open_response": _HOLDER,
    "save_response": _HOLDER,
    "answer_response": _HOLDER,
    "close_response": _HOLDER,
    "return_response": _HOLDER,
    "confirm_response_talk": _HOLDER,
    "decide_incident": _HOLDER,
    "agree_incident": _HOLDER,
    "choose_learning": _HOLDER,
    "note_review": _HOLDER,
    "close_incident": _HOLDER,
}
