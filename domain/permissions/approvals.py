"""Rights on approvals: who sends them, who passes or returns them, who reads them."""

from domain.permissions.relations import Relation

_OWN = frozenset({Relation.HOLDER})

RIGHTS = {
    "begin_approval": _OWN,
    "open_approval_draft": _OWN,
    "keep_approval": _OWN,
    "drop_approval": _OWN,
    "send_approval": _OWN,
    # the sender is never among those whose turn it is
    "pass_approval": _OWN,
    "return_approval": _OWN,
    "open_approval": frozenset({Relation.HOLDER, Relation.TOLD}),
}
