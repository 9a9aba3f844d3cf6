"""Rights on cycles and their draws."""

from domain.permissions.relations import Relation

_DECIDES = frozenset({Relation.HOLDER})

_RUNS = frozenset({Relation.COORDINATOR})

RIGHTS = {
    "name_example": frozenset({Relation.HOLDER}),
    "name_no_example": frozenset({Relation.HOLDER}),
    "audit_example": _RUNS,
    "open_cycle_board": _RUNS,
    "filter_cycle": _RUNS,
    "chase_all": _RUNS,
    "open_audit_board": _RUNS,
    "chase_audit": _RUNS,
    "reallocate_seat": _RUNS,
    "swap_seats": _RUNS,
    "extend_audit": _RUNS,
    "bring_third_reader": _RUNS,
    "cancel_audit": _RUNS,
    "confirm_draw": _DECIDES,
    "draw_again": _DECIDES,
    "leave_out_record": _DECIDES,
    "name_subjects": _DECIDES,
    # whoever gives a cycle its template need not be one of those who confirm it (LEI-04)
    "brief_draw": frozenset({Relation.HOLDER, Relation.TOLD}),
    "choose_sample": frozenset({Relation.HOLDER}),
    # what they may report or open is looked at once the record and the programme are known
    "report_event": frozenset({Relation.SELF}),
    "commission_audit": frozenset({Relation.SELF}),
    "commission_deep_dive": frozenset({Relation.SELF}),
}
