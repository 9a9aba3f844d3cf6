"""What a cycle needs besides its draw: a theme, and the form of the period (LEI-04, SOM-14)."""

from __future__ import annotations

from domain.audits.choosing import drawn_ahead
from domain.audits.proposal import Proposal
from domain.faults import Fault
from domain.frameworks.programme import Programme

THEME_LIMIT = 200
LINK_LIMIT = 300


def asks_theme(programme: Programme) -> bool:
    """Whether a proposed draw is given its theme by those who see it.

    A draw by chance alone takes its theme elsewhere, or has none.
    """
    theme = programme.selection.theme
    by_people = programme.selection.kind != "random" and drawn_ahead(programme)
    return theme == "required" and (by_people or bool(programme.template_by))


def asks_template(programme: Programme) -> bool:
    """Whether nothing goes out before somebody has given the form of the period (LEI-04)."""
    return bool(programme.template_by)


def people_name(programme: Programme) -> bool:
    """Whether those who confirm may add to what is proposed: they choose, and chance proposes."""
    return programme.selection.kind == "by_hand"


def has_duty(programme: Programme) -> bool:
    """Whether the draw waits for something that only people can give."""
    return people_name(programme) or asks_theme(programme) or asks_template(programme)


def accept_template(typed: str) -> str:
    """Where the form stands, as it will be kept; raises Fault for what nobody could open."""
    link = typed.strip()
    if link and (len(link) > LINK_LIMIT or " " in link or not link.startswith("https://")):
        raise Fault(
            "I need the address of the form, and it begins with https://. Nothing was saved: "
            "please copy it out of the browser.",
            field="template",
        )
    return link


def check_ready(programme: Programme, proposal: Proposal) -> None:
    """Raises Fault, with what is missing, where the cycle cannot open yet."""
    if not proposal.drawn and people_name(programme):
        raise Fault(
            "Nothing is named yet, so nothing was opened. Press Name more and say what is to be "
            "looked at.",
            field="names",
        )
    if asks_theme(programme) and not proposal.theme:
        raise Fault(
            "This cycle has no theme yet, so nothing was opened. Press Theme and say what it is.",
            field="theme",
        )
    if asks_template(programme) and not proposal.template:
        raise Fault(
            "Nobody has given the template of this cycle yet, so nothing was opened and nobody "
            "was told. Press Theme and give its address.",
            field="template",
        )
