"""A standing reminder was heeded: one tick, with what was looked at where the council asks."""

from __future__ import annotations

from domain.audits.grading import accept_words
from domain.faults import Fault, NotFoundFault
from domain.frameworks.asked_for import Nudge
from domain.nudges.standing import rule_of
from domain.permissions.relations import Relation
from domain.refs import Ref
from usecases.asking import Answer, Ask, Subject, subject, verb
from usecases.nudges.standing import CARD

WORDS_LIMIT = 600


@subject("standing")
async def find_standing(ask: Ask) -> Subject | None:
    """For whoever got it alone."""
    found = await ask.uow.standing_nudges.get(ask.ref.number)
    if found is None or found.sent_at is None:
        return None
    mine = found.recipient == ask.actor.id
    return Subject(
        version=found.version,
        relations=frozenset({Relation.COLLEAGUE} | ({Relation.HOLDER} if mine else set())),
        view=CARD,
        about=found.ref,
        what="Your reminder" if mine else "That",
    )


@verb(subject="standing", past="ticked it")
async def tick_standing(ask: Ask) -> Answer:
    """Note it; the same reminder does not come again. Raises Fault where an answer is missing."""
    found = await ask.uow.standing_nudges.get(ask.ref.number)
    rule = rule_of(ask.council.framework, found.rule) if found else None
    if found is None or rule is None:
        raise NotFoundFault
    await ask.uow.standing_nudges.tick(found, _words(ask, rule), ask.now)
    await ask.uow.trail.record(
        found.ref,
        "tick_standing",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": 2, "rule": found.rule},
    )
    about = Ref("standing", str(found.id))
    return Answer(view=CARD, about=about, changed=(about,), line="Noted.")


def _words(ask: Ask, rule: Nudge) -> str:
    """What was ticked, then what was written: ``Contact, Referral. Two were late``."""
    named = [one for one in ask.typed("ticks").split(",") if one in _numbers(rule)]
    seen = ", ".join(rule.ticks[int(one) - 1] for one in named)
    if rule.ticks and not seen:
        raise Fault("Please tick what you looked at. Nothing was noted.", field="ticks")
    words = accept_words("words", ask.typed("words"), said="text")
    if len(words) > WORDS_LIMIT:
        raise Fault(f"Please keep this to {WORDS_LIMIT:,} characters.", field="words")
    return ". ".join(part for part in (seen, words) if part)


def _numbers(rule: Nudge) -> set[str]:
    return {str(number) for number in range(1, len(rule.ticks) + 1)}
