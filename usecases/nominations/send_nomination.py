"""Send a nomination, beside one like it, or as a colleague's word on that one."""

from __future__ import annotations

from dataclasses import replace

from domain.calendar.wording import say_list
from domain.faults import Fault, NotFoundFault
from domain.nominations.nomination import Nomination, NominationState, Note, NoteKind
from usecases.asking import Answer, Ask, verb
from usecases.nominations.beginning import stands_behind
from usecases.nominations.fill_nomination import ASKS, draft_for, filled, missing, shown
from usecases.nominations.steps import SENT, nomination_ref, save, send

ALIKE = "Somebody has been here before you: please endorse it, or send yours as a new one."
YOURS = "You stand behind that nomination already, or decide about it, so you cannot endorse it."


@verb(subject="nomination", past="sent it")
async def send_nomination(ask: Ask) -> Answer:
    """To whoever verifies; what is still missing is asked for, and the rest is kept."""
    draft = await filled(ask, await draft_for(ask, ask.ref.number))
    if lacks := missing(draft):
        return await _asked_again(ask, draft, lacks)
    if draft.endorses is not None:
        saved = await save(ask.uow, draft, "fill_nomination", ask.now, actor=ask.actor.id)
        return replace(shown(saved, ALIKE), notice=ALIKE)
    return await _sent(ask, draft)


@verb(subject="nomination", past="sent it")
async def nominate_apart(ask: Ask) -> Answer:
    """Send it although one like it is there."""
    draft = replace(await filled(ask, await draft_for(ask, ask.ref.number)), apart=True)
    if lacks := missing(draft):
        return await _asked_again(ask, draft, lacks)
    return await _sent(ask, draft)


@verb(subject="nomination", past="endorsed one like it")
async def endorse_nomination(ask: Ask) -> Answer:
    """Give one's own words to the one that says about the same."""
    draft = await filled(ask, await draft_for(ask, ask.ref.number))
    other = await ask.uow.nominations.get(draft.endorses) if draft.endorses else None
    if other is None:
        raise NotFoundFault
    if stands_behind(other, ask.actor.id):
        raise Fault(YOURS)
    # the draft first: of two presses at once the second one ends here, and endorses nothing
    done = replace(draft, state=NominationState.ENDORSED)
    saved = await save(ask.uow, done, "endorse_nomination", ask.now, actor=ask.actor.id)
    words = Note(kind=NoteKind.ENDORSED, person_id=ask.actor.id, words=draft.reason, at=ask.now)
    endorsed = await ask.uow.nominations.add_note(other, words)
    await save(ask.uow, endorsed, "endorse_nomination", ask.now, actor=ask.actor.id)
    await ask.uow.focuses.clear(ask.actor.id)
    about = nomination_ref(saved)
    line = "Thank you. Your words stand with your colleague's."
    changed = (about, nomination_ref(other))
    return Answer(view=SENT, about=about, changed=changed, line=line)


async def _asked_again(ask: Ask, draft: Nomination, lacks: tuple[str, ...]) -> Answer:
    saved = await save(ask.uow, draft, "fill_nomination", ask.now, actor=ask.actor.id)
    said = f"Please say {say_list([ASKS[key] for key in lacks])}. The rest is kept."
    return replace(shown(saved, said), notice=said, field=lacks[0])


async def _sent(ask: Ask, draft: Nomination) -> Answer:
    saved = await send(ask.uow, ask.council, draft, ask.now)
    await ask.uow.focuses.clear(ask.actor.id)
    about = nomination_ref(saved)
    line = "Thank you. It is sent, and you hear what came of it."
    return Answer(view=SENT, about=about, changed=(about,), line=line)
