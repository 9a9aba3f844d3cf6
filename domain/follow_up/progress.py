"""How far a step has come: whose word is still missing."""

from __future__ import annotations

from domain.follow_up.rules import Terms
from domain.follow_up.step import Part, Step, StepState


def missing(step: Step, terms: Terms) -> tuple[str, ...]:
    """The parts whose word is still missing; none once the step is settled."""
    if step.state is StepState.SENT:
        return (Part.SIGN,)
    if step.state is not StepState.OPEN:
        return ()
    if terms.confirms:
        return _unticked(step, terms)
    asked = (Part.COMMENT, Part.WRITE)
    return tuple(p for p in asked if step.people(p) and not step.said(p))


def _unticked(step: Step, terms: Terms) -> tuple[str, ...]:
    """Every tick that somebody could set and did not; none once a dated one names the day."""
    if any(said.day for one in terms.confirms if one.dated for said in step.said(one.key)):
        return ()
    return tuple(
        one.key for one in terms.confirms if step.people(one.key) and not step.said(one.key)
    )


def silent(step: Step, terms: Terms) -> tuple[str, ...]:
    """Everybody whose word is missing."""
    return step.people(*missing(step, terms))
