"""Rights on files: whoever may read what is in one asks for it, for themselves."""

from domain.permissions.relations import Relation

RIGHTS = {
    # which actions they see is looked at when the file is made
    "get_actions_file": frozenset({Relation.SELF}),
    "get_duties_file": frozenset({Relation.SELF}),
    # as the ledger itself
    "get_ledger_file": frozenset({Relation.HOLDER, Relation.TOLD}),
    "offer_again": frozenset({Relation.HOLDER}),
}
