"""Rights on one's own lists and cards."""

from domain.permissions.relations import Relation

RIGHTS = {
    "open_work": frozenset({Relation.SELF}),
    "open_help": frozenset({Relation.SELF}),
    "open_duty": frozenset({Relation.HOLDER}),
}
