"""Rights on observations: whoever observes, whoever was seen, whoever assigns."""

from domain.permissions.relations import Relation

_HOLDER = frozenset({Relation.HOLDER})
_OBSERVED = frozenset({Relation.SELF})

RIGHTS = {
    # whether the council has them observe is looked at once it is said whom
    "begin_observation": frozenset({Relation.SELF}),
    "open_observation": _HOLDER,
    "keep_observation": _HOLDER,
    "return_observation": _HOLDER,
    # the observer, whoever was seen, and those who stand above them
    "open_observed": frozenset({Relation.HOLDER, Relation.SELF, Relation.TOLD}),
    "read_observation": _OBSERVED,
    "comment_observation": _OBSERVED,
    "send_observations": _HOLDER,
    "change_pair": _HOLDER,
    "drop_pair": _HOLDER,
    "recommend_observation": _HOLDER,
}
