"""A re-audit is a programme of its own, made out of the one whose grade it answers (HER-13)."""

from __future__ import annotations

from domain.frameworks.follow_up import Consequence
from domain.frameworks.programme import Programme
from domain.frameworks.seats import SeatRule

SUFFIX = "_re_audit"
SEAT = "re_auditor"
WHY = "The first audit ended in a grade that is looked at again, and you had no part in it"


def re_audit_key(programme: str) -> str:
    """The key of the programme that audits a programme's records again; its own is the same."""
    return programme if programme.endswith(SUFFIX) else programme + SUFFIX


def first_key(programme: str) -> str:
    """The programme of the first audit."""
    return programme.removesuffix(SUFFIX)


def re_audit_rule(programme: Programme) -> Consequence | None:
    """The re-audit that some final grade causes; None where the council has none."""
    rules = (then for rule in programme.follow_up if rule.on for then in rule.then)
    return next((then for then in rules if then.does == "re_audit"), None)


def re_audit_of(programme: Programme) -> Programme | None:
    """The same areas and the same scale for one auditor: full grades again, by one person.

    What follows a grade follows this one's as well; nothing of it is moderated.
    """
    rule = re_audit_rule(programme)
    if rule is None:
        return None
    seat = SeatRule(
        key=SEAT,
        label="re-auditor",
        short="Re-audit",
        eligible_roles=rule.by,
        why=WHY,
        independent=rule.outside_the_line,
        due=programme.seats[0].due,
        steps=("Look at the record anew and grade every area.", "Then answer what is asked."),
        ref=rule.ref,
        silence=rule.silence,
    )
    return programme.model_copy(
        update={
            "key": re_audit_key(programme.key),
            "title": f"{programme.title}: re-audit",
            "noun": f"re-audit after a {programme.noun}",
            "seats": (seat,),
            "conversations": (),
            "family": None,
            "moderation": None,
            "final_check": None,
            "recommendations": None,
            "blind_until_all_submitted": False,
        }
    )
