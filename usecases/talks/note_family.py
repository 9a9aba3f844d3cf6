"""Why the family, or one person of it, was not heard (HER-06, SEF-05, LEI-05, E-90)."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.grading import accept_words
from domain.faults import Fault, NotFoundFault
from domain.frameworks.meeting import FamilyContact
from domain.refs import Ref
from domain.talks.family import FamilyEntry, FamilyStep, family_rule, family_step
from usecases.asking import Answer, Ask, verb
from usecases.audits.allocating import form_ref
from usecases.audits.scene import scene_of_audit
from usecases.talks.finding import back_to_grading, check_running
from usecases.talks.open_talks import family_seats
from usecases.voices.begin_voice import LOCKED, NOT_AGREED
from usecases.voices.missing import miss_one

WORDS_LIMIT = 500
NEITHER = "Please choose why nobody was heard, or write down what they said. Nothing was kept."
HEARD = (
    "Somebody was heard already, and their words stay. Please choose the person who was not "
    "heard as well. Nothing was kept."
)


@verb(subject="family", past="noted the family's part")
async def note_family(ask: Ask) -> Answer:
    """Keep the reason; locked while the worker has not said what they agreed.

    Where a speaker is chosen the reason is that one person's, and others may be heard.
    """
    if ask.typed("speaker"):
        return await miss_one(ask)
    entry = await ask.uow.families.get(ask.ref.number)
    scene = await scene_of_audit(ask.uow, ask.council, entry.audit_id) if entry else None
    rule = family_rule(scene.programme) if scene else None
    if entry is None or scene is None or rule is None:
        raise NotFoundFault
    check_running(scene)
    consent = await ask.uow.families.consent_of(scene.audit.id)
    noted = _noted(ask, rule, entry, family_step(rule, replace(entry, heard=None), consent))
    saved = await ask.uow.families.save(replace(noted, noted_by=ask.actor.id, noted_at=ask.now))
    await ask.uow.trail.record(
        ask.ref,
        "note_family",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": saved.version, "heard": 0},
    )
    seats = family_seats(scene)
    await back_to_grading(ask, seats)
    forms = [form_ref(seat.id) for seat in seats]
    changed = (ask.ref, *forms, *(Ref("seat", str(seat.id)) for seat in seats))
    line = "Kept: why nobody was heard."
    return Answer(view="family_contact", about=ask.ref, changed=changed, line=line)


def _noted(ask: Ask, rule: FamilyContact, entry: FamilyEntry, step: FamilyStep) -> FamilyEntry:
    """The entry as it will be kept; raises Fault where it is locked or says nothing."""
    if step is FamilyStep.LOCKED:
        raise Fault(LOCKED)
    if ask.typed("reason"):
        return _missed(ask, rule, entry)
    if step is not FamilyStep.OPEN:
        raise Fault(NOT_AGREED, field="reason")
    raise Fault(NEITHER, field="reason")


def _missed(ask: Ask, rule: FamilyContact, entry: FamilyEntry) -> FamilyEntry:
    if entry.heard:
        raise Fault(HEARD, field="reason")
    known = {reason.key for reason in rule.reasons}
    reason = ask.typed("reason")
    if known and reason not in known:
        raise Fault(NEITHER, field="reason")
    return replace(
        entry, heard=False, who="", reason=reason[:64], words=_words("words", ask.typed("words"))
    )


def _words(field: str, text: str) -> str:
    words = accept_words(field, text, said="line")
    if len(words) > WORDS_LIMIT:
        raise Fault(f"Please keep this to {WORDS_LIMIT} characters.", field=field)
    return words
