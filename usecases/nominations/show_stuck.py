"""A nomination that nobody can verify, for those who run cycles."""

from __future__ import annotations

from cards.nominations.nomination_stuck import NominationStuck
from domain.nominations.verifying import rule_of
from domain.people.roles import say_roles
from usecases.nominations.steps import STUCK
from usecases.showing import Look, shows


@shows(STUCK)
async def show_stuck(look: Look) -> NominationStuck | None:
    """None for anybody else; once somebody has it, it says so."""
    nomination = await look.uow.nominations.get(look.about.number)
    if nomination is None or not look.council.coordinates(look.reader):
        return None
    rule = rule_of(look.council.framework, nomination.rule)
    said = say_roles(rule.verified_by, joint="or", count=1)
    holder = await look.uow.people.get(nomination.verifier or "")
    there = holder is not None and holder.here_on(look.today) and not holder.absence_on(look.today)
    return NominationStuck(
        ref=look.about,
        version=nomination.version,
        number=nomination.number,
        roles=f"somebody of the {said}" if said.endswith("team") else f"a {said}",
        found=there or not nomination.open,
        notice=look.notice or None,
    )
