"""Rights on moderation: who decides, asks, disagrees; nobody moderates own work or two seats."""

from domain.permissions.relations import Relation

_HOLDER = frozenset({Relation.HOLDER})

RIGHTS = {
    "save_moderation": _HOLDER,
    "decide_moderation": _HOLDER,
    "ask_colleague": _HOLDER,
    "ask_third_reader": _HOLDER,
    "ask_to_talk": _HOLDER,
    "send_third_reader": frozenset({Relation.COORDINATOR}),
    "give_view": _HOLDER,
    "read_words": _HOLDER,
    "dispute_findings": frozenset({Relation.TOLD}),
    "dispute_grade": _HOLDER,
    "confirm_final_check": _HOLDER,
}
