"""Rights on lists that are dropped into a chat."""

from domain.permissions.relations import Relation

RIGHTS = {
    "apply_import": frozenset({Relation.COORDINATOR}),
    "forget_import": frozenset({Relation.COORDINATOR}),
}
