"""Rights on quotas and the pieces that fill them."""

from domain.permissions.relations import Relation

_OWN = frozenset({Relation.SELF})

RIGHTS = {
    "record_piece": _OWN,
    "open_piece": _OWN,
    # who was told of it is ticked by whoever put it on record
    "tick_told": frozenset({Relation.HOLDER}),
    # whose they see is looked at when the card is drawn
    "open_team_quota": _OWN,
}
