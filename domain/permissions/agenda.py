"""Rights on one's own days, on what is asked of a manager, and on who can be reached."""

from domain.permissions.relations import Relation

_SELF = frozenset({Relation.SELF})
_DECIDES = frozenset({Relation.HOLDER})

RIGHTS = {
    "open_later": _SELF,
    "put_off": _SELF,
    "not_mine": _SELF,
    "agree_put_off": _DECIDES,
    "refuse_duty_ask": _DECIDES,
    "give_duty": _DECIDES,
    "keep_leave": _SELF,
    "back_today": _SELF,
    # a manager above whoever is away, or whoever runs cycles
    "name_cover": _DECIDES,
    # everybody sees their own part of a month
    "open_month": _SELF,
    "open_calendar": _SELF,
    "open_team": _SELF,
    # a manager above the person
    "remind_member": _DECIDES,
    "open_reachability": frozenset({Relation.COORDINATOR}),
}
