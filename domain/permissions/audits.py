"""Rights on audits: allocation, notice, grading, receipt, findings."""

from domain.permissions.relations import Relation

_HOLDER = frozenset({Relation.HOLDER})
_TOLD = frozenset({Relation.TOLD})

RIGHTS = {
    "start_audit": _HOLDER,
    "accept_audit": _HOLDER,
    "decline_audit": _HOLDER,
    "hand_over_audit": _HOLDER,
    "open_audit": _HOLDER,
    "finish_area": _HOLDER,
    "save_area": _HOLDER,
    "leave_area": _HOLDER,
    "skip_area": _HOLDER,
    "review_assessment": _HOLDER,
    "change_area": _HOLDER,
    "save_assessment": _HOLDER,
    "submit_assessment": _HOLDER,
    "withdraw_assessment": _HOLDER,
    "acknowledge_notice": _TOLD,
    "inform_auditor": _TOLD,
    "suggest_times": frozenset({Relation.WORKER}),
    "take_first_time": _HOLDER,
    "take_second_time": _HOLDER,
    "acknowledge_findings": _TOLD,
    "open_seat": frozenset({Relation.COORDINATOR}),
    "appoint_auditor": frozenset({Relation.COORDINATOR}),
}
