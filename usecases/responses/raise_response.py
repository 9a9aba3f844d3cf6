"""Raise what cannot wait, from whatever card is open (SEF-07, E-13, E-54)."""

from __future__ import annotations

from dataclasses import replace

from domain.faults import Fault, NotFoundFault
from domain.permissions.rights import may
from domain.refs import Ref
from domain.responses.rules import gap_rule
from usecases.asking import Answer, Ask, finders, verb, verbs
from usecases.responses.about import about_of, split_concern
from usecases.responses.writing import begin_form

KEEPERS = {
    "area": "save_area",
    "assessment": "save_assessment",
    "decision": "save_moderation",
    "voice": "keep_voice",
}
"""The verb that saves what is typed into a form, by what the form is about."""
BELOW = "The form for it is below. What you typed here is kept."


@verb(subject="concern", past="raised a worry")
async def raise_response(ask: Ask) -> Answer:
    """Keep what was typed, then open the form; the pressed card stays as it is."""
    return await _raise(ask, "")


@verb(subject="concern", past="raised a supervision gap")
async def raise_gap(ask: Ask) -> Answer:
    """The same, with the gap in supervision chosen already."""
    rule = gap_rule(ask.council.framework)
    return await _raise(ask, rule.rule if rule else "")


async def _raise(ask: Ask, rule: str) -> Answer:
    inner, version = split_concern(ask.ref)
    kept = await _keep(replace(ask, ref=inner), version)
    about = await about_of(ask.uow, inner)
    if about is None:
        raise NotFoundFault
    await begin_form(ask, rule=rule, case_ref=about.case_ref, audit_id=about.audit_id)
    answer = kept or await _as_it_was(ask, inner)
    return replace(answer, notice=BELOW, field=None, line=BELOW)


async def _keep(ask: Ask, version: int) -> Answer | None:
    """Save the form's words by its own verb; None where that cannot be, and nothing is changed."""
    name = KEEPERS.get(ask.ref.kind)
    subject = await finders()[ask.ref.kind](ask) if name else None
    if name is None or subject is None or subject.version != version:
        return None
    if not may(name, subject.relations):  # on the record, but it is not their draft
        return None
    try:
        return await verbs()[name].run(ask)
    except Fault:
        await ask.uow.rollback()
        return None


async def _as_it_was(ask: Ask, inner: Ref) -> Answer:
    """The pressed card again, with what was typed put back."""
    stands = await ask.uow.outbox.delivery(ask.stands_on) if ask.stands_on else None
    if stands:
        return Answer(view=stands.kind, about=stands.subject, typed=ask.inputs, pressed=inner)
    subject = await finders()[inner.kind](replace(ask, ref=inner))
    if subject is None:
        raise NotFoundFault
    return Answer(view=subject.view, about=subject.about, typed=ask.inputs, pressed=inner)
