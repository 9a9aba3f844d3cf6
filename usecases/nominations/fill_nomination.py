"""Keep what was given of a nomination; choose who is meant; drop it."""

from __future__ import annotations

from dataclasses import replace

from domain.faults import Fault, NotFoundFault
from domain.nominations.nomination import Nomination, NominationState
from domain.nominations.verifying import rules_for
from domain.refs import BadRefFault, Ref
from usecases.asking import Answer, Ask, verb
from usecases.nominations.beginning import OwnPracticeFault, Said, fill, with_alike
from usecases.nominations.steps import FORM, SENT, nomination_ref, save
from usecases.nominations.subjects import split_nominee

SENT_ALREADY = "This was sent or dropped already, so nothing was changed."
ASKS = {
    "who": "who it is",
    "reason": "what for",
    "seen": "where you saw it",
}


async def draft_for(ask: Ask, number: int) -> Nomination:
    """The draft that is asked about; raises Fault."""
    draft = await ask.uow.nominations.get(number)
    if draft is None:
        raise NotFoundFault
    if draft.state is not NominationState.DRAFT:
        raise Fault(SENT_ALREADY)
    return draft


async def filled(ask: Ask, draft: Nomination) -> Nomination:
    """The draft with what stands in the form now; not written yet."""
    said = Said(who=ask.typed("who"), reason=ask.typed("reason"), seen=ask.typed("seen"))
    given = fill(draft, said, await ask.uow.people.all(), ask.now)
    allowed = {rule.key for rule in rules_for(ask.council.framework, ask.actor)}
    rule = ask.typed("rule")
    return await with_alike(
        ask.uow, replace(given, rule=rule if rule in allowed else given.rule), ask.now
    )


def missing(draft: Nomination) -> tuple[str, ...]:
    """The inputs that are still needed, in the order in which they are asked."""
    parts = {"who": draft.nominee, "reason": draft.reason, "seen": draft.seen}
    return tuple(key for key, value in parts.items() if not value)


def shown(draft: Nomination, line: str) -> Answer:
    """The form as it is now."""
    about = nomination_ref(draft)
    return Answer(view=FORM, about=about, changed=(about,), line=line)


@verb(subject="nomination", past="wrote on")
async def fill_nomination(ask: Ask) -> Answer:
    """Keep it and ask for the next part; nothing is sent."""
    if chosen := ask.typed("chosen"):
        return await _choose_by_typing(ask, Ref.parse(chosen))
    draft = await filled(ask, await draft_for(ask, ask.ref.number))
    saved = await save(ask.uow, draft, "fill_nomination", ask.now, actor=ask.actor.id)
    return shown(saved, "That is kept.")


async def _choose_by_typing(ask: Ask, chosen: Ref) -> Answer:
    if split_nominee(chosen)[0] != ask.ref.number:
        raise BadRefFault
    return await choose_nominee(replace(ask, ref=chosen))


@verb(subject="nominee", past="said who is meant")
async def choose_nominee(ask: Ask) -> Answer:
    """One of several who may be meant; what else stands in the form is kept too."""
    number, person_id = split_nominee(ask.ref)
    draft = await draft_for(ask, number)
    chosen = await ask.uow.people.get(person_id)
    if chosen is None or not chosen.here_on(ask.today):
        raise NotFoundFault
    if chosen.id == draft.nominator:
        raise OwnPracticeFault(field="who")
    inputs = {**ask.inputs, "who": chosen.name}
    inputs.setdefault("reason", draft.reason)
    inputs.setdefault("seen", draft.seen)
    given = await filled(replace(ask, inputs=inputs), replace(draft, nominee=chosen.id))
    saved = await save(ask.uow, given, "choose_nominee", ask.now, actor=ask.actor.id)
    return shown(saved, f"{chosen.name}. That is kept.")


@verb(subject="nomination", past="dropped it")
async def drop_nomination(ask: Ask) -> Answer:
    """Put a draft away for good: nothing was sent."""
    draft = await draft_for(ask, ask.ref.number)
    dropped = replace(draft, state=NominationState.DROPPED)
    saved = await save(ask.uow, dropped, "drop_nomination", ask.now, actor=ask.actor.id)
    await ask.uow.focuses.clear(ask.actor.id)
    about = nomination_ref(saved)
    return Answer(view=SENT, about=about, changed=(about,), line="Dropped. Nothing was sent.")
