"""Rights on one's own lists and cards."""

from domain.permissions.relations import Relation

RIGHTS = {
    "open_work": frozenset({Relation.SELF}),
    "open_help": frozenset({Relation.SELF}),
    # a manager above whoever has left, or whoever runs cycles
    "open_leaver": frozenset({Relation.COORDINATOR, Relation.HOLDER}),
    "name_successor": frozenset({Relation.COORDINATOR, Relation.HOLDER}),
    "open_duty": frozenset({Relation.HOLDER}),
}
