"""A standing reminder, for whoever got it."""

from __future__ import annotations

from cards.nudges.standing_nudge import StandingNudge
from domain.delivery.message import Doubt, Lane
from domain.nudges.standing import rule_of
from usecases.nudges.standing import CARD
from usecases.showing import Look, shows


@shows(CARD, lane=Lane.BULK, doubt=Doubt.LET_BE)
async def show_standing_nudge(look: Look) -> StandingNudge | None:
    """None for anybody else, and where the council has dropped it since."""
    found = await look.uow.standing_nudges.get(look.about.number)
    rule = rule_of(look.council.framework, found.rule) if found else None
    if found is None or rule is None or found.recipient != look.reader.id:
        return None
    return StandingNudge(
        ref=found.ref,
        version=found.version,
        name=rule.title,
        sentence=rule.sentence,
        record=found.about.key if found.about else "",
        link=rule.link,
        tick=rule.tick,
        ticks=tuple((str(number), name) for number, name in enumerate(rule.ticks, 1)),
        asks=rule.asks,
        again=rule.again is not None,
        done=found.ticked_at is not None,
        words=found.words,
        typed=look.typed.get("words", ""),
        notice=look.notice or None,
        field=look.field,
    )
