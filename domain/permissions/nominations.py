"""Rights on nominations and on the library."""

from domain.permissions.relations import Relation

_NOMINATOR = frozenset({Relation.SELF})
_VERIFIER = frozenset({Relation.HOLDER})
_NOMINEE = frozenset({Relation.SELF})

RIGHTS = {
    "fill_nomination": _NOMINATOR,
    "choose_nominee": _NOMINATOR,
    "drop_nomination": _NOMINATOR,
    "send_nomination": _NOMINATOR,
    "nominate_apart": _NOMINATOR,
    "endorse_nomination": _NOMINATOR,
    "answer_nomination": _NOMINATOR,
    "nominate_message": _NOMINATOR,
    "nominate_from_findings": frozenset({Relation.TOLD}),
    "accept_nomination": _VERIFIER,
    "book_interview": _VERIFIER,
    "query_nomination": _VERIFIER,
    "decline_nomination": _VERIFIER,
    "pass_nomination": _VERIFIER,
    "show_my_name": _NOMINEE,
    "hide_my_name": _NOMINEE,
    "withdraw_entry": _NOMINEE | _VERIFIER,
    "turn_page": frozenset({Relation.SELF}),
}
